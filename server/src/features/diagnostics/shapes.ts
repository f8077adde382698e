import { parameterWords } from '../../knowledge/parameter-words.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { accessNetworkType } from './access-networks.ts';
import { type Choice, checkSlip, checkWord, closed, open, registered } from './choices.ts';
import { checkQ } from './contact-parameters.ts';
import { enclosedUri, uriOrAnyText } from './enclosed-uris.ts';
import { isHost, isIPv6, isNumberUpTo, isPort, isToken, LARGEST_DELTA } from './grammar.ts';
import { checkHost } from './hosts.ts';
import type { FieldCheck } from './judged.ts';
import { ofHeaderFields, type ParameterKind } from './parameters.ts';
import { checkShape, type HeadCheck, type Shape } from './shaped-values.ts';

/**
 * The shapes of header fields, from the grammars of their RFCs: a row for each. What holds addresses is in `addresses`;
 * lists of words and of option tags, and values that mean something together, have checks of their own.
 */

/** Reports a head that has another form; `example` shows a good one. */
const matching =
  (isGood: (text: string) => boolean, example: string): HeadCheck =>
  (judged, { head }, { canonical }, report) => {
    const written = judged.textOf(head);
    if (isGood(written)) return true;
    report('sip.malformed-value', head, { args: [canonical, written, example] });
    return false;
  };

const token = (example: string): HeadCheck => matching(isToken, example);

const QUOTED = /^"(?:[^"\\]|\\.)*"$/s;

const tokenOrQuoted = (example: string): HeadCheck => matching((text) => isToken(text) || QUOTED.test(text), example);

/** A caller's wishes and what a proxy can do begin with a star (RFC 3841 §9.2, RFC 6809). */
const star = (example: string): HeadCheck => matching((text) => text === '*', example);

const anyHead: HeadCheck = () => true;

/** `yes`, `Auto`: a word out of a few. */
const wordOf =
  (choice: Choice): HeadCheck =>
  (judged, element, field, report) => {
    if (!token(choice.words[0] ?? '')(judged, element, field, report)) return false;
    checkWord(judged, element.head, field.canonical, choice, report);
    return true;
  };

/** One to three digits (RFC 6442 §4.3, RFC 8876). */
const locationError = matching((text) => /^\d{1,3}$/.test(text), '100;code="…"');

/** Of others nobody knows what was wrong with the location (RFC 6442 §9.3). */
const geolocationErrors = ['100', '200', '201', '202', '300'];

const geolocationError: HeadCheck = (judged, element, field, report) => {
  if (!locationError(judged, element, field, report)) return false;
  const code = judged.textOf(element.head);
  if (!geolocationErrors.includes(code)) {
    report('sip.unknown-value', element.head, {
      args: [code, field.canonical, geolocationErrors.join(', ')],
      slight: true,
    });
  }
  return true;
};

/** `urn:urn-7:3gpp-service.ims.icsi.mmtel` (RFC 6050 §4.1, §4.2) */
const service = matching((text) => /^urn:[\w-]+:[\w.%-]+$/i.test(text), 'urn:urn-7:3gpp-service.ims.icsi.mmtel');

/** `3GPP-UTRAN-TDD;"…"`: an access network may be told of by a value alone (RFC 7315 §5.4, extension-access-info). */
const ofAccessNetworks: ParameterKind = {
  ...ofHeaderFields,
  isName: (text) => isToken(text) || QUOTED.test(text) || isHost(text),
};

const accessNetwork: Shape = { list: true, head: accessNetworkType, parameters: ofAccessNetworks };

/** A second collector of records has the name of the first in many networks (RFC 3455 §5.5). */
const ofCollectors: ParameterKind = { ...ofHeaderFields, mayRepeat: true };

/**
 * `ccf=[2001:db8::1];ecf="aaa://ecf.example.com"`: any word will do for a collector, so that nothing but what is an
 * address of IPv6, or begins as one, is held against the form of addresses (RFC 7315 §5.5).
 */
const collectors: Shape = {
  list: true,
  // Nothing stands before its parameters.
  head: anyHead,
  parameters: ofCollectors,
  isAllParameters: true,
  meaning: (judged, { parameters }, _field, report) => {
    for (const { name, value, quoted } of parameters) {
      if (!value || quoted || !/^[ce]cf(?:-2)?$/i.test(judged.textOf(name))) continue;
      const written = judged.textOf(value);
      if (written.startsWith('[') || isIPv6(written)) checkHost(judged, value, report);
    }
  },
};

/** `ipsec-3gpp;q=0.1;alg=hmac-sha-1-96` (RFC 3329 §2.2); anybody may add a mechanism. */
const mechanisms: Shape = {
  list: true,
  head: token('ipsec-3gpp;q=0.1'),
  meaning: (judged, { head, parameters }, { canonical }, report) => {
    checkSlip(judged, head, canonical, mechanismNames, report);
    checkQ(judged, parameters, report);
    for (const parameter of parameters) {
      if (parameter.value || judged.isWild(parameter.span)) continue;
      const name = judged.textOf(parameter.name);
      if (!ofIpsec.has(name.toLowerCase())) continue;
      report('sip.malformed-parameter', parameter.span, { args: [name] });
      return;
    }
    for (const [name, words] of Object.entries(wordsOfIpsec)) {
      const value = parameterNamed(judged.text, parameters, name)?.value;
      if (value) checkSlip(judged, value, name, words, report);
    }
    for (const name of numbersOfIpsec) {
      const value = parameterNamed(judged.text, parameters, name)?.value;
      if (!value || judged.isWild(value)) continue;
      const written = judged.textOf(value);
      const isPortName = name.startsWith('port');
      if (isPortName ? isPort(written) : isNumberUpTo(written, LARGEST_DELTA)) continue;
      report('sip.malformed-value', value, { args: [name, written, isPortName ? '5062' : '87654321'] });
    }
  },
};

const mechanismNames = ['digest', 'tls', 'ipsec-ike', 'ipsec-man', 'ipsec-3gpp', 'sdes-srtp'];

/** What some parameters of IPsec hold (RFC 3329 appendix A, 3GPP TS 33.203 annex H). */
const wordsOfIpsec: Readonly<Record<string, readonly string[]>> = {
  alg: ['hmac-md5-96', 'hmac-sha-1-96', 'aes-gmac', 'null'],
  ealg: ['des-ede3-cbc', 'aes-cbc', 'aes-gcm', 'null'],
  mod: ['trans', 'tun', 'UDP-enc-tun'],
  prot: ['ah', 'esp'],
};
const numbersOfIpsec = ['port-c', 'port-s', 'spi-c', 'spi-s'];
/** None of them is a flag. */
const ofIpsec = new Set([...Object.keys(wordsOfIpsec), ...numbersOfIpsec]);

/** `56a390f3d2b7310023a2;encoding=hex`: octets of two digits, where it says so (RFC 7433 §4.1) */
const userToUser: Shape = {
  list: true,
  head: anyHead,
  meaning: (judged, { head, parameters }, { canonical }, report) => {
    const encoding = parameterNamed(judged.text, parameters, 'encoding')?.value;
    if (encoding) checkSlip(judged, encoding, 'encoding', ['hex'], report);
    const written = judged.textOf(head);
    const example = '56a390f3d2b7310023a2;encoding=hex';
    if (!encoding || judged.textOf(encoding).toLowerCase() !== 'hex') {
      // Whoever hands it on does not read it.
      if (QUOTED.test(written) || BORNE.test(written)) return;
      report('sip.malformed-value', head, { args: [canonical, written, example], slight: true });
      return;
    }
    const digits = QUOTED.test(written) ? written.slice(1, -1) : written;
    if (/^(?:[0-9A-Fa-f]{2})+$/.test(digits)) return;
    report('sip.malformed-value', head, { args: [canonical, written, example] });
  },
};

/** A token, and beside it the signs of base64 and of `name=value`, which call centres write without quotes. */
const BORNE = /^[\w\-.!%*+`'~/=:|]+$/;

const answerMode: Shape = { list: false, head: wordOf(open('Auto', 'Manual')) };
const preference: Shape = { list: true, head: star('*;audio') };
const ringTone: Shape = { list: true, head: uriOrAnyText, mayLackHead: true };

/** `<http://www.example.com/alice/photo.jpg>;purpose=icon` (RFC 3261 §20.9) */
const callInfo: Shape = {
  ...ringTone,
  meaning: (judged, { parameters }, _field, report) => {
    const purpose = parameterNamed(judged.text, parameters, 'purpose')?.value;
    if (purpose) checkSlip(judged, purpose, 'purpose', parameterWords('Call-Info', 'purpose'), report);
  },
};

const shapes: Readonly<Record<string, Shape>> = {
  // RFC 3261 §25.1
  'Alert-Info': ringTone,
  'Call-Info': callInfo,
  'Error-Info': { list: true, head: enclosedUri },
  Priority: { list: false, head: wordOf(registered('priority')) },
  // RFC 3313, RFC 4457, RFC 4964, RFC 6050 §4, RFC 7315 §5
  'P-Access-Network-Info': accessNetwork,
  'P-Answer-State': { list: false, head: wordOf(open('Confirmed', 'Unconfirmed')) },
  'P-Asserted-Service': { list: true, head: service },
  'P-Charging-Function-Addresses': collectors,
  'P-Media-Authorization': {
    list: true,
    head: matching((text) => /^[0-9A-Fa-f]+$/.test(text), '00100a2b'),
    parameters: 'none',
  },
  'P-Preferred-Service': { list: true, head: service },
  'P-User-Database': { list: false, head: enclosedUri },
  'P-Visited-Network-ID': { list: true, head: tokenOrQuoted('"Visited network"') },
  // TS 24.229 §7.2
  'Cellular-Network-Info': accessNetwork,
  // RFC 3329 §2.2
  'Security-Client': mechanisms,
  'Security-Server': mechanisms,
  'Security-Verify': mechanisms,
  // RFC 3841 §9
  'Accept-Contact': preference,
  'Reject-Contact': preference,
  // RFC 4488
  'Refer-Sub': { list: false, head: wordOf(closed('true', 'false')) },
  // RFC 5373
  'Answer-Mode': answerMode,
  'Priv-Answer-Mode': answerMode,
  // RFC 5839
  'Suppress-If-Match': { list: false, head: token('*'), parameters: 'none' },
  // RFC 6442 §4, RFC 8876
  Geolocation: { list: true, head: enclosedUri },
  'Geolocation-Error': { list: false, head: geolocationError },
  'Geolocation-Routing': { list: false, head: wordOf(closed('yes', 'no')) },
  'AlertMsg-Error': { list: false, head: locationError },
  // RFC 8262 §3
  'Content-ID': {
    list: false,
    head: matching((text) => /^<[^<>\s]+>$/.test(text), '<part1@example.com>'),
    parameters: 'none',
  },
  // RFC 6794
  'Policy-Contact': { list: true, head: enclosedUri },
  // RFC 6809
  'Feature-Caps': { list: true, head: star('*;+g.3gpp.srvcc') },
  // RFC 7433 §4.1
  'User-to-User': userToUser,
};

export const shapedFieldChecks: Readonly<Record<string, FieldCheck>> = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, checkShape(shape)]),
);
