import type { LengthAt, PassedOver } from './like-texts.ts';

/**
 * What does not count where messages are compared: what every rule judges alike whatever it is. That is what differs
 * from message to message in ordinary traffic: addresses and ports, tags, branches, Call-IDs, sequence numbers, users
 * and their numbers, nonces. Each is passed over only where it stands in its usual form; everything else counts as it
 * is written.
 */

export const CONTENT_LENGTH = '\nContent-Length: ';

/** The blanks before a number that ends its line, and the number; 0 where something else stands there. */
function lengthAt(text: string, start: number): number {
  let at = start;
  while (at - start < MOST_BLANKS && text.charCodeAt(at) === BLANK) at++;
  const digits = digitsAt(text, at, 9);
  return digits > 0 && endsLine(text, at + digits) ? at + digits - start : 0;
}

/** Programs leave room for a number that they do not know yet. */
const MOST_BLANKS = 16;

/** The number in what is passed over behind `Content-Length`. */
export const contentLengthAt = (text: string, start: number): number =>
  Number(text.slice(start, start + lengthAt(text, start)));

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const PLUS = 43;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const AT = 64;

const PLAIN = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._')
  PLAIN[letter.charCodeAt(0)] = 1;

/** What something that is passed over stands behind. */
const LEADS = new Uint8Array(128);
for (const code of [BLANK, QUOTE, COLON, EQUALS, AT]) LEADS[code] = 1;

/** From the start line to the empty line. */
export const passedOverInHead: PassedOver = {
  leads: LEADS,
  kindAt: (text, at, before) => kindsInHead(text, at, before).find((lengthOf) => lengthOf(text, at) > 0),
};

function kindsInHead(text: string, at: number, before: number): readonly LengthAt[] {
  switch (before) {
    case EQUALS:
      return [...valuesOf(text, at, PARAMETERS), ...HOSTS];
    case QUOTE:
      return text.charCodeAt(at - 2) === EQUALS ? valuesOf(text, at, QUOTED) : [displayNameAt];
    case COLON:
      return [...HOSTS, text.startsWith('sip:', at - 4) ? userAt : numberOfUserAt];
    case BLANK:
      return text.charCodeAt(at - 2) === COLON ? [...valuesOf(text, at, FIELDS), ...HOSTS] : [...HOSTS, clockAt];
    default:
      return HOSTS;
  }
}

const HOSTS: readonly LengthAt[] = [ipv4WithPortAt, ipv4AloneAt];

/** By what stands before a value: what it is in its usual form. */
type Values = readonly (readonly [before: string, lengthAt: LengthAt])[];

const valuesOf = (text: string, at: number, values: Values): readonly LengthAt[] =>
  values.filter(([before]) => text.startsWith(before, at - before.length)).map(([, lengthOf]) => lengthOf);

const PARAMETERS: Values = [
  [';tag=', opaqueAt],
  [';branch=', branchAt],
  [';rport=', portNumber],
];
const QUOTED: Values = [
  ['username="', quoted(opaqueAt)],
  ['nonce="', quoted(base64At)],
  ['opaque="', quoted(base64At)],
  ['response="', quoted(md5At)],
];
const FIELDS: Values = [
  ['\nCall-ID: ', callIdAt],
  ['\nCSeq: ', numberAt],
  [CONTENT_LENGTH, lengthAt],
];

export const passedOverInSdp: PassedOver = {
  leads: LEADS,
  kindAt: (text, at, before) =>
    before === BLANK && isDigit(text.charCodeAt(at))
      ? kindsInSdp(text, at).find((lengthOf) => lengthOf(text, at) > 0)
      : undefined,
};

/** In `o=- 20518 1 IN IP4 192.0.2.1`, `c=IN IP4 192.0.2.1`, `m=audio 49170 RTP/AVP 0`. */
function kindsInSdp(text: string, at: number): readonly LengthAt[] {
  const beginning = text.slice(Math.max(0, at - LONGEST_LOOK_BACK), at);
  const line = beginning.lastIndexOf('\n') + 1;
  if (line === 0) return [];
  if (beginning.startsWith('c=', line)) return [ipv4At];
  if (beginning.startsWith('o=', line)) return [ipv4At, sessionNumberAt];
  return beginning.startsWith('m=', line) && beginning.indexOf(' ', line) === beginning.length - 1 ? [mediaPortAt] : [];
}

/** Numbers do not stand further behind the beginning of their line. */
const LONGEST_LOOK_BACK = 96;

/** `z9hG4bK…` */
function branchAt(text: string, at: number): number {
  const rest = text.startsWith('z9hG4bK', at) ? opaqueAt(text, at + 7) : 0;
  return rest === 0 ? 0 : rest + 7;
}

/** What is of its kind up to the closing quote. */
function quoted(lengthOf: LengthAt): LengthAt {
  return (text, at) => {
    const length = lengthOf(text, at);
    return text.charCodeAt(at + length) === QUOTE ? length : 0;
  };
}

function md5At(text: string, at: number): number {
  for (let i = at; i < at + 32; i++) if (!isHexDigit(text.charCodeAt(i))) return 0;
  return 32;
}

/** A word or a number as the name of an address. */
function displayNameAt(text: string, at: number): number {
  const length = phoneNumberAt(text, at) || opaqueAt(text, at);
  return length > 0 && text.startsWith('" <', at + length) ? length : 0;
}

/** The number of a `CSeq`. */
function numberAt(text: string, at: number): number {
  const digits = digitsAt(text, at, 9);
  return digits > 0 && text.charCodeAt(at + digits) === BLANK ? digits : 0;
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

/** `192.0.2.1:5060` */
function ipv4WithPortAt(text: string, at: number): number {
  const address = ipv4At(text, at);
  const port = address === 0 ? 0 : portBehind(text, at + address);
  return port === 0 ? 0 : address + port;
}

/** An address without a port: texts that have one are not like those that have none. */
function ipv4AloneAt(text: string, at: number): number {
  const address = ipv4At(text, at);
  return address === 0 || portBehind(text, at + address) > 0 ? 0 : address;
}

/** `:5060` */
function portBehind(text: string, at: number): number {
  const port = text.charCodeAt(at) === COLON ? portNumber(text, at + 1) : 0;
  return port === 0 ? 0 : 1 + port;
}

/** A number from 1 to 65535. */
function portNumber(text: string, at: number): number {
  const digits = portDigits(text, at);
  return digits > 0 && endsName(text, at + digits) ? digits : 0;
}

function mediaPortAt(text: string, at: number): number {
  const digits = portDigits(text, at);
  return digits > 0 && text.charCodeAt(at + digits) === BLANK ? digits : 0;
}

function portDigits(text: string, at: number): number {
  const digits = digitsAt(text, at, 5);
  if (digits === 0 || text.charCodeAt(at) === ZERO) return 0;
  return digits === 5 && Number(text.slice(at, at + 5)) > 65_535 ? 0 : digits;
}

/** A telephone number before the `@` of a URI. */
function numberOfUserAt(text: string, at: number): number {
  const length = phoneNumberAt(text, at);
  return length > 0 && text.charCodeAt(at + length) === AT ? length : 0;
}

/** The same, or a plain name. */
function userAt(text: string, at: number): number {
  const length = phoneNumberAt(text, at) || opaqueAt(text, at);
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

function sessionNumberAt(text: string, at: number): number {
  const digits = digitsAt(text, at, 20);
  return text.charCodeAt(at + digits) === BLANK ? digits : 0;
}

const LONGEST_OPAQUE = 128;

/** Letters, digits and a few signs that may stand anywhere. */
function opaqueAt(text: string, start: number): number {
  let at = start;
  while (at - start < LONGEST_OPAQUE && PLAIN[text.charCodeAt(at)] === 1) at++;
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
const isHexDigit = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 102);
const isPlain = (code: number): boolean => PLAIN[code] === 1;
const isBase64 = (code: number): boolean => isPlain(code) || code === PLUS || code === 47 || code === EQUALS;
/** Whether no name or number goes on at an offset. */
function endsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !isPlain(code) && code !== 37 && !(code >= 128);
}
