import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { span } from '../../../sip/span.ts';
import { parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import { replaceFix } from '../finding.ts';
import type { Judged, Report } from '../judged.ts';
import { editDistance, isSwappedOrDoubled, nearest } from '../spelling.ts';
import { attributeForms } from './attribute-forms.ts';
import { betterCandidate, bracketedAddresses } from './candidates.ts';

/** Names and values of `a=` lines (RFC 8866 §6 and the RFCs that add attributes). */

const knownAttributes = sdpFacts.attributes.map((fact) => fact.name);
const knownAttributeNames = new Set(knownAttributes);
const shortOnes = new Set(['group', 'label', 'ptime', 'setup']);
const likelyAttributes = knownAttributes.filter((name) => name.length >= 6 || shortOnes.has(name));

/** Names so short that another word is one letter away: of these a slip is a pair swapped or a letter doubled. */
const shortestOnes = ['fmtp', 'msid', 'rtcp', 'ssrc'];

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
  return (
    intendedDirection(written) ??
    nearest(written.replace(/^=/, ''), likelyAttributes, 1) ??
    shortestOnes.find((name) => isSwappedOrDoubled(written, name))
  );
}

export function checkAttribute(judged: Judged, line: SdpLine, report: Report): void {
  const { name, value } = parseSdpAttribute(judged.text, line.value);
  const written = judged.textOf(name);
  const meant = intendedAttribute(written);
  if (meant !== undefined) {
    report('sip.sdp-misspelt-attribute', name, { args: [written, meant], fix: replaceFix(name, meant) });
  }
  if (!value && /^[\w-]+=/.test(written)) {
    const fix = replaceFix(span(name.start + written.indexOf('='), name.start + written.indexOf('=') + 1), ':');
    const [shown = ''] = written.split('=', 1);
    report('sip.sdp-malformed-attribute', line.value, { args: [shown, `${shown}:value`], fix, slight: true });
    return;
  }
  if (name.start === name.end || (!value && /\s/.test(written))) {
    const [shown = ''] = written.split(/\s/, 1);
    report('sip.sdp-malformed-attribute', line.value, { args: [shown || written, `${shown || 'name'}:value`] });
    return;
  }
  // What stands before the colon is one word: `sendrecv a=ptime:20` has lost a line break.
  if (value && /\s/.test(written)) {
    const [shown = ''] = written.split(/\s/, 1);
    report('sip.sdp-malformed-attribute', line.value, { args: [shown, `${shown}:value`] });
    return;
  }
  if (value && flags.has(written)) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, written], slight: true });
    return;
  }
  const [isReadable, example] = (value || !mayBeFlags.has(written) ? attributeForms.get(written) : undefined) ?? [];
  const plain = value ? judged.textOf(value).trim() : '';
  const better = betterValue(written, plain);
  // What follows a colon is one byte at least (RFC 8866 §9, att-value).
  if (value && plain === '' && !isReadable) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:value`] });
  } else if (isReadable && !isReadable(plain)) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${example}`] });
  } else if (written === 'fingerprint' && !isHashName(plain.split(/\s/, 1)[0] ?? '')) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${example}`] });
  } else if (written === 'crypto' && isSuiteMisspelt(plain)) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${example}`] });
  } else if (better !== undefined) {
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${better}`], slight: true });
  } else if (ICE.has(written) && /[^A-Za-z0-9+/]/.test(plain)) {
    // Peers compare them as they stand.
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${example}`], slight: true });
  } else if (isShortened(written, plain)) {
    // Whoever shows a message to others cuts what nobody reads.
    report('sip.sdp-malformed-attribute', line.value, { args: [written, `${written}:${example}`], slight: true });
  } else if (value && ofCandidates.has(written)) {
    for (const place of bracketedAddresses(judged.text, value)) {
      const bare = judged.textOf(place).slice(1, -1);
      report('sip.sdp-bracketed-address', place, { args: [bare], fix: replaceFix(place, bare) });
    }
  }
}

/** Attributes with addresses as `c=` has them: brackets are of URIs (RFC 8839 §5.1, §5.2). */
const ofCandidates = new Set(['candidate', 'remote-candidates']);

/** Attributes of letters, digits, `+` and `/` (RFC 8839 §5.4, ice-char). */
const ICE = new Set(['ice-pwd', 'ice-ufrag']);

/** A value of the form that an attribute should have, where peers read the other all the same. */
function betterValue(name: string, value: string): string | undefined {
  if (name === 'candidate') return betterCandidate(value);
  // RFC 4583 let them be words, RFC 8856 (§5.3, §5.4) numbers alone.
  if ((name === 'confid' || name === 'userid') && !/^\d+$/.test(value)) return '4321';
  return name === 'tls-id' && value !== '' && !TLS_ID.test(value) ? 'abc3de65cddef001be82' : undefined;
}

/** RFC 8842 §4 */
const TLS_ID = /^[A-Za-z0-9+/_-]{20,255}$/;

/** Attributes without a value. */
const flags = new Set([
  ...['sendrecv', 'sendonly', 'recvonly', 'inactive', 'rtcp-mux', 'rtcp-mux-only', 'rtcp-rsize'],
  ...['bundle-only', 'end-of-candidates', 'ice-lite', 'ice-mismatch', 'extmap-allow-mixed'],
]);

/** Attributes that say something without a value as well (RFC 5547 §6). */
const mayBeFlags = new Set(['file-selector']);

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

/** Whether the suite is a slip away from a known one, none of which is so near to another. */
function isSuiteMisspelt(value: string): boolean {
  const [, suite = ''] = value.split(/\s+/, 2);
  if (Object.hasOwn(keyLengths, suite) || suite.length > LONGEST_SUITE) return false;
  return Object.keys(keyLengths).some((known) => editDistance(suite, known, 1) <= 1);
}

const LONGEST_SUITE = 40;

/** `inline:…|2^20|1:4`: how long a key lasts and which one it is (RFC 4568 §6.1). */
const KEY = /^inline:[A-Za-z0-9+/]+={0,2}(?:\|(?:2\^\d+|\d+))?(?:\|\d+:\d+)?$/;

/** Whether a hash or a key has another length than its algorithm gives it, or other letters. */
function isShortened(name: string, value: string): boolean {
  const [first = '', second = '', third = ''] = value.split(/\s+/, 3);
  if (name === 'fingerprint') {
    const wanted = hashLengths[first.toLowerCase()];
    return wanted !== undefined && /^[0-9A-Fa-f:]+$/.test(second) && second.length !== 3 * wanted - 1;
  }
  if (name !== 'crypto') return false;
  if (third.startsWith('inline:') && third.split(';').some((part) => !KEY.test(part))) return true;
  const key = /^inline:([A-Za-z0-9+/]+)={0,2}(?:[|;]|$)/.exec(third)?.[1];
  const wanted = keyLengths[second];
  return key !== undefined && wanted !== undefined && Math.floor((key.length * 3) / 4) !== wanted;
}
