/**
 * What a text has in common with others: a key that is the same for texts which differ only in what every rule judges
 * alike whatever it is. That is what differs from message to message in ordinary traffic: addresses and ports, tags,
 * branches, Call-IDs, sequence numbers, telephone numbers, nonces. Each is passed over only where it stands in its
 * usual form; everything else counts as it is written.
 */

export interface HeadLikeness {
  readonly key: number;
  /** Where the body begins. */
  readonly end: number;
  /** What `Content-Length` says; undefined where it is not there, or not in its usual form. */
  readonly contentLength: number | undefined;
}

/** The likeness of a message's head, from the start line to the empty line behind it. */
export function likenessOfHead(text: string): HeadLikeness {
  const end = headEnd(text);
  return { key: keyOf(text, 0, end, passedOverInHead), end, contentLength: contentLengthIn(text, end) };
}

/** The likeness of a session description. */
export const likenessOfSdp = (text: string, start: number, end: number): number =>
  keyOf(text, start, end, passedOverInSdp);

/** Behind the first empty line. */
function headEnd(text: string): number {
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
    let at = feed + 1;
    while (text.charCodeAt(at) === CR) at++;
    if (at >= text.length || text.charCodeAt(at) === LF) return Math.min(at + 1, text.length);
  }
  return text.length;
}

const CONTENT_LENGTH = '\nContent-Length: ';

/** The blanks before a number that ends its line, and the number; 0 where something else stands there. */
function lengthAt(text: string, start: number): number {
  let at = start;
  while (at - start < MOST_BLANKS && text.charCodeAt(at) === BLANK) at++;
  const digits = digitsAt(text, at, 9);
  return digits > 0 && endsLine(text, at + digits) ? at + digits - start : 0;
}

/** Programs leave room for a number that they do not know yet. */
const MOST_BLANKS = 16;

function contentLengthIn(text: string, end: number): number | undefined {
  const name = text.lastIndexOf(CONTENT_LENGTH, end);
  if (name < 0) return undefined;
  const start = name + CONTENT_LENGTH.length;
  const length = lengthAt(text, start);
  return length > 0 ? Number(text.slice(start, start + length)) : undefined;
}

/** How many characters from an offset on do not count, by the character before them. */
type PassOver = (text: string, at: number, before: number) => number;

/** The key cannot be foreseen, so that nobody can write a text that has the key of another one. */
const SEEDS = [Math.random(), Math.random()].map((seed) => Math.floor(seed * 0x7fffffff));
/** Stands for what does not count; no character is as large. */
const PASSED = 0x10000;

function keyOf(text: string, start: number, end: number, passOver: PassOver): number {
  let [one, other] = SEEDS as [number, number];
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at++);
    one = Math.imul((one << 5) ^ (one >>> 27) ^ code, 0x2c1b3c6d);
    other = Math.imul((other << 7) ^ (other >>> 25) ^ code, 0x297a2d39);
    if (code >= 128 || LEADS[code] === 0) continue;
    const passed = passOver(text, at, code);
    if (passed === 0) continue;
    at += passed;
    one = Math.imul((one << 5) ^ (one >>> 27) ^ PASSED, 0x2c1b3c6d);
    other = Math.imul((other << 7) ^ (other >>> 25) ^ PASSED, 0x297a2d39);
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const PLUS = 43;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const AT = 64;

/** What something that is passed over stands behind. */
const LEADS = new Uint8Array(128);
for (const code of [BLANK, QUOTE, COLON, EQUALS, AT]) LEADS[code] = 1;

function passedOverInHead(text: string, at: number, before: number): number {
  switch (before) {
    case EQUALS:
      return parameterValue(text, at) || ipv4At(text, at);
    case QUOTE:
      return quotedValue(text, at);
    case COLON:
      return ipv4At(text, at) || portAt(text, at) || userAt(text, at);
    case BLANK:
      return text.charCodeAt(at - 2) === COLON
        ? fieldValue(text, at) || ipv4At(text, at)
        : ipv4At(text, at) || clockAt(text, at);
    default:
      return ipv4At(text, at);
  }
}

/** In `o=- 20518 1 IN IP4 192.0.2.1`, `c=IN IP4 192.0.2.1`, `m=audio 49170 RTP/AVP 0`. */
function passedOverInSdp(text: string, at: number, before: number): number {
  if (before !== BLANK || !isDigit(text.charCodeAt(at))) return 0;
  const beginning = text.slice(Math.max(0, at - LONGEST_LOOK_BACK), at);
  const line = beginning.lastIndexOf('\n') + 1;
  if (line === 0) return 0;
  if (beginning.startsWith('c=', line)) return ipv4At(text, at);
  if (beginning.startsWith('o=', line)) return ipv4At(text, at) || numberAt(text, at);
  return beginning.startsWith('m=', line) && beginning.indexOf(' ', line) === beginning.length - 1
    ? portNumber(text, at, BLANK)
    : 0;
}

/** Numbers do not stand further behind the beginning of their line. */
const LONGEST_LOOK_BACK = 96;

/** `;tag=…`, `;branch=z9hG4bK…`, `;rport=5060`. */
function parameterValue(text: string, at: number): number {
  switch (text.charCodeAt(at - 2)) {
    case 103: // tag
      return text.startsWith(';tag=', at - 5) ? opaqueAt(text, at) : 0;
    case 104: {
      // branch
      if (!text.startsWith(';branch=z9hG4bK', at - 8)) return 0;
      const rest = opaqueAt(text, at + 7);
      return rest === 0 ? 0 : rest + 7;
    }
    case 116: // rport
      return text.startsWith(';rport=', at - 7) ? portNumber(text, at) : 0;
    default:
      return 0;
  }
}

/** `nonce="…"`, `cnonce="…"`, `opaque="…"`, `response="…"` with an MD5 hash, and a number as the name of an address. */
function quotedValue(text: string, at: number): number {
  if (text.charCodeAt(at - 2) !== EQUALS) {
    const number = phoneNumberAt(text, at);
    return number > 0 && text.startsWith('" <', at + number) ? number : 0;
  }
  if (text.startsWith('nonce=', at - 7) || text.startsWith('opaque=', at - 8)) {
    const length = base64At(text, at);
    return text.charCodeAt(at + length) === QUOTE ? length : 0;
  }
  if (!text.startsWith('response=', at - 10)) return 0;
  for (let i = at; i < at + 32; i++) if (!isHexDigit(text.charCodeAt(i))) return 0;
  return text.charCodeAt(at + 32) === QUOTE ? 32 : 0;
}

/** The values of `Call-ID` and `Content-Length`, the number of `CSeq`. */
function fieldValue(text: string, at: number): number {
  switch (text.charCodeAt(at - 3)) {
    case 68: // Call-ID
      return text.startsWith('\nCall-ID: ', at - 10) ? callIdAt(text, at) : 0;
    case 113: {
      // CSeq
      const digits = text.startsWith('\nCSeq: ', at - 7) ? digitsAt(text, at, 9) : 0;
      return digits > 0 && text.charCodeAt(at + digits) === BLANK ? digits : 0;
    }
    case 104: // Content-Length
      return text.startsWith(CONTENT_LENGTH, at - CONTENT_LENGTH.length) ? lengthAt(text, at) : 0;
    default:
      return 0;
  }
}

function callIdAt(text: string, at: number): number {
  const local = opaqueAt(text, at);
  if (local === 0) return 0;
  let length = local;
  if (text.charCodeAt(at + local) === AT) {
    const host = opaqueAt(text, at + local + 1);
    if (host === 0) return 0;
    length += 1 + host;
  }
  return endsLine(text, at + length) ? length : 0;
}

/** An address of a host; neither `0.0.0.0` nor a broadcast or multicast address. */
function ipv4At(text: string, start: number): number {
  let at = start;
  for (let i = 0; i < 4; i++) {
    let octet = 0;
    const first = at;
    while (at - first < 3 && isDigit(text.charCodeAt(at))) octet = octet * 10 + text.charCodeAt(at++) - ZERO;
    if (at === first || octet > 255 || (i === 0 && (octet === 0 || octet > 223))) return 0;
    if (i < 3 && text.charCodeAt(at++) !== DOT) return 0;
  }
  return endsName(text, at) ? at - start : 0;
}

/** The port behind an address of four numbers. */
function portAt(text: string, at: number): number {
  let before = at - 2;
  while (at - before < 20 && (isDigit(text.charCodeAt(before)) || text.charCodeAt(before) === DOT)) before--;
  const length = at - 2 - before;
  return length >= 7 && ipv4At(text, before + 1) === length && isLead(text.charCodeAt(before))
    ? portNumber(text, at)
    : 0;
}

/** A number from 1 to 65535, and what must follow it. */
function portNumber(text: string, at: number, next?: number): number {
  const digits = digitsAt(text, at, 5);
  if (digits === 0 || text.charCodeAt(at) === ZERO) return 0;
  if (digits === 5 && Number(text.slice(at, at + 5)) > 65_535) return 0;
  const isEnd = next === undefined ? endsName(text, at + digits) : text.charCodeAt(at + digits) === next;
  return isEnd ? digits : 0;
}

/** A telephone number before the `@` of a URI. */
function userAt(text: string, at: number): number {
  const length = phoneNumberAt(text, at);
  return length > 0 && text.charCodeAt(at + length) === AT ? length : 0;
}

function phoneNumberAt(text: string, at: number): number {
  const plus = text.charCodeAt(at) === PLUS ? 1 : 0;
  const digits = digitsAt(text, at + plus, 20);
  return digits === 0 ? 0 : plus + digits;
}

/** `18:48:06 GMT` */
function clockAt(text: string, at: number): number {
  if (!text.startsWith(' GMT', at + 8) || !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text.slice(at, at + 8))) return 0;
  return 8;
}

function numberAt(text: string, at: number): number {
  const digits = digitsAt(text, at, 20);
  return text.charCodeAt(at + digits) === BLANK ? digits : 0;
}

const LONGEST_OPAQUE = 128;

/** Letters, digits and a few signs that may stand anywhere. */
function opaqueAt(text: string, start: number): number {
  let at = start;
  while (at - start < LONGEST_OPAQUE && isPlain(text.charCodeAt(at))) at++;
  return at - start;
}

function base64At(text: string, start: number): number {
  let at = start;
  while (at - start < LONGEST_OPAQUE && isBase64(text.charCodeAt(at))) at++;
  return at - start;
}

/** At most so many digits, and none behind them; 0 where there are more. */
function digitsAt(text: string, start: number, most: number): number {
  let at = start;
  while (at - start <= most && isDigit(text.charCodeAt(at))) at++;
  return at - start > most ? 0 : at - start;
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || (code === CR && text.charCodeAt(at + 1) === LF);
}

const ZERO = 48;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
const isPlain = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 45 || code === DOT || code === 95;
const isBase64 = (code: number): boolean => isPlain(code) || code === PLUS || code === 47 || code === EQUALS;
const isLead = (code: number): boolean => code < 128 && LEADS[code] === 1;
/** Whether no name or number goes on at an offset. */
function endsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !isPlain(code) && code !== 37 && !(code >= 128);
}
