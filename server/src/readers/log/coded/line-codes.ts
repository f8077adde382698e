import {
  backslashed,
  backslashedBytes,
  behindBackslash,
  decodeQuotedPrintable,
  type EscapeRule,
  entities,
} from '../escapes.ts';
import { headerFullNames } from '../patterns.ts';

/**
 * How logs write the line breaks of a message that they put on one physical line. One row a spelling; the first
 * one that follows the start line is the one the whole message uses.
 */
export interface LineCode {
  readonly id: string;
  /** A line break in this spelling, CR and LF or LF alone. */
  readonly lineBreak: string;
  /** The characters that a line break or another escape begins with: nothing else is looked at. */
  readonly begins: string;
  /** Other escapes of the same spelling, and what they stand for. */
  readonly escapes?: readonly EscapeRule[];
  /** The sign that a dump shows for CR and for LF: a tool that breaks its lines at a width may part the two. */
  readonly sign?: string;
}

/** A JSON string that was logged inside another one. */
const doubleBackslashEscapes: readonly EscapeRule[] = [
  { pattern: '\\\\\\\\\\\\"', decode: () => '"' },
  { pattern: '\\\\\\\\[tnr]', decode: (escape) => behindBackslash(escape[2]) },
  { pattern: '\\\\["/]', decode: (escape) => escape[1] ?? '' },
];

/** A control character as three octal digits behind the sign that begins it. */
const octalBehind = (sign: string): EscapeRule => ({
  pattern: `${sign}0[0-3][0-7]`,
  decode: (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 8)),
});

export const JOINED = 'joined';
/** What joins two strings. */
const JOINTS = ["'", '"', '`'].map((quote) => `${quote} (?:\\+|\\.{1,2}) ${quote}`).join('|');
export const JOINT = new RegExp(`^(?:${JOINTS})`);

export const lineCodes: readonly LineCode[] = [
  // rsyslog: control characters as # and three octal digits.
  { id: 'octal', begins: '#', lineBreak: '(?:#015)*#012|#015', escapes: [octalBehind('#')] },
  { id: 'backslash-octal', begins: '\\', lineBreak: '(?:\\\\015)*\\\\012', escapes: [octalBehind('\\\\')] },
  { id: 'unicode', begins: '\\', lineBreak: '(?:\\\\u000[dD])*\\\\u000[aA]', escapes: [backslashed] },
  { id: 'double-backslash', begins: '\\', lineBreak: '(?:\\\\\\\\r)*\\\\\\\\n', escapes: doubleBackslashEscapes },
  { id: 'backslash', begins: '\\', lineBreak: '(?:\\\\r)*\\\\n|\\\\r', escapes: [backslashed] },
  {
    id: 'backslash-hex',
    begins: '\\',
    lineBreak: '(?:\\\\x0[dD])*\\\\x0[aA]|\\\\x0[dD]|\\\\x[dD]\\\\x[aA]',
    escapes: [backslashedBytes],
  },
  // Kamailio's and OpenSIPS' socket reads: a byte that cannot be printed stands as two hex digits between blanks.
  { id: 'hex', begins: ' ', lineBreak: ' 0D  0A | 0A ' },
  { id: 'hex-tight', begins: ' 0', lineBreak: ' ?0D 0A ?' },
  {
    id: 'hex-angled',
    begins: '<[{|',
    lineBreak: '(?:<0[dD]>)*<0[aA]>|\\[0[dD]\\]\\[0[aA]\\]|[<{](?:0x)?0[dD][>}][<{](?:0x)?0[aA][>}]|\\|0[dD] 0[aA]\\|',
  },
  // Kiwi Syslog: control characters as three decimal digits.
  {
    id: 'decimal-angled',
    begins: '<',
    lineBreak: '(?:<013>)*<010>|<013>|<13><10>',
    escapes: [{ pattern: '<0(?:09|27)>', decode: (escape) => String.fromCharCode(Number(escape.slice(1, -1))) }],
  },
  {
    id: 'named',
    begins: '<[{(\\',
    lineBreak:
      '(?:[<[{(]CR[>\\]})])?[<[{(](?:LF|NL|CRLF|EOL|BR|NEWLINE)[>\\]})]|\\\\CR\\\\LF|<cr><lf>|<eol>|\\[\\\\r\\]\\[\\\\n\\]',
  },
  { id: 'html-break', begins: '<&', lineBreak: '<[bB][rR] ?/?>', escapes: [entities] },
  // An element a line, one behind the other.
  {
    id: 'html-block',
    begins: '<&',
    lineBreak:
      '(?:</[a-z]{1,6}>[ \\t]{0,8}){1,4}(?:(?:<[a-z]{1,6}(?: [^<>\\n]{0,128})?>[ \\t]{0,8}){1,4}|(?=\\r{0,2}(?:\\n|$)))',
    escapes: [entities],
  },
  // As Pascal, XML without its signs and PowerShell write them.
  { id: 'number-pair', begins: '#', lineBreak: '#0?13#0?10|#x0[dD]#x0[aA]' },
  { id: 'backtick', begins: '`', lineBreak: '(?:`r)?`n' },
  { id: 'caret', begins: '^', lineBreak: '\\^M(?:\\^J)?[ \\t]?' },
  { id: 'entity', begins: '&', lineBreak: '(?:&#(?:13|x0?[dD]);)*&#(?:10|x0?[aA]);', escapes: [entities] },
  // Control characters other than LF, for a syslog that takes that one away.
  { id: 'control', begins: '\r\v\f\0\u0085\u2028', lineBreak: '[\\r\\v\\f\\0\\u0085\\u2028](?!\\n)' },
  { id: 'picture', begins: '\u240d\u240a\u21b5\u00b6', lineBreak: '\\u240d?\\u240a|\\u240d|\\u21b5|\\u00b6' },
  { id: 'percent', begins: '%', lineBreak: '(?:%0[dD])*%0[aA]' },
  {
    id: 'quoted-printable',
    begins: '=',
    lineBreak: '(?:=0[dD])*=0[aA]',
    escapes: [{ pattern: '(?:=(?!0[dDaA])[0-9A-Fa-f]{2})+', decode: decodeQuotedPrintable }],
  },
  // A list of lines as a programming language prints it.
  {
    id: 'list',
    begins: `\\'"`,
    lineBreak: `(?:\\\\r)?(?:\\\\n)?(?:', ?[bu]?'|"(?:>>)?, ?(?:<<|[bu])?")`,
    escapes: [backslashed],
  },
  // A string a line, joined to the next one as a program prints a long one.
  { id: JOINED, begins: '\\', lineBreak: `(?:\\\\r)*\\\\n(?:${JOINTS})?`, escapes: [backslashed] },
  // A script that replaces them, or a dump that shows each character it cannot print as one of its user's choice.
  { id: 'sign-pair', begins: '~\u00a6\u00a7', lineBreak: '~~|\u00a6\u00a6|\u00a7\u00a7' },
  { id: 'sign', begins: '~\u00a6\u00a7', lineBreak: '[~\u00a6\u00a7]' },
  // ngrep: CR and LF are each shown as a dot. Of three the first is of the value, and of four the first two are before
  // a name that begins no body.
  {
    id: 'dots',
    begins: '.',
    sign: '.',
    lineBreak: `\\.\\.(?!\\.(?:${headerFullNames}|v) ?:|\\.\\.(?:CSeq|Via|Call-ID|Max-Forwards|Contact) ?:)`,
  },
  // The same with what `ngrep -P` may be told to show in place of a dot.
  ...[...'_|#*?@'].map((sign) => ({ id: `pair-${sign}`, begins: sign, sign, lineBreak: `[${sign}]{2}` })),
];

/** By the spelling, where it has such a sign. */
export const signsOfPairs: ReadonlyMap<string, string> = new Map(
  lineCodes.flatMap(({ id, sign }) => (sign === undefined ? [] : [[id, sign]])),
);

/** A header field that another one follows behind a spelt line break, as those do that stand in one field of a row. */
const HEADER_FIELDS_NEXT = `(?=(?:${headerFullNames}|v)[ \\t]*:[^"\\n]{0,256}?\\\\[rn])`;

/** What parts the start line of a row from its header fields: empty fields, and short ones such as a Call-ID. */
function apart(separator: string): string {
  const character = `[^${separator}\\n\\\\]`;
  const field = `(?!${character}{0,128}SIP\\/)${character}{1,128}`;
  const signs = `[${separator}]{1,4}`;
  return `(?:${signs}${field}){0,4}?${signs}`;
}

/** In a row of a table the header fields follow the start line behind a TAB or another separator. */
export const rowCode: LineCode = {
  id: 'backslash-row',
  begins: '\\\t|;,',
  lineBreak:
    `(?:\\\\r)*\\\\n|\\\\r|\\t{1,4}(?=(?:${headerFullNames}|v)[ \\t]*:)` +
    `|(?:${['\\t', '|', ';', ','].map(apart).join('|')})${HEADER_FIELDS_NEXT}`,
  escapes: [backslashed],
};

/** The same where every field of the row stands in quotes, which need not be doubled within it. */
function cellCodeWith(id: string, quote: string): LineCode {
  const signs = '[,;|\\t ]{1,4}';
  const field = `(?:[^${quote}\\n\\\\]|${quote}(?!${signs}${quote})){1,128}`;
  return {
    id,
    begins: `\\${quote}`,
    lineBreak: `(?:\\\\r)*\\\\n|\\\\r|${quote}(?:${signs}${quote}${field}${quote}){0,4}?${signs}${quote}${HEADER_FIELDS_NEXT}`,
    escapes: [backslashed],
  };
}
export const cellCodes: ReadonlyMap<string, LineCode> = new Map([
  ['"', cellCodeWith('backslash-cell', '"')],
  ["'", cellCodeWith('backslash-cell-apostrophe', "'")],
]);

/** Whether fields of a row may follow one another. */
export const HAS_FIELDS = /\t|["'][,;| ]|[|;,](?=[A-Zv])/;

/** A row of colons, in whose fields those are escaped. */
export const colonCode: LineCode = {
  id: 'backslash-colons',
  begins: '\\',
  lineBreak: '(?:\\\\r)*\\\\n|\\\\r',
  escapes: [backslashed],
};

/** A row of commas that spells line breaks, but doubles the quotes of a field. */
export const doubledCode: LineCode = {
  id: 'backslash-doubled',
  begins: '\\"',
  lineBreak: '(?:\\\\r)*\\\\n|\\\\r',
  escapes: [{ pattern: '\\\\?""', decode: () => '"' }, backslashed],
};

const doubledApostrophes: EscapeRule = { pattern: "''", decode: () => "'" };

/** A string of SQL, which doubles the quotes that it has of its own. */
export const sqlCode: LineCode = {
  id: 'backslash-sql',
  begins: "\\'",
  lineBreak: '(?:\\\\r)*\\\\n|\\\\r',
  escapes: [doubledApostrophes, backslashed],
};

/** The same where SQL itself puts the line breaks in place of their spelling, so that no other backslash spells anything. */
export const replacedCode: LineCode = {
  id: 'backslash-replaced',
  begins: "\\'",
  lineBreak: '(?:\\\\r)*\\\\n|\\\\r',
  escapes: [doubledApostrophes],
};

/**
 * A list in Tcl, an element a line: one with blanks in braces, one without them as it is. `} {Via: …} {} v=0 {o=- 1 1 …`.
 */
export const bracesCode: LineCode = {
  id: 'braces',
  begins: '} ',
  lineBreak: '\\},? ?\\{|\\} (?=[a-z]=)| \\{?(?=[a-z]=)',
};

/** Line breaks that became blanks: two or more, or (as a last resort) one before a header field name that we know. */
export const blankCode: LineCode = { id: 'blanks', begins: ' \t', lineBreak: '[ \\t]{2,}' };
export const pipeCode: LineCode = { id: 'pipe', begins: ' |', lineBreak: ' ?\\| ?' };

/** Whether a spelling has escapes of its own that begin with a backslash, whose pattern doubles it. */
const hasBackslashes = ({ escapes = [] }: LineCode): boolean => escapes.some(({ pattern }) => pattern.includes('\\\\'));

export const idInJson = (id: string): string => `${id}-in-json`;

/** The spellings without escapes of that kind as they stand in a string of JSON: a syslog wrote them, and then a record around them. */
export const inJson = (codes: readonly LineCode[]): readonly LineCode[] =>
  codes
    .filter((code) => !hasBackslashes(code))
    .map((code) => ({
      id: idInJson(code.id),
      begins: `${code.begins}\\`,
      lineBreak: code.lineBreak,
      escapes: [...(code.escapes ?? []), backslashed],
    }));
