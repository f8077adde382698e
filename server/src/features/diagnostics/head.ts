import { headerFieldNamed, headersOfEveryMessage } from '../../knowledge/names.ts';
import { span } from '../../sip/span.ts';
import { measure } from './body-size.ts';
import { replaceFix } from './finding.ts';
import { fieldWord, firstWord, malformedNameEnd, tornName } from './header-names.ts';
import { useTableOf } from './header-use.ts';
import { fieldNamed, hasField, type Judged, type MessageCheck, MOST_STRANGERS, valueText } from './judged.ts';

/** The lines of the head and the empty line behind it (RFC 3261 §7, §7.3.1). */

const strayLines: MessageCheck = (judged, report) => {
  for (const line of judged.message.strayLines.slice(0, MOST_STRANGERS)) {
    if (isColonOfLineAbove(judged.text, line.start)) continue;
    if (judged.bodyInHead && line.start >= judged.bodyInHead.start) return;
    if (line.start === line.end || judged.isWild(line) || CONTROL_ONLY.test(judged.textOf(line))) continue;
    if (judged.lostFolds.includes(line)) {
      const edits = [{ span: span(line.start, line.start), newText: ' ' }];
      report('sip.header-without-colon', line, { fix: { title: 'indent', edits } });
      continue;
    }
    const written = judged.textOf(span(line.start, Math.min(line.end, line.start + 80)));
    if (written.startsWith(':') && !headerFieldNamed(firstWord(written.slice(1).trimStart()))) {
      report('sip.invalid-header-name', span(line.start, line.start + 1), { args: [':'] });
      continue;
    }
    const torn = tornName(written);
    if (torn) {
      const place = span(line.start, line.start + torn.length);
      report('sip.invalid-header-name', place, { args: [judged.textOf(place)], fix: replaceFix(place, torn.name) });
      continue;
    }
    const nobodys = malformedNameEnd(written);
    if (nobodys !== undefined) {
      const place = span(line.start, line.start + nobodys);
      report('sip.invalid-header-name', place, { args: [judged.textOf(place)] });
      continue;
    }
    const name = fieldWord(written);
    const field = headerFieldNamed(name);
    const nameEnd = line.start + name.length;
    const colon = span(nameEnd, /\S/.test(judged.text[nameEnd] ?? ' ') ? nameEnd + 1 : nameEnd);
    report('sip.header-without-colon', line, {
      // A compact form of one letter may as well be a word of something else.
      ...(field && name.length > 1 && !/^\r?\n:/.test(judged.text.slice(line.end, line.end + 3))
        ? { fix: { title: 'replace', args: [`${name}:`], edits: [{ span: colon, newText: ':' }] } }
        : {}),
    });
  }
};

/** A name of a header field, and its colon on the next line, which should have been indented: one fault. */
function isColonOfLineAbove(text: string, start: number): boolean {
  if (text[start] !== ':') return false;
  const above = text.lastIndexOf('\n', start - 2) + 1;
  return start - above < 80 && headerFieldNamed(text.slice(above, start).trim()) !== undefined;
}

const indentedFields: MessageCheck = ({ indented, text }, report) => {
  for (const { name, canonical } of indented) {
    const lineStart = text.lastIndexOf('\n', name.start) + 1;
    report('sip.indented-header', name, {
      args: [canonical],
      fix: { title: 'remove-blanks', edits: [{ span: span(lineStart, name.start), newText: '' }] },
    });
  }
};

const missingBlankLine: MessageCheck = ({ bodyInHead }, report) => {
  if (!bodyInHead) return;
  const before = span(bodyInHead.start, bodyInHead.start);
  report('sip.missing-blank-line', bodyInHead, {
    fix: { title: 'insert-blank-line', edits: [{ span: before, newText: '\n' }] },
  });
};

/**
 * An empty line ends the head; it came too early when header fields follow it that every message needs, or that this
 * one lacks and that its body cannot hold.
 */
export function headEndsEarly(judged: Judged): boolean {
  const { message } = judged;
  if (!message.separator || message.body.start >= message.body.end) return false;
  const hasBasics = headersOfEveryMessage.every((name) => hasField(judged, name));
  if (isBodyMeasured(judged) || (hasBasics && !mayGoOn(judged))) return false;
  const start = judged.text.slice(message.body.start, Math.min(message.body.end, message.body.start + 4096));
  const names = start.split('\n', 40).map(knownNameOf);
  if (names.some((name) => name !== undefined && headersOfEveryMessage.includes(name) && !hasField(judged, name)))
    return true;
  if (!hasBasics || names[0] === undefined) return false;
  const table = useTableOf(judged);
  const isWanted = (name: string): boolean => name.startsWith('Content-') || table.get(name) === 'm';
  return names.some((name) => name !== undefined && isWanted(name) && !hasField(judged, name));
}

/** Whether the body is as long as the head says: then it is one, whatever its lines look like (RFC 3261 §7.4). */
function isBodyMeasured(judged: Judged): boolean {
  const length = valueText(judged, 'Content-Length') ?? '';
  return /^[1-9]\d{0,8}$/.test(length) && measure(judged.text, judged.message.body).fits(Number(length));
}

/** Not behind a `Content-Length`, nor where the body is of a type that has header fields of its own. */
function mayGoOn(judged: Judged): boolean {
  if (hasField(judged, 'Content-Length')) return false;
  const type = fieldNamed(judged, 'Content-Type');
  return !type || !/^(?:message|multipart|text)\//i.test(judged.textOf(type.value));
}

function knownNameOf(line: string): string | undefined {
  const colon = line.indexOf(':');
  return colon > 0 && colon < 20 ? headerFieldNamed(line.slice(0, colon).trim())?.name : undefined;
}

const blankLineInHead: MessageCheck = (judged, report) => {
  const line = judged.emptyLine ?? (headEndsEarly(judged) ? judged.message.separator : undefined);
  if (!line) return;
  report('sip.blank-line-in-head', line, {
    fix: { title: 'remove-blanks', edits: [{ span: line, newText: '' }] },
  });
};

/**
 * Characters below the blank: a quoted pair (`\` before it) may hold one, nothing else in a head may. A CR ends a line
 * only before an LF.
 */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+|\r(?=[^\r\n])/g;
const CONTROL_ONLY = /^[\u0000-\u0020\u007f]*$/;
const MOST_REPORTED = 5;

const controlCharacters: MessageCheck = ({ message, text }, report) => {
  const head = text.slice(0, message.separator?.start ?? message.body.start);
  CONTROL.lastIndex = 0;
  for (let count = 0; count < MOST_REPORTED; ) {
    const match = CONTROL.exec(head);
    if (!match) return;
    if (head[match.index - 1] === '\\') continue;
    count++;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    report('sip.control-character', span(match.index, match.index + match[0].length), { args: [`0x${code}`] });
  }
};

export const headChecks: readonly MessageCheck[] = [
  strayLines,
  indentedFields,
  missingBlankLine,
  blankLineInHead,
  controlCharacters,
];
