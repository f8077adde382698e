import { ownCopy } from '../../../sip/own-copy.ts';
import { decodeDump } from '../dumps/dumps.ts';
import type { EscapeRule } from '../escapes.ts';
import type { CodedLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { headerAlternatives } from '../patterns.ts';
import { beginsWithHeader, type RecordPart, recordParts } from '../record-parts.ts';
import { physicalLineAt } from '../shapes/physical-lines.ts';
import {
  blankCode,
  bracesCode,
  cellCodes,
  colonCode,
  doubledCode,
  inJson,
  type LineCode,
  lineCodes,
  pipeCode,
  replacedCode,
  rowCode,
  signsOfPairs,
  sqlCode,
} from './line-codes.ts';
import { decodeTsharkFields } from './tshark-fields.ts';

/** One blank that was a line break: it stands before a header field name that we know, or before an SDP line. */
const blankBeforeName: LineCode = {
  id: 'blank',
  begins: ' ',
  lineBreak: ` (?=(?:${headerAlternatives}|X-[\\w-]+|P-[\\w-]+): ?\\S)| (?=[vostcmabikpruez]=\\S)`,
};

interface Decoder {
  readonly pattern: RegExp;
  /** The same where it must fit at one place, and what to look for to find such a place. */
  readonly here: RegExp;
  readonly begins: string | RegExp;
  /** What escapes stand for that were met before. */
  readonly known: Map<string, string>;
  readonly escapes: readonly { readonly pattern: RegExp; readonly decode: EscapeRule['decode'] }[];
  readonly lineBreak: RegExp;
}

const anywhere: readonly LineCode[] = [...lineCodes, blankCode, pipeCode, blankBeforeName];

export const decoders: ReadonlyMap<string, Decoder> = new Map(
  [
    ...anywhere,
    ...inJson(anywhere),
    rowCode,
    ...cellCodes.values(),
    colonCode,
    doubledCode,
    sqlCode,
    replacedCode,
    bracesCode,
  ].map((code) => [code.id, decoderOf(code)]),
);

function decoderOf(code: LineCode): Decoder {
  const escapes = code.escapes ?? [];
  const pattern = [`(?:${code.lineBreak})`, ...escapes.map((rule) => rule.pattern)].join('|');
  return {
    known: new Map(),
    pattern: new RegExp(pattern, 'g'),
    here: new RegExp(pattern, 'y'),
    begins: code.begins.length === 1 ? code.begins : new RegExp(`[${code.begins.replace(/[\\[^]/g, '\\$&')}]`, 'g'),
    lineBreak: new RegExp(`^(?:${code.lineBreak.replaceAll('(?=', '(?:$|')})$`),
    escapes: escapes.map((rule) => ({ pattern: new RegExp(`^(?:${rule.pattern})$`, 's'), decode: rule.decode })),
  };
}

export function decode(text: string, start: number, end: number, layout: CodedLayout): LogicalText {
  const builder = new LogicalTextBuilder();
  if (layout.rows) decodeDump(builder, text, start, end, layout.rows);
  else if (layout.code === 'tshark')
    decodeTsharkFields(builder, text, start, (from, to, inXml) =>
      decodeRun(builder, text, from, to, inXml ? 'html-break' : 'backslash'),
    );
  else if (layout.recordHead !== undefined) decodeRecords(builder, text, start, end, layout.code, layout.recordHead);
  else if (layout.wrap === undefined) decodeRun(builder, text, start, end, layout.code);
  else decodeWrapped(builder, text, start, end, layout.wrap, signsOfPairs.get(layout.code) ?? '.');
  return builder.build();
}

function decodeRun(builder: LogicalTextBuilder, text: string, start: number, end: number, code: string): void {
  const decoder = decoders.get(code);
  if (!decoder) return;
  const run = text.slice(start, end);
  const { here, begins } = decoder;
  let at = 0;
  let last = '';
  let decoded = '';
  for (let from = nextOf(begins, run, 0); from >= 0; ) {
    here.lastIndex = from;
    const isEscape = here.test(run);
    const to = isEscape ? here.lastIndex : from + 1;
    if (isEscape) {
      builder.copy(text, start + at, start + from);
      // Most of them are the same line break.
      if (!(to - from === last.length && run.startsWith(last, from))) {
        last = run.slice(from, to);
        decoded = decodedEscape(decoder, last);
      }
      builder.decode(decoded, start + from, start + to);
      at = to;
    }
    from = nextOf(begins, run, to);
  }
  builder.copy(text, start + at, end);
}

/** Where one of some characters stands next; -1 where none does. */
function nextOf(characters: string | RegExp, text: string, from: number): number {
  if (typeof characters === 'string') return text.indexOf(characters, from);
  characters.lastIndex = from;
  return characters.test(text) ? characters.lastIndex - 1 : -1;
}

/**
 * A record that begins with a header line begins a line, even where the one before it lost its line break; but not
 * where that one ends within a name.
 */
function decodeRecords(
  builder: LogicalTextBuilder,
  text: string,
  start: number,
  end: number,
  code: string,
  head: string,
): void {
  let previous: RecordPart | undefined;
  for (const part of recordParts(text, start, end, head)) {
    if (previous && beginsWithHeader(text, part.start, part.end) && lacksLineBreak(text, previous, code))
      builder.decode('\n', previous.end, part.start);
    decodeRun(builder, text, part.start, part.end, code);
    previous = part;
  }
}

function lacksLineBreak(text: string, { start, end }: RecordPart, code: string): boolean {
  const last = text.slice(Math.max(start, end - 256), end);
  const lineBreaks = [...last.matchAll(decoders.get(code)?.pattern ?? /\n/g)];
  const lineBreak = lineBreaks.at(-1);
  return /[:=]/.test(lineBreak ? last.slice(lineBreak.index + lineBreak[0].length) : last);
}

/** So many escapes are remembered for each spelling. */
const MOST_ESCAPES = 256;

function decodedEscape(decoder: Decoder, escape: string): string {
  const known = decoder.known.get(escape);
  if (known !== undefined) return known;
  const decoded = decoder.lineBreak.test(escape)
    ? '\n'
    : (decoder.escapes.find((rule) => rule.pattern.test(escape))?.decode(escape) ?? '\n');
  if (decoder.known.size < MOST_ESCAPES && escape.length <= LONGEST_ESCAPE)
    decoder.known.set(ownCopy(escape), ownCopy(decoded));
  return decoded;
}

const LONGEST_ESCAPE = 32;

/** ngrep's dump: indented lines of one width, in which a sign twice, mostly `..`, is a line break, even where the wrap parts it. */
function decodeWrapped(
  builder: LogicalTextBuilder,
  text: string,
  start: number,
  end: number,
  indent: string,
  sign: string,
): void {
  const pair = sign + sign;
  let pending: number | undefined;
  for (let at = start; at < end; ) {
    const line = physicalLineAt(text, at);
    const to = Math.min(line.end, end);
    let from = at === start ? at : Math.min(at + indent.length, to);
    if (pending !== undefined) {
      if (text[from] === sign) {
        from++;
        builder.decode('\n', pending, from);
      } else builder.copy(text, pending, pending + 1);
      pending = undefined;
    }
    for (let signs = text.indexOf(pair, from); signs >= 0 && signs + 2 <= to; signs = text.indexOf(pair, from)) {
      builder.copy(text, from, signs);
      builder.decode('\n', signs, signs + 2);
      from = signs + 2;
    }
    if (from < to && text[to - 1] === sign && line.next < end) {
      builder.copy(text, from, to - 1);
      pending = to - 1;
    } else builder.copy(text, from, to);
    at = line.next;
  }
  if (pending !== undefined) builder.copy(text, pending, pending + 1);
}
