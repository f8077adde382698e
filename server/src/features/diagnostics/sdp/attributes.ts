import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import { replaceFix } from '../finding.ts';
import { isDigits, isIPv4, isPort } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { editDistance, nearest } from '../spelling.ts';

/** Names and values of `a=` lines (RFC 8866 §6 and the RFCs that add attributes). */

const knownAttributes = sdpFacts.attributes.map((fact) => fact.name);
const knownAttributeNames = new Set(knownAttributes);
const likelyAttributes = knownAttributes.filter((name) => name.length >= 6 || name === 'ptime' || name === 'setup');

/** `sendreceive`, `recieveonly`: a direction in another spelling. */
const DIRECTION = /^(?:(send)(?:[-_]?(?:rec[a-z]*|rcv))|send[-_]?(o[a-z]*)|(?:rec[a-z]*|rcv)[-_]?(o[a-z]*))$/;

function intendedDirection(written: string): string | undefined {
  const match = DIRECTION.exec(written.toLowerCase());
  if (!match || written.length > 20) return undefined;
  return match[1] ? 'sendrecv' : match[2] ? 'sendonly' : 'recvonly';
}

/** The attribute that a misspelt one stands for. */
export function intendedAttribute(written: string): string | undefined {
  if (knownAttributeNames.has(written) || written.length < 4 || written.length > 40 || /^x-/i.test(written))
    return undefined;
  return intendedDirection(written) ?? nearest(written.replace(/^=/, ''), likelyAttributes, 1);
}

export function checkAttribute(judged: Judged, line: SdpLine, report: Report): void {
  const { name, value } = parseSdpAttribute(judged.text, line.value);
  const written = judged.textOf(name);
  const meant = intendedAttribute(written);
  if (meant !== undefined) {
    report('sip.sdp-misspelt-attribute', name, { args: [written, meant], fix: replaceFix(name, meant) });
  }
  if (!value && /^[\w-]+=/.test(written)) {
    report('sip.sdp-malformed-attribute', line.value, { args: ['a=', 'name:value'], slight: true });
    return;
  }
  if (name.start === name.end || (!value && /\s/.test(written))) {
    report('sip.sdp-malformed-attribute', line.value, { args: ['a=', 'name:value'] });
    return;
  }
  if (value && flags.has(written)) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, written], slight: true });
    return;
  }
  const [isReadable, example] = attributeForms.get(written) ?? [];
  const plain = value ? judged.textOf(value).trim() : '';
  if (isReadable && !isReadable(plain)) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, example ?? ''] });
  } else if (written === 'fingerprint' && !isHashName(plain.split(/\s/, 1)[0] ?? '')) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, example ?? ''] });
  } else if (written === 'candidate' && lacksRelated(plain)) {
    const related = '1 1 UDP 1694498815 203.0.113.3 45664 typ srflx raddr 192.0.2.1 rport 8998';
    report('sip.sdp-malformed-attribute', line.value, { args: [written, related], slight: true });
  } else if (isShortened(written, plain)) {
    // Whoever shows a message to others cuts what nobody reads.
    report('sip.sdp-malformed-attribute', line.value, { args: [written, example ?? ''], slight: true });
  }
}

/** Attributes without a value. */
const flags = new Set(['sendrecv', 'sendonly', 'recvonly', 'inactive', 'rtcp-mux', 'rtcp-rsize', 'ice-lite']);

const like =
  (form: RegExp) =>
  (value: string): boolean =>
    form.test(value);

/** `53020`, `53020 IN IP4 192.0.2.1` (RFC 3605 §2.1) */
const isRtcp = (value: string): boolean => {
  const [port = '', ...address] = value.split(/\s+/);
  return isPort(port) && /^(?:|IN IP[46] \S+)$/.test(address.join(' '));
};

/** `1 1 UDP 2130706431 192.0.2.1 49170 typ host …` (RFC 8839 §5.1); a relayed one may be followed by more. */
const isCandidate = (value: string): boolean => {
  const [foundation = '', component = '', transport = '', priority = '', address = '', port = '', typ, type = ''] =
    value.split(/\s+/);
  const isAddressed = foundation !== '' && transport !== '' && isCandidateAddress(address) && isPort(port);
  const isComponent = isDigits(component) && Number(component) >= 1 && Number(component) <= 256;
  return isAddressed && isComponent && isDigits(priority) && typ === 'typ' && isCandidateType(type);
};

/** An address, or a name that stands for one: none is a number (RFC 8839 §5.1). */
const isCandidateAddress = (written: string): boolean =>
  written !== '' && (!/^[\d.]+$/.test(written) || isIPv4(written));

/** Somebody may add a type of his own, but none that is a slip away from one of these. */
const isCandidateType = (written: string): boolean =>
  written !== '' && (candidateTypes.includes(written) || nearest(written, candidateTypes, 1) === undefined);

/** A candidate that was found through another address tells that as well (RFC 8839 §5.1), which nobody connects by. */
const lacksRelated = (value: string): boolean =>
  /\styp\s+(?:srflx|prflx|relay)\b/.test(value) && !(/\sraddr\s+\S/.test(value) && /\srport\s+\d/.test(value));

const candidateTypes = ['host', 'srflx', 'prflx', 'relay'];

/** Octets that a hash has; of others anything is taken. */
const hashLengths: Readonly<Record<string, number>> = {
  md5: 16,
  'sha-1': 20,
  'sha-224': 28,
  'sha-256': 32,
  'sha-384': 48,
  'sha-512': 64,
};

/** Whether a hash is one that exists (RFC 8122 §5), or the name is like none of them and may be somebody's own. */
function isHashName(written: string): boolean {
  const name = written.toLowerCase();
  if (name === 'md2' || Object.hasOwn(hashLengths, name) || name.startsWith('sha3')) return true;
  return !/^(?:sha|md)-?\d+$/.test(name) && !Object.keys(hashLengths).some((hash) => editDistance(name, hash, 1) <= 1);
}

/** Octets of master key and salt together (RFC 4568 §6.2, RFC 6188 §4, RFC 7714 §14). */
const keyLengths: Readonly<Record<string, number>> = {
  AES_CM_128_HMAC_SHA1_80: 30,
  AES_CM_128_HMAC_SHA1_32: 30,
  F8_128_HMAC_SHA1_80: 30,
  AES_192_CM_HMAC_SHA1_80: 38,
  AES_192_CM_HMAC_SHA1_32: 38,
  AES_256_CM_HMAC_SHA1_80: 46,
  AES_256_CM_HMAC_SHA1_32: 46,
  AEAD_AES_128_GCM: 28,
  AEAD_AES_256_GCM: 44,
};

/** Whether a hash or a key has another length than its algorithm gives it. */
function isShortened(name: string, value: string): boolean {
  const [first = '', second = '', third = ''] = value.split(/\s+/, 3);
  if (name === 'fingerprint') {
    const wanted = hashLengths[first.toLowerCase()];
    return wanted !== undefined && /^[0-9A-Fa-f:]+$/.test(second) && second.length !== 3 * wanted - 1;
  }
  if (name !== 'crypto') return false;
  const key = /^inline:([A-Za-z0-9+/]+)={0,2}(?:[|;]|$)/.exec(third)?.[1];
  const wanted = keyLengths[second];
  return key !== undefined && wanted !== undefined && Math.floor((key.length * 3) / 4) !== wanted;
}

/** The form of attributes that peers read with care; others are taken as they are. */
const attributeForms: ReadonlyMap<string, readonly [isReadable: (value: string) => boolean, example: string]> = new Map(
  [
    ['ptime', [like(/^(?!0+$)\d+(?:\.\d+)?$/), '20']],
    ['maxptime', [like(/^(?!0+$)\d+(?:\.\d+)?$/), '60']],
    ['mid', [like(/^\S+$/), '1']],
    ['ssrc', [like(/^\d+(?:\s|$)/), '314159 cname:user@example.com']],
    ['rtcp', [isRtcp, '53020']],
    ['crypto', [like(/^\d+\s+\S+\s+[\w-]+:\S/), '1 AES_CM_128_HMAC_SHA1_80 inline:…']],
    ['fingerprint', [like(/^[\w-]+\s+[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2})*$/), 'sha-256 4A:AD:B9:…']],
    ['setup', [like(/^(?:active|passive|actpass|holdconn)$/i), 'actpass']],
    ['extmap', [like(/^\d+(?:\/\w+)?\s+\S/), '1 urn:ietf:params:rtp-hdrext:sdes:mid']],
    ['rtcp-fb', [like(/^(?:\*|\d+)\s+\S/), '96 nack']],
    ['fmtp', [like(/^\S+\s+\S/), '101 0-16']],
    ['candidate', [isCandidate, '1 1 UDP 2130706431 192.0.2.1 49170 typ host']],
    // Shorter ones are guessed too easily, and peers turn them down (RFC 8839 §5.4).
    ['ice-ufrag', [like(/^\S{4,256}$/), '8hhY']],
    ['ice-pwd', [like(/^\S{22,256}$/), 'asd88fgpdd777uzjYhagZg']],
  ],
);
