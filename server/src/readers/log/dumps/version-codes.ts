import { isWordCharacter } from '../shapes/characters.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import {
  binary,
  type CodeSpelling,
  characters,
  decimal,
  hexInList,
  hexOf,
  markedHex,
  octal,
  words,
} from './code-spellings.ts';

/** Where `SIP/` stands in codes, and how far the codes of its line go back. */
export interface SpeltVersion {
  readonly spelling: CodeSpelling;
  /** The first code of the line. */
  readonly first: number;
  /** What parts its own codes. */
  readonly gaps: string;
}

const HEX_GAP = '[ \\t:,-]{0,5}';
const LIST_GAP = '(?:,\\s{0,16}|\\s{1,16})';

/** One row a spelling: how `SIP/` is looked for, and what it tells of the codes around it. */
const rows: readonly {
  readonly sought: string;
  readonly spellingOf: (document: string, at: number, match: RegExpExecArray) => CodeSpelling;
  /** How much of the code stands before what is looked for. */
  readonly before?: RegExp;
}[] = [
  {
    sought: `53(${HEX_GAP})49(${HEX_GAP})50(${HEX_GAP})2[fF]`,
    spellingOf: (document, at, match) => {
      const gaps = match.slice(1);
      if (gaps.some((gap) => gap.includes(','))) return hexInList;
      return gaps.includes('') ? hexOf(widestAround(document, at, at + match[0].length)) : hexOf(2);
    },
  },
  // Rows may part the name from the slash, so that no row has it all.
  { sought: `2[fF]( )32( )2[eE]( )30(?= 0[dD]| 20)`, spellingOf: () => hexOf(2) },
  { sought: `83(${LIST_GAP})73(${LIST_GAP})80(${LIST_GAP})47`, spellingOf: () => decimal, before: /0$/ },
  { sought: 'x53([,\\s]{0,3})[0\\\\]x49', spellingOf: () => markedHex, before: /[0\\]$/ },
  { sought: '123 111 120 057', spellingOf: () => octal },
  { sought: 'S   I   P   /', spellingOf: () => characters, before: / {3}$/ },
  { sought: '01010011 01001001 01010000 0', spellingOf: () => binary },
  { sought: '4953 +2[fF]50', spellingOf: () => words },
];

/** What is looked for, as alternatives. */
export const VERSION_IN_CODES = rows.map(({ sought }) => sought.replace(/\((?!\?)/g, '(?:')).join('|');

const sticky = rows.map((row) => ({ ...row, pattern: new RegExp(row.sought, 'y') }));

/** The codes around a version whose spelling was found at an offset. */
export function speltVersionAt(document: string, at: number, floor: number): SpeltVersion | undefined {
  for (const { pattern, spellingOf, before } of sticky) {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (!match) continue;
    const spelling = spellingOf(document, at, match);
    const lineStart = lineStartBefore(document, at, Math.max(floor, at - FURTHEST_BACK));
    const own = before?.exec(document.slice(Math.max(lineStart, at - 4), at))?.[0].length ?? 0;
    const gaps = match.slice(1).join('');
    // A version may begin within a code of several bytes.
    const digits = hexStart(document, at, Math.max(lineStart, at - LONGEST_CODE));
    const code = own > 0 ? at - own : digits + ((at - digits) % 2);
    return { spelling, first: firstCode(document, lineStart, code, spelling, gaps), gaps };
  }
  return undefined;
}

/** A line of codes is followed back so far. */
const FURTHEST_BACK = 16_384;
/** Bytes that nothing parts are followed back over so many digits. */
const LONGEST_CODE = 4096;

/** How many digits the widest code has of those that a range touches. */
function widestAround(document: string, from: number, to: number): number {
  const start = hexStart(document, from, Math.max(0, from - LONGEST_CODE));
  let end = to;
  while (end < from + LONGEST_CODE && /[0-9a-f]/i.test(document[end] ?? '')) end++;
  return Math.max(
    ...document
      .slice(start, end)
      .split(/[^0-9a-f]+/i)
      .map((word) => word.length),
  );
}

/** Where the hexadecimal digits begin that end at an offset. */
function hexStart(document: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && /[0-9a-f]/i.test(document[start - 1] ?? '')) start--;
  return start;
}

function wordStart(document: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && isWordCharacter(document.charCodeAt(start - 1))) start--;
  return start;
}

/** The first of the codes of a line that stand one behind the other as far as an offset. */
export function firstCode(
  document: string,
  lineStart: number,
  at: number,
  { code, columns }: CodeSpelling,
  gaps: string,
): number {
  const fits = (start: number, end: number): boolean => {
    code.lastIndex = start;
    return start >= lineStart && start < end && start + (code.exec(document)?.[0].length ?? 0) === end;
  };
  let first = at;
  if (columns !== undefined) {
    while (fits(first - columns, first)) first -= columns;
    return first;
  }
  for (;;) {
    const gap = gapBefore(document, first, lineStart, gaps);
    if (gap === undefined) return first;
    const end = first - gap;
    const digits = wordStart(document, end, Math.max(lineStart, end - LONGEST_CODE));
    // A sign, or a mark that is no letter.
    const start = fits(digits - 1, end) ? digits - 1 : digits;
    if (!fits(start, end)) return first;
    first = start;
  }
}

/** How long what parts a code from the one before it is; undefined where they stand apart in another way than those of the version. */
function gapBefore(document: string, at: number, lineStart: number, gaps: string): number | undefined {
  const gap = /[ \t]{0,5}[,:-]?[ \t]{0,5}$/.exec(document.slice(Math.max(lineStart, at - 11), at))?.[0] ?? '';
  const mark = gap.trim();
  // Two halves of a row may be parted by a hyphen.
  const isAlike = mark === '' ? !/[,:]/.test(gaps) : mark === '-' || gaps.includes(mark);
  return isAlike ? gap.length : undefined;
}
