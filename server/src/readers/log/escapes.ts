import { textOfBytes } from './utf8-bytes.ts';

/**
 * How characters are spelt inside the lines of a message that stands on physical lines: the whole text was put into
 * HTML, a mail or strings, one a line. One row a spelling.
 */
export type LineEscapes = 'string' | 'entities' | 'quoted-printable';

interface EscapeStyle {
  /** One escape. */
  readonly pattern: RegExp;
  readonly decode: (escape: string) => string;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntity(entity: string): string {
  const body = entity.slice(1, -1);
  if (!body.startsWith('#')) return named[body] ?? entity;
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function decodeBackslash(escape: string): string {
  if (/^\\x[89a-f]/i.test(escape)) return textOfBytes(escape.match(/[0-9a-f]{2}/gi), 16);
  if (/^\\[ux]/.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return simple[escape[1] ?? ''] ?? escape[1] ?? '';
}

/** Bytes as `=C3=BC` (RFC 2045 §6.7), UTF-8; a soft line break is nothing. */
export function decodeQuotedPrintable(escape: string): string {
  if (!/^=[0-9A-F]/i.test(escape)) return '';
  try {
    return decodeURIComponent(escape.replaceAll('=', '%'));
  } catch {
    return escape.replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  }
}

const QUOTED_PRINTABLE = '(?:=[0-9A-Fa-f]{2})+';

export const escapeStyles: Readonly<Record<LineEscapes, EscapeStyle>> = {
  string: {
    pattern: /(?:\\x[89A-Fa-f][0-9A-Fa-f])+|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^ux])/g,
    decode: decodeBackslash,
  },
  entities: { pattern: /&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/g, decode: decodeEntity },
  'quoted-printable': { pattern: new RegExp(`${QUOTED_PRINTABLE}|=\\r*\\n`, 'g'), decode: decodeQuotedPrintable },
};

/** How much of a head is looked at to tell its spelling. */
const LOOK_AHEAD = 768;

/** The spelling of the lines behind an offset; `inString`: each of them stands in a string of its own. */
export function lineEscapesAfter(text: string, at: number, inString: boolean): LineEscapes | undefined {
  if (inString) return 'string';
  const head = text.slice(at, at + LOOK_AHEAD);
  if (head.includes('&lt;') || head.includes('&quot;')) return 'entities';
  return head.includes('=3D') && /[;?]\w{1,16}=3D/.test(head) ? 'quoted-printable' : undefined;
}
