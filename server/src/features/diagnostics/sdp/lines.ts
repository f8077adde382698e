import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { type Span, span, words } from '../../../sip/span.ts';
import type { SdpLine } from '../../../sip/values/sdp.ts';
import { type Fix, replaceFix } from '../finding.ts';
import { isDigits, isHost, isIPv4, isIPv6, isNumberUpTo } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { checkAttribute } from './attributes.ts';
import { isReadableMedia } from './media-lines.ts';

/** Lines of a session description, each by itself (RFC 8866 §5). */

/** Judges one line by its own; of `m=` its section tells. */
export function checkLine(judged: Judged, line: SdpLine, report: Report): void {
  if (judged.isWild(line.span)) return;
  const value = judged.textOf(line.value);
  if (beginsWithBlank(line.type, value)) {
    // Of a word that is missing there, or misspelt, its section tells.
    if (line.type === 'm' && !isReadableMedia(judged, line)) return;
    const blanks = span(line.value.start, line.value.end - value.trimStart().length);
    report('sip.sdp-malformed-line', line.span, {
      args: [judged.textOf(line.span)],
      fix: { title: 'remove-blanks', edits: [{ span: blanks, newText: '' }] },
      ...(forPeople.has(line.type ?? '') ? { slight: true } : {}),
    });
    return;
  }
  switch (line.type) {
    case 'v':
      if (value.trim() !== '0') report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
      break;
    case 'o':
      checkOrigin(judged, line, report);
      break;
    case 's':
      if (value === '') report('sip.sdp-empty-session-name', line.span);
      break;
    case 'c':
      checkConnection(judged, line, report);
      break;
    case 't':
      checkTime(line, value, report);
      break;
    case 'r':
      if (!/^(?:\d+[dhms]?\s+){2,}\d+[dhms]?\s*$/.test(value)) {
        report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
      }
      break;
    case 'z':
      if (!/^(?:\d+\s+-?\d+[dhms]?(?:\s+|$))+$/.test(value)) {
        report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
      }
      break;
    case 'i':
    case 'e':
    case 'p':
      // People read them, and no program does.
      if (!ofPeople[line.type].test(value)) {
        report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)], slight: true });
      }
      break;
    case 'u':
      if (value.trim() === '' || /\S\s+\S/.test(value)) {
        const args = [judged.textOf(line.span)];
        report('sip.sdp-malformed-line', line.span, { args, ...(value.trim() === '' ? { slight: true } : {}) });
      }
      break;
    case 'k':
      if (!/^(?:prompt|(?:clear|base64|uri):\S.*)\s*$/.test(value))
        report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
      break;
    case 'b':
      if (!/^[\w.-]+:\d+\s*$/.test(value))
        report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
      break;
    case 'a':
      checkAttribute(judged, line, report);
      break;
    default:
      checkLetter(judged, line, report);
  }
}

/** A text, an address of mail and a telephone number, each beside a name perhaps (RFC 8866 §5.4, §5.6, §9). */
const ofPeople = {
  i: /./,
  e: /[^\s@]@[^\s@]/,
  p: /^(?:\+?\d[\d -]*\d *(?:\([^()<>]+\))?|[^()<>]*<\+?\d[\d -]*\d *>)\s*$/,
} as const;

/** Lines that a program passes on to people, whatever stands before what they say. */
const forPeople = new Set(['u', 'e', 'p']);

/** Lines of free text, which may begin with a blank, and `t=`, which tells of it as of a time. */
const mayBeginWithBlank = new Set(['s', 'i', 't']);

/** `v= 0`: no blank stands on either side of the equals sign (RFC 8866 §5). */
const beginsWithBlank = (type: string | undefined, value: string): boolean =>
  type !== undefined && letters.has(type) && !mayBeginWithBlank.has(type) && /^[ \t]+\S/.test(value);

/** Lines whose words one blank parts, and attributes of free text, in which a blank at the end is a character like others. */
const ofWords = new Set(['o', 'c', 't']);
const withoutText = new Set(['v', 'o', 'c', 't', 'b', 'm', 'a']);
const ofText = new Set(['cat', 'fmtp', 'keywds', 'tool']);

/** Attributes whose values begin right behind the colon; others have a blank there (RFC 3407, RFC 4570). */
const withoutBlank = new Set([
  ...[
    'candidate',
    'crypto',
    'extmap',
    'fingerprint',
    'fmtp',
    'group',
    'ice-pwd',
    'ice-ufrag',
    'maxptime',
    'mid',
    'msid',
  ],
  ...['ptime', 'rid', 'rtcp', 'rtcp-fb', 'rtpmap', 'sctp-port', 'setup', 'ssrc', 'ssrc-group'],
]);

/**
 * Blanks at the end of a line and behind an attribute's colon, tabs and more than one blank between words: nobody needs
 * them, most parsers skip them.
 */
export function checkNeedlessBlanks(judged: Judged, { type = '', value, span: place }: SdpLine, report: Report): void {
  if (judged.isWild(place)) return;
  const written = judged.textOf(value);
  const bare = written.trimEnd();
  if (bare === '' || !withoutText.has(type)) return;
  if (bare !== written && !(type === 'a' && isOfText(bare))) {
    const blanks = span(value.start + bare.length, value.end);
    const fix = { title: 'remove-blanks', edits: [{ span: blanks, newText: '' }] } as const;
    report('sip.sdp-malformed-line', blanks, { args: [`${type}=${written}`], fix, slight: true });
    return;
  }
  const args = [`${type}=${written}`];
  const blanks = type === 'a' ? blanksBehindColon(bare) : undefined;
  if (blanks) {
    const gap = span(value.start + blanks.start, value.start + blanks.end);
    const fix = { title: 'remove-blanks', edits: [{ span: gap, newText: '' }] } as const;
    report('sip.sdp-malformed-line', gap, { args, fix, slight: true });
  } else if ((ofWords.has(type) || (type === 'a' && bare.startsWith('rtpmap:'))) && /\t| {2}/.test(bare)) {
    report('sip.sdp-malformed-line', span(value.start - 2, value.end), {
      args,
      fix: singleBlanks(value, bare),
      slight: true,
    });
  }
}

/** The blanks in `rtpmap: 0 PCMU/8000`, by their places in the text. */
function blanksBehindColon(attribute: string): Span | undefined {
  const colon = attribute.indexOf(':');
  const name = attribute.slice(0, Math.max(colon, 0));
  if (!withoutBlank.has(name)) return undefined;
  const value = attribute.slice(colon + 1).trimStart();
  const end = attribute.length - value.length;
  return end > colon + 1 && value !== '' ? span(colon + 1, end) : undefined;
}

/** One blank between the words of a range. */
export const singleBlanks = (range: Span, written: string): Fix => ({
  title: 'single-blanks',
  edits: [
    {
      span: range,
      newText: written
        .trim()
        .split(/[ \t]+/)
        .join(' '),
    },
  ],
});

/** Of attributes that nobody knows nobody knows what their blanks mean. */
function isOfText(attribute: string): boolean {
  const name = attribute.split(':', 1)[0]?.trim() ?? '';
  return ofText.has(name) || !knownAttributes.has(name);
}

const knownAttributes = new Set(sdpFacts.attributes.map((fact) => fact.name));

/** Letters that RFC 8866 §5 knows, and those that video surveillance has added to them (GB/T 28181). */
const letters = new Set([...sdpFacts.lines.map((fact) => fact.name), 'y', 'f']);

/** A parser has to ignore a description with another letter, or refuse it; capitals are other letters. */
function checkLetter(judged: Judged, { type, span: place }: SdpLine, report: Report): void {
  if (type === undefined || letters.has(type)) return;
  const isCapital = letters.has(type.toLowerCase());
  const letter = span(place.start, place.start + 1);
  report('sip.sdp-malformed-line', place, {
    args: [judged.textOf(place)],
    ...(isCapital ? { fix: replaceFix(letter, type.toLowerCase()) } : { slight: true }),
  });
}

/** `t=2873397496 2873404696`; what ends before it starts is held nevertheless. */
function checkTime({ span: place }: SdpLine, value: string, report: Report): void {
  const [, start = '', stop = ''] = /^(\d+)\s+(\d+)\s*$/.exec(value) ?? [];
  if (start === '') report('sip.sdp-malformed-time', place, { args: [value] });
  else if (Number(stop) > 0 && Number(stop) < Number(start)) {
    report('sip.sdp-malformed-time', place, { args: [value], slight: true });
  }
}

/** `o=- 20518 0 IN IP4 192.0.2.1` */
function checkOrigin(judged: Judged, line: SdpLine, report: Report): void {
  const parts = words(judged.text, line.value);
  const [, id, version, net, type, address] = parts.map(judged.textOf);
  if (parts.length === 6 && OTHER_NETWORKS.test(net ?? '')) return;
  const isInternet = net === 'IN' && /^IP[46]$/.test(type ?? '');
  if (parts.length !== 6 || !isDigits(id ?? '') || !isDigits(version ?? '') || !isInternet) {
    report('sip.sdp-malformed-origin', line.span, { args: [judged.textOf(line.value)] });
    return;
  }
  checkAddressType(judged, parts[5]!, type ?? '', address ?? '', report);
}

/** `c=IN IP4 192.0.2.1`, with `/ttl` and `/number` for multicast. */
function checkConnection(judged: Judged, line: SdpLine, report: Report): void {
  const parts = words(judged.text, line.value);
  const [net, type, address] = parts.map(judged.textOf);
  if (OTHER_NETWORKS.test(net ?? '') && !/^IP[46]$/.test(type ?? '')) return;
  const args = [judged.textOf(line.value)];
  if (parts.length !== 3 || net !== 'IN' || !/^IP[46]$/.test(type ?? '') || !isSuffix(address ?? '', type ?? '')) {
    report('sip.sdp-malformed-connection', line.span, { args });
    return;
  }
  const [host = '', suffix] = address?.split('/', 2) ?? [];
  const isGroup = type === 'IP4' ? /^(?:22[4-9]|23\d)\./.test(host) : /^ff/i.test(host);
  // One host has neither a time to live nor neighbours (RFC 8866 §5.7).
  if (suffix !== undefined && !isGroup && (isIPv4(host) || isIPv6(host))) {
    report('sip.sdp-malformed-connection', line.span, { args });
    return;
  }
  // A group of IPv4 has a time to live (RFC 8866 §5.7), which devices for announcements leave out.
  if (suffix === undefined && isGroup && type === 'IP4' && isIPv4(host)) {
    report('sip.sdp-malformed-connection', line.span, { args, slight: true });
    return;
  }
  checkAddressType(judged, parts[2]!, type ?? '', host, report);
}

/** What follows an address: `/127`, `/127/3` with IPv4, `/3` with IPv6. */
function isSuffix(address: string, type: string): boolean {
  const [first, second, ...more] = address.split('/').slice(1);
  // One address at least follows from the first (RFC 8866 §9, integer).
  const isCount = (count: string): boolean => isDigits(count) && Number(count) > 0;
  const isLife = first === undefined || (type === 'IP6' ? isCount(first) : isNumberUpTo(first, 255));
  return isLife && (second === undefined || (isCount(second) && type === 'IP4')) && more.length === 0;
}

function checkAddressType(judged: Judged, place: Span, type: string, address: string, report: Report): void {
  const isName = isHost(address) && !isIPv4(address) && !address.startsWith('[');
  const fits = type === 'IP4' ? isIPv4(address) || isName : type === 'IP6' ? isIPv6(address) || isName : true;
  if (fits || judged.isWild(place)) return;
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  if (type === 'IP6' && isIPv6(bare)) {
    report('sip.sdp-bracketed-address', place, { args: [bare], fix: replaceFix(place, bare) });
    return;
  }
  report('sip.sdp-address-type', place, { args: [address, type] });
}

/** Network types but `IN`, whose addresses nobody here judges (RFC 2848, RFC 3108, RFC 7195). */
const OTHER_NETWORKS = /^(?:TN|ATM|PSTN)$/;
