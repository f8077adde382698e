import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { type BlockReader, blockText } from '../blocks.ts';
import { indexWithin } from '../index-within.ts';
import { readApplication } from './calls.ts';
import { type Draft, find, finished, newDraft } from './draft.ts';
import { readReferences } from './expressions.ts';
import {
  type DialplanBlock,
  type DialplanReading,
  dialplanBlock,
  ExtensionNamesIn,
  withExtensionNames,
} from './extension-names.ts';
import { type IniEntry, iniCut, readIni } from './ini.ts';

/** Reads `extensions.conf`, an extension after the other. */
export const dialplanReader: BlockReader<DialplanBlock> = {
  blockAt: (text, start) => {
    const cut = iniCut(text, start, opensExtension);
    return dialplanBlock(start, cut, readExtensions(blockText(text, start, cut)));
  },
  together: withExtensionNames,
};

/** A section, or the first priority of an extension. */
const opensExtension = /^[ \t]*(?:\[|exten[ \t]*=>?[^,;]*,[ \t]*1[ \t]*,)/i;

/** `exten => name,priority,Application(arguments)` and `same => priority,Application(…)`. */
function readExtensions(text: string): DialplanReading {
  const draft = newDraft(text);
  const names = new ExtensionNamesIn(text);
  readIni(text, {
    section: () => {},
    entry: (entry) => {
      const key = textOf(text, entry.key).toLowerCase();
      if (key === 'exten')
        readPriority(
          draft,
          entry,
          afterComma(text, entry.value, (name) => names.declared(name)),
        );
      else if (key === 'same') readPriority(draft, entry, entry.value.start);
      else return;
      names.used(entry.value);
    },
  });
  return { reading: finished(draft), names: names.found() };
}

/** Where the priority begins, behind the extension's name; the name goes to `declared`. */
function afterComma(text: string, value: Span, declared: (name: Span) => void): number {
  const comma = indexWithin(text, ',', value.start, value.end);
  if (comma < 0) return value.end;
  declared(trimmed(text, value.start, comma));
  return comma + 1;
}

/** `n(label),Application(arguments)`. */
function readPriority(draft: Draft, { value, comment }: IniEntry, start: number): void {
  const { text } = draft;
  const comma = indexWithin(text, ',', start, value.end);
  if (comma < 0) return;
  if (textOf(text, trimmed(text, start, comma)).toLowerCase() === 'hint') return;
  const call = trimmed(text, comma + 1, value.end);
  readReferences(draft, call.start, call.end);
  readApplication(draft, call.start, call.end);
  if (comment === value.end && opensMoreThanItCloses(text, call)) judgeComment(draft, call, comment);
}

/** A semicolon that cuts a call with a header field in two was meant as part of the value. */
function judgeComment(draft: Draft, call: Span, comment: number): void {
  const { text } = draft;
  if (!/^(?:SIPAddHeader|Set\((?:PJSIP_HEADER|_{0,2}SIPADDHEADER))/i.test(text.slice(call.start, call.start + 40)))
    return;
  const lineEnd = text.indexOf('\n', comment);
  if (!/^;[\w-]+=?[^;]*\)/.test(text.slice(comment, lineEnd < 0 ? text.length : lineEnd))) return;
  const semicolon = span(comment, comment + 1);
  find(draft, 'sip.asterisk-semicolon', semicolon, [], '\\;');
}

function opensMoreThanItCloses(text: string, call: Span): boolean {
  let depth = 0;
  for (let at = call.start; at < call.end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  return depth > 0;
}
