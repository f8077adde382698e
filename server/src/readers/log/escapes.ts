import type { LogicalTextBuilder } from './logical.ts';
import { textOfBytes } from './utf8-bytes.ts';

/**
 * How characters are spelt inside the lines of a message that stands on physical lines: the whole text was put into
 * HTML, a mail or strings, one a line. One row a spelling.
 */
export type LineEscapes = 'string' | 'entities' | 'quoted-printable';

/** One way to spell characters, and what a character spelt so stands for. */
export interface EscapeRule {
  /** The source of a pattern without groups: one escape, or the bytes of one character and those next to it. */
  readonly pattern: string;
  readonly decode: (escape: string) => string;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntity(entity: string): string {
  const body = entity.slice(1, -1);
  if (!body.startsWith('#')) return NAMED[body] ?? entity;
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** As HTML and XML spell characters. */
export const entities: EscapeRule = {
  pattern: '&(?:lt|gt|amp|quot|apos|nbsp|#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6});',
  decode: decodeEntity,
};

const LETTERS: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  a: '\x07',
  v: '\v',
  e: '\x1b',
  0: '\0',
};

/** What a letter behind a backslash stands for: itself where it has no other meaning, as a quote does. */
export const behindBackslash = (letter = ''): string => LETTERS[letter] ?? letter;

function decodeBackslash(escape: string): string {
  if (/^\\x[89a-f]/i.test(escape)) return textOfBytes(escape.match(/[0-9a-f]{2}/gi), 16);
  if (/^\\[ux]/.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return /^\\\d{3}/.test(escape) ? textOfBytes(escape.match(/\d{3}/g), 8) : behindBackslash(escape[1]);
}

/** Characters beyond ASCII as programs print bytes in Python, Rust and C, `\xc3\xbc` and `\303\274`; others in hexadecimal. */
const BYTES = '(?:\\\\x[89A-Fa-f][0-9A-Fa-f])+|(?:\\\\[23][0-7]{2})+|\\\\x[0-9A-Fa-f]{2}';

export const backslashedBytes: EscapeRule = { pattern: BYTES, decode: decodeBackslash };

/** As strings of programming languages and of JSON spell characters. */
export const backslashed: EscapeRule = {
  pattern: `${BYTES}|\\\\u[0-9A-Fa-f]{4}|\\\\[^ux]`,
  decode: decodeBackslash,
};

/** Bytes as `=C3=BC` (RFC 2045 §6.7), UTF-8; a soft line break is nothing. */
export function decodeQuotedPrintable(escape: string): string {
  if (!/^=[0-9A-F]/i.test(escape)) return '';
  try {
    return decodeURIComponent(escape.replaceAll('=', '%'));
  } catch {
    return escape.replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  }
}

/** A character as `=C3=BC`, or a soft line break. */
const quotedPrintable: EscapeRule = { pattern: '(?:=[0-9A-Fa-f]{2})+|=\\r*\\n', decode: decodeQuotedPrintable };

export interface EscapeStyle {
  /** All escapes of a text. */
  readonly pattern: RegExp;
  readonly decode: EscapeRule['decode'];
}

const styleOf = ({ pattern, decode }: EscapeRule): EscapeStyle => ({ pattern: new RegExp(pattern, 'g'), decode });

export const escapeStyles: Readonly<Record<LineEscapes, EscapeStyle>> = {
  string: styleOf(backslashed),
  entities: styleOf(entities),
  'quoted-printable': styleOf(quotedPrintable),
};

/** A quote inside a quoted field of a table, or inside a string of SQL, is doubled. */
export const doubledQuotes: Readonly<Record<'"' | "'", EscapeStyle>> = {
  '"': { pattern: /""/g, decode: () => '"' },
  "'": { pattern: /''/g, decode: () => "'" },
};

/** Takes a range of the document, its escapes decoded. */
export function copyDecoded(
  builder: LogicalTextBuilder,
  text: string,
  start: number,
  end: number,
  style: EscapeStyle | undefined,
): void {
  let at = start;
  if (style) {
    for (const match of text.slice(start, end).matchAll(style.pattern)) {
      const code = start + match.index;
      const to = code + match[0].length;
      builder.copy(text, at, code);
      const decoded = style.decode(match[0]);
      if (decoded !== '') builder.decode(decoded, code, to);
      at = to;
    }
  }
  builder.copy(text, at, end);
}

/** How much of a head is looked at to tell its spelling. */
const LOOK_AHEAD = 768;

/** The spelling of the lines behind an offset; `inString`: each of them stands in a string of its own. */
export function lineEscapesAfter(text: string, at: number, inString: boolean): LineEscapes | undefined {
  if (inString) return 'string';
  const head = text.slice(at, at + LOOK_AHEAD);
  if (head.includes('&lt;') || head.includes('&quot;')) return 'entities';
  return head.includes('=3D') && /[;?]\w{1,16}=3D/.test(head) && !BARE_EQUALS.test(head)
    ? 'quoted-printable'
    : undefined;
}

/** Where an equals sign stands for itself no text is spelt so: a tag may begin with `3D`. */
const BARE_EQUALS = /=(?![0-9A-Fa-f]{2}|\r*\n|[0-9A-Fa-f]?$)/;
