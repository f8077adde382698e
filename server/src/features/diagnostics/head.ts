import { headerFieldNamed } from '../../knowledge/names.ts';
import { span } from '../../sip/span.ts';
import { firstWord, hasField, type Judged, type MessageCheck } from './judged.ts';

/** The lines of the head and the empty line behind it (RFC 3261 §7, §7.3.1). */

const strayLines: MessageCheck = (judged, report) => {
  for (const line of judged.message.strayLines) {
    if (judged.bodyInHead && line.start >= judged.bodyInHead.start) return;
    if (line.start === line.end || judged.isWild(line) || CONTROL_ONLY.test(judged.textOf(line))) continue;
    const name = firstWord(judged.textOf(span(line.start, Math.min(line.end, line.start + 80))));
    const field = headerFieldNamed(name);
    const nameEnd = line.start + name.length;
    const colon = span(nameEnd, /[;=]/.test(judged.text[nameEnd] ?? '') ? nameEnd + 1 : nameEnd);
    report('sip.header-without-colon', line, {
      // A compact form of one letter may as well be a word of something else.
      ...(field && name.length > 1
        ? { fix: { title: 'replace', args: [`${name}:`], edits: [{ span: colon, newText: ':' }] } }
        : {}),
    });
  }
};

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

const basic = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** An empty line ends the head; when header fields that every message needs follow it, it came too early. */
export function headEndsEarly(judged: Judged): boolean {
  const { message } = judged;
  if (!message.separator || basic.every((name) => hasField(judged, name))) return false;
  const start = judged.text.slice(message.body.start, Math.min(message.body.end, message.body.start + 4096));
  const lines = start.split('\n', 40);
  return lines.some((line) => {
    const colon = line.indexOf(':');
    const name = colon > 0 && colon < 20 ? headerFieldNamed(line.slice(0, colon).trim())?.name : undefined;
    return name !== undefined && basic.includes(name) && !hasField(judged, name);
  });
}

const blankLineInHead: MessageCheck = (judged, report) => {
  const { separator } = judged.message;
  if (!separator || !headEndsEarly(judged)) return;
  report('sip.blank-line-in-head', separator, {
    fix: { title: 'remove-blanks', edits: [{ span: separator, newText: '' }] },
  });
};

/** Characters below the blank: a quoted pair (`\` before it) may hold one, nothing else in a head may. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g;
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
