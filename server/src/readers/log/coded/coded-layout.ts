import { ownCopy } from '../../../sip/own-copy.ts';
import type { CodedLayout } from '../frame.ts';
import { FIELD_SEPARATORS } from '../lines/line-ends.ts';
import { headerAlternatives } from '../patterns.ts';
import { headerNameAt, isKnownHeaderLine, knownHeaderIn } from '../shapes/header-lines.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { isFilledIn } from '../shapes/strings.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { openQuote } from './coded-region.ts';
import { decoders } from './decode-coded.ts';
import {
  blankCode,
  bracesCode,
  cellCodes,
  colonCode,
  doubledCode,
  HAS_FIELDS,
  idInJson,
  type LineCode,
  lineCodes,
  pipeCode,
  replacedCode,
  rowCode,
  signsOfPairs,
  sqlCode,
} from './line-codes.ts';
import { isTsharkField, tsharkHead } from './tshark-fields.ts';

/** The colon may be escaped, in a row of colons. */
const KNOWN_HEADER_NEXT = new RegExp(`^(?:${headerAlternatives})[ \\t]*\\\\?:`, 'i');
const ESCAPED_COLON_NEXT = /^(?:\\r)*(?:\\n|\\r)[\w-]+\\:/;
const LONG_HEADER_NEXT =
  /^(?:Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|Record-Route|Route|Allow|User-Agent|Server)[ \t]*:/;

interface Sought {
  readonly code: LineCode;
  /** A line break where it must fit at one place. */
  readonly here: RegExp;
  /** The number that tells it from the others. */
  readonly index: number;
}

/** By the code of a character: what may begin with it, in the order of the rows. */
type SoughtByLetter = readonly (readonly Sought[])[];

const MOST_CODES = 64;
/** No spelling begins with a character behind the pictures of control characters. */
const LETTERS = 0x2440;
const none: readonly Sought[] = [];

function byLetter(codes: readonly LineCode[]): SoughtByLetter {
  const letters: (readonly Sought[])[] = new Array(LETTERS).fill(none);
  codes.forEach((code, index) => {
    const sought = { code, here: new RegExp(code.lineBreak, 'y'), index };
    for (const letter of code.begins) letters[letter.charCodeAt(0)] = [...letters[letter.charCodeAt(0)]!, sought];
  });
  return letters;
}

/** A start line has a blank in it, so that it stands in braces. */
const startInBraces: LineCode = { ...bracesCode, begins: '}' };

const codes = byLetter([...lineCodes, startInBraces, blankCode, pipeCode]);
/** In rows the start line ends before a separator. */
const codesInTables = byLetter([
  { ...rowCode, begins: '\t|;,' },
  ...[...cellCodes].map(([begins, code]) => ({ ...code, begins })),
  ...lineCodes,
  startInBraces,
  blankCode,
  pipeCode,
]);

/** Where each spelling may fit again: not within a line break of its own. */
const behindLast = new Uint16Array(MOST_CODES);

/** The first line break before a header line, in the first of the spellings that fit there. */
function firstLineBreak(rest: string, sought: SoughtByLetter): { at: number; code: string } | undefined {
  behindLast.fill(0);
  for (let at = 0; at < rest.length; at++) {
    for (const { code, here, index } of sought[rest.charCodeAt(at)] ?? none) {
      here.lastIndex = at;
      if (behindLast[index]! > at || !here.test(rest)) continue;
      behindLast[index] = here.lastIndex;
      if (KNOWN_HEADER_NEXT.test(rest.slice(here.lastIndex, here.lastIndex + 40))) return { at, code: code.id };
    }
  }
  return undefined;
}

/** The messages of a spelling share what says how they stand, as long as no tool wrapped them. */
const layouts = new Map<string, CodedLayout>();

function onOneLine(code: string): CodedLayout {
  const known = layouts.get(code);
  if (known) return known;
  const layout: CodedLayout = { kind: 'coded', code, wrap: undefined };
  layouts.set(code, layout);
  return layout;
}

/** A header line that follows a start line on its own line begins so near to it. */
const LONGEST_REST = 512;

/** A Via names its protocol first (RFC 3261 §20.42); a program that only says whom a message went through has none. */
const NO_VIA = / Via[ \t]*: ?(?![ \t]*SIP)\S/i;

const METHOD_ALONE = /^[A-Z]+[ \t\r]*\n/;
const LONGEST_METHOD = 32;

/** What can stand between the start line and a header line that follows on the same physical line. */
export function codedLayout(
  text: string,
  hit: StartLineHit,
  line: PhysicalLine,
  nextStart: number,
): CodedLayout | undefined {
  if (hit.rows) return { kind: 'coded', code: 'rows', wrap: undefined, rows: hit.rows.shape };
  if (isTsharkField(text, hit.start)) return tsharkHead(text, hit.end) && onOneLine('tshark');
  if (line.end - hit.end < 2) return undefined;
  // A method that stands alone at the end of the line before is lost to a message on one line.
  if (METHOD_ALONE.test(text.slice(hit.start, hit.start + LONGEST_METHOD))) return undefined;
  const rest =
    line.end > hit.end + LONGEST_REST
      ? text.slice(hit.end, hit.end + LONGEST_REST)
      : text.slice(hit.end, line.end) + wrappedRest(text, hit, line);
  if (!rest.includes(':')) return undefined;
  let first = firstLineBreak(rest, HAS_FIELDS.test(rest) ? codesInTables : codes);
  if (!first && hit.kind === 'request' && / /.test(rest[0] ?? '') && LONG_HEADER_NEXT.test(rest.trimStart())) {
    first = { at: 0, code: 'blank' };
  }
  if (!first) {
    const blank = / (?=(?:Via|From|To|Call-ID|CSeq|Max-Forwards|Record-Route)[ \t]*: ?\S)/.exec(rest);
    // Words between a version and the name of a header field are those of a sentence.
    const isSentence = hit.kind === 'request' && /[A-Za-z]/.test(rest.slice(0, blank?.index));
    if (blank && !isSentence) first = { at: blank.index, code: 'blank' };
  }
  if (
    !first ||
    hit.end + first.at > nextStart ||
    (first.code.startsWith('blank') &&
      (NO_VIA.test(rest) ||
        isOneHeaderOnly(text, rest.slice(first.at), line) ||
        isQuotedAlone(text, hit, rest.slice(0, first.at)))) ||
    (first.code === 'list' && isFilledIn(text.slice(hit.end, Math.min(line.end, hit.end + LONGEST_REST)))) ||
    isFirstOfLines(text, rest.slice(first.at), line)
  )
    return undefined;
  const doubling = first.code === 'backslash' ? codeOfDoublingString(text, hit, line) : undefined;
  if (doubling) return onOneLine(doubling.id);
  if (first.code === 'backslash' && ESCAPED_COLON_NEXT.test(rest.slice(first.at))) return onOneLine(colonCode.id);
  const coded = idInJson(first.code);
  if (decoders.has(coded) && isInJsonString(text, hit, line)) return onOneLine(coded);
  const wrap = wrapIndent(text, hit, first.code);
  return wrap === undefined ? onOneLine(first.code) : { kind: 'coded', code: first.code, wrap };
}

/** How a string is spelt that doubles its quotes and holds a message. */
function codeOfDoublingString(text: string, hit: StartLineHit, line: PhysicalLine): LineCode | undefined {
  if (isInDoublingField(text, hit, line)) return doubledCode;
  if (openQuote(text, hit.start) !== "'") return undefined;
  if (REPLACES.test(text.slice(Math.max(0, hit.start - 16), hit.start))) return replacedCode;
  return text.slice(hit.end, Math.min(line.end, hit.end + LONGEST_FIELD)).includes("''") ? sqlCode : undefined;
}

const REPLACES = /replace ?\( ?'$/i;

/** Whether a message stands in a quoted field of a row that doubles its quotes, and in no object within that. */
function isInDoublingField(text: string, { start, end }: StartLineHit, line: PhysicalLine): boolean {
  const before = text.slice(lineStartBefore(text, start, Math.max(0, start - 512)), start);
  const quote = before.lastIndexOf('"');
  if (quote < 0 || !/(?:^|[,;|\t]) ?$/.test(before.slice(Math.max(0, quote - 2), quote)) || before.includes('""'))
    return false;
  return text.slice(end, Math.min(line.end, end + LONGEST_FIELD)).includes('""');
}

const LONGEST_FIELD = 16_384;

/** Whether a message stands in a string that escapes slashes or, as the first one behind the start line is, quotes. */
function isInJsonString(text: string, { start, end }: StartLineHit, line: PhysicalLine): boolean {
  if (openQuote(text, start) !== '"') return false;
  if (text.slice(start, end).includes('SIP\\/')) return true;
  const behind = text.slice(end, Math.min(line.end, end + LONGEST_FIELD));
  const quote = behind.indexOf('"');
  return quote > 0 && behind[quote - 1] === '\\';
}

/** Whether somebody quotes a start line alone in a sentence that goes on with words: `SIP/2.0 403 Forbidden` in backticks. */
function isQuotedAlone(text: string, { start }: StartLineHit, before: string): boolean {
  const quote = text[start - 1] ?? '';
  return /[`"'“]/.test(quote) && /[`"'”] \p{L}/u.test(before);
}

/** Whether only one header line follows a start line on its own line: a sentence, or the next ones stand on the next lines. */
function isOneHeaderOnly(text: string, rest: string, line: PhysicalLine): boolean {
  const header = /^\s*[\w-]+[ \t]*:/.exec(rest)?.[0];
  if (header === undefined || knownHeaderIn(rest, header.length, rest.length) !== undefined) return false;
  // A sentence that names one header field.
  if (!/^\s*(?:Via|v)[ \t]*:\s*SIP\s*\//i.test(rest)) return true;
  const next = physicalLineAt(text, line.next);
  const at = knownHeaderIn(text, next.start, next.end);
  return at !== undefined && isBlankRange(text, next.start, at);
}

const FIELD_BEHIND = new RegExp(`^${FIELD_SEPARATORS}(?=[A-Za-z])`);

/** Whether the fields of a row part only the first header line from the start line, and the next ones stand on lines of their own. */
function isFirstOfLines(text: string, rest: string, line: PhysicalLine): boolean {
  const separator = FIELD_BEHIND.exec(rest)?.[0].length;
  const name = separator === undefined ? undefined : headerNameAt(rest, separator, rest.length);
  if (name === undefined || knownHeaderIn(rest, name.end, rest.length) !== undefined) return false;
  const next = physicalLineAt(text, line.next);
  return isKnownHeaderLine(text, next.start, next.end);
}

const pairs = [...signsOfPairs.values()].map((sign) => sign + sign);

/** The next line of a dump that was wrapped behind the start line. */
function wrappedRest(text: string, hit: StartLineHit, line: PhysicalLine): string {
  const indent = wrapIndent(text, hit, 'dots');
  const rest = text.slice(hit.end, line.end);
  if (indent === undefined || !pairs.some((pair) => rest.includes(pair))) return '';
  const next = physicalLineAt(text, line.next);
  return text.startsWith(indent, next.start)
    ? text.slice(next.start + indent.length, Math.min(next.end, next.start + 64))
    : '';
}

/**
 * ngrep wraps its dotted dumps at a width of its own and indents every line alike; netsniff-ng indents those deeper that
 * go on behind the name of the dump.
 */
function wrapIndent(text: string, hit: StartLineHit, code: string): string | undefined {
  if (!signsOfPairs.has(code)) return undefined;
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 512));
  const own = text.slice(lineStart, hit.start);
  const ownIndent = /^[ \t]+/.exec(own)?.[0];
  const next = physicalLineAt(text, physicalLineAt(text, hit.start).next);
  const nextIndent = /^[ \t]+(?=\S)/.exec(text.slice(next.start, next.end))?.[0] ?? '';
  const isDeeper = ownIndent !== undefined && own.length > ownIndent.length && nextIndent.length > ownIndent.length;
  const indent = isDeeper ? nextIndent : ownIndent;
  return indent === undefined || lineStart + indent.length > hit.start ? undefined : ownCopy(indent);
}
