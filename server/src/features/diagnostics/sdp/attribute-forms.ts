import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { isDigits, isIPv4, isIPv6, isNumberUpTo, isPort, isToken, LARGEST_DELTA } from '../grammar.ts';
import { isNoSlip } from '../spelling.ts';
import { areRemoteCandidates, isCandidate } from './candidates.ts';
import { isRestriction } from './restrictions.ts';

/** The form of the values of `a=` lines: a row for each attribute, from the grammar of its RFC. */

/** Whether a value has the form, and a value that has it. */
export type AttributeForm = readonly [isReadable: (value: string) => boolean, example: string];

const like =
  (form: RegExp) =>
  (value: string): boolean =>
    form.test(value);

/** `53020`, `53020 IN IP4 192.0.2.1` (RFC 3605 §2.1) */
const isRtcp = (value: string): boolean => {
  const [port = '', net, type, address = '', ...more] = value.split(/\s+/);
  if (!isPort(port) || more.length > 0) return false;
  return net === undefined || (net === 'IN' && isAddressOf(type, address));
};

/** Whether an address is of its type; a name may be of either. */
function isAddressOf(type: string | undefined, address: string): boolean {
  if (address === '' || address.startsWith('[')) return false;
  if (type === 'IP4') return isIPv4(address) || (!isIPv6(address) && !/^[\d.]+$/.test(address));
  return type === 'IP6' && !isIPv4(address) && (isIPv6(address) || !address.includes(':'));
}

/** Words of preconditions (RFC 3312 §5): what is reserved, on whose side, in which direction, how much it matters. */
const [KIND, STATUS, DIRECTION] = ['[^\\s:]+', '(?:e2e|local|remote)', '(?:none|send|recv|sendrecv)'] as const;
const STRENGTH = '(?:mandatory|optional|none|failure|unknown)';

/** `1 IP4 192.0.2.1 1234/1235`: another address of the same stream (RFC 6947 §4). */
const isAlternative = (value: string): boolean => {
  const [number = '', type, address = '', ports = '', ...more] = value.split(/\s+/);
  const [port = '', rtcp, ...others] = ports.split('/', 3);
  const arePorts = isPort(port) && (rtcp === undefined || isPort(rtcp)) && others.length === 0;
  return isDigits(number) && isAddressOf(type, address) && arePorts && more.length === 0;
};

/** `incl IN IP4 232.3.4.5 192.0.2.10 192.0.2.11` (RFC 4570 §3) */
const isSourceFilter = (value: string): boolean => {
  const [mode = '', net, type = '', destination = '', ...sources] = value.split(/\s+/);
  const isOfType = (address: string): boolean => type === '*' || isAddressOf(type, address);
  if (!/^(?:incl|excl)$/.test(mode) || net !== 'IN' || !/^(?:IP[46]|\*)$/.test(type)) return false;
  return (destination === '*' || isOfType(destination)) && sources.length > 0 && sources.every(isOfType);
};

/** `314159 cname:user@example.com` (RFC 5576 §4.1) */
const isSource = (value: string): boolean => {
  const [id = '', attribute = ''] = value.split(/\s+/, 2);
  return isNumberUpTo(id, LARGEST_DELTA) && /^[^:]+(?::|$)/.test(attribute) && !NAMELESS_SOURCE.test(value);
};

/** `1 cname:`: the name has one byte at least (RFC 5576 §6.1), while other attributes of a source may be empty. */
const NAMELESS_SOURCE = /^\d+\s+cname:\s*$/;

/** `* nack`, `96 ccm fir` (RFC 4585 §4.2, RFC 5104 §7.1) */
const isFeedback = (value: string): boolean => {
  const [type = '', kind = ''] = value.split(/\s+/, 2);
  return /^(?:\*|\d+)$/.test(type) && kind !== '' && isNoSlip(kind, feedbackKinds);
};

const feedbackKinds = ['ack', 'nack', 'ccm', 'app', 'trr-int', 'goog-remb', 'transport-cc', 'rrtr'];

/** `BUNDLE 0 1` (RFC 5888 §4) */
const isGroup = (value: string): boolean => {
  const [semantics = ''] = value.split(/\s/, 1);
  return isToken(semantics) && (semantics.length < 4 || isNoSlip(semantics, groups));
};

const groups = sdpFacts.groups.map((fact) => fact.name);

/** `broadcast` (RFC 8866 §6.9) */
const isSessionType = (value: string): boolean => isToken(value) && isNoSlip(value, sessionTypes);

const sessionTypes = ['broadcast', 'meeting', 'moderated', 'test', 'H332'];

/** `RTP/SAVP RTP/SAVPF` behind the number of the first of them (RFC 5939 §3.4.2) */
const areTransports = (value: string): boolean => {
  const [number = '', ...protocols] = value.split(/\s+/);
  return CAPABILITY.test(number) && protocols.length > 0 && protocols.every((name) => name.split('/').every(isToken));
};

/** `1 t=1|2 a=-m:1,[3]` (RFC 5939 §3.5.1): lists of capabilities by the letter or the name of their kind. */
const isConfiguration = (value: string): boolean => {
  const [number = '', ...lists] = value.split(/\s+/);
  return CAPABILITY.test(number) && lists.every((list) => /^\+?[\w-]+=\S+$/.test(list) && isTransportList(list));
};

const isTransportList = (list: string): boolean => !list.startsWith('t=') || /^t=\d{1,10}(?:\|\d{1,10})*$/.test(list);

/** Capabilities and configurations are numbered from 1 (RFC 5939 §3.4.1). */
const CAPABILITY = /^(?!0+$)\d{1,10}$/;

/** Words of one form each, and one of them at least. */
const areWords =
  (form: RegExp) =>
  (value: string): boolean =>
    value.split(/\s+/).every((word) => form.test(word));

const areTokens = (value: string): boolean => value.split(',').every(isToken);

/** A number, or several of them: `640`, `[320:16:640]`, `[480,800]`. */
const PIXELS = '(?:\\d+|\\[[^[\\]]*\\])';
/** `97 send [x=[320:16:640],y=[240:16:480],q=0.6] recv *`: sets of sizes, each one value, a range or a list (RFC 6236). */
const IMAGE_SIZES = new RegExp(
  `^(?:\\*|\\d+)(?:\\s+(?:send|recv)(?:\\s+(?:\\*|\\[x=${PIXELS},y=${PIXELS}(?:,(?:[^[\\]]|\\[[^[\\]]*\\])*)?\\]))+)+$`,
);

/** `en`, `de-CH` (RFC 5646, of which the outline is looked at) */
const isLanguage = like(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/);

/** `name:"My cat.jpg" type:image/jpeg size:4092 hash:sha-1:72:24` (RFC 5547 §6); another selector may be anybody's own. */
const SELECTOR = [
  'name:"[^"]+"',
  'size:\\d+',
  'type:[^\\s/;"]+/[^\\s/;"]+(?:;[^\\s=;"]+=(?:"[^"]*"|[^\\s;"]+))*',
  'hash:[^\\s:]+:[0-9a-f]{2}(?::[0-9a-f]{2})*',
  '(?!(?:name|size|type|hash):)\\S+',
].join('|');
const SELECTORS = new RegExp(`^(?:${SELECTOR})(?:\\s+(?:${SELECTOR}))*$`, 'i');

const aboveZero = like(/^(?!0+(?:\.0*)?$)\d+(?:\.\d+)?$/);
const areDigits: AttributeForm[0] = isDigits;

/** Anything, which says nothing where it is missing. */
const something = like(/\S/);

/** Anything, and nothing as well. */
const mayBeEmpty: AttributeForm[0] = () => true;

/** The form of attributes that peers read with care; others are taken as they are. */
export const attributeForms: ReadonlyMap<string, AttributeForm> = new Map<string, AttributeForm>([
  // RFC 8866 §6
  ['rtpmap', [something, '0 PCMU/8000']],
  ['tool', [something, 'baresip 1.0.0']],
  ['cat', [something, 'broadcast.events']],
  ['keywds', [something, 'music news']],
  ['ptime', [aboveZero, '20']],
  ['maxptime', [aboveZero, '60']],
  ['framerate', [aboveZero, '25']],
  ['quality', [like(/^(?:\d|10)$/), '10']],
  ['orient', [like(/^(?:portrait|landscape|seascape)$/), 'portrait']],
  ['type', [isSessionType, 'broadcast']],
  ['charset', [isToken, 'UTF-8']],
  ['lang', [isLanguage, 'en']],
  ['sdplang', [isLanguage, 'en']],
  // RFC 4570, 4574, 4796
  ['source-filter', [isSourceFilter, 'incl IN IP4 232.3.4.5 192.0.2.10']],
  ['label', [isToken, '1']],
  ['content', [areTokens, 'slides']],
  // RFC 5939 §3.3 to §3.5
  ['csup', [areTokens, 'cap-v0']],
  ['creq', [areTokens, 'cap-v0']],
  ['acap', [like(/^(?!0+\s)\d{1,10}\s+[^\s:]+(?::.*)?$/), '1 ptime:30']],
  ['tcap', [areTransports, '1 RTP/SAVP RTP/SAVPF']],
  ['pcfg', [isConfiguration, '1 t=1 a=1']],
  ['acfg', [isConfiguration, '1 t=1 a=1']],
  // RFC 3890 §6.3, RFC 4567 §3.1, RFC 6189 §8, RFC 6947 §4, RFC 7866 §7.1
  ['maxprate', [like(/^\d+(?:\.\d+)?$/), '28.0']],
  ['key-mgmt', [like(/^[^\s:]+\s+\S/), 'mikey AQAF…']],
  ['zrtp-hash', [like(/^\S+\s+[0-9A-Fa-f]+$/), '1.10 fe30…']],
  ['altc', [isAlternative, '1 IP6 2001:db8::1 45678']],
  ['record', [like(/^(?:on|off|paused)$/), 'on']],
  ['recordpref', [like(/^(?:on|off|pause|nopreference)$/), 'on']],
  // RFC 3312 §5
  ['curr', [like(new RegExp(`^${KIND}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos local none']],
  ['des', [like(new RegExp(`^${KIND}\\s+${STRENGTH}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos mandatory local sendrecv']],
  ['conf', [like(new RegExp(`^${KIND}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos remote sendrecv']],
  // RFC 4145 §5, 4583 §4, 8841 §5, 8842 §5.1, 8856 §5.5, 8864 §5.1
  ['tls-id', [something, 'abc3de65cddef001be82']],
  ['bfcpver', [areWords(/^\d+$/), '1 2']],
  ['dcmap', [like(/^\d{1,5}(?:\s+\S.*)?$/), '0 subprotocol="bfcp"']],
  ['dcsa', [like(/^\d{1,5}\s+\S/), '0 accept-types:text/plain']],
  ['connection', [like(/^(?:new|existing)$/i), 'new']],
  ['floorctrl', [like(/^(?:c-only|s-only|c-s)(?:\s+(?:c-only|s-only|c-s))*$/), 'c-s']],
  // Behind the colon of `mstrm:` stands one label at least.
  ['floorid', [like(/^\d+(?:\s+\S*[^\s:])*$/), '1 mstrm:10']],
  // RFC 3611 §5.1: the colon stands there even where no format follows it.
  ['rtcp-xr', [mayBeEmpty, 'voip-metrics']],
  ['file-selector', [like(SELECTORS), 'name:"cat.jpg" type:image/jpeg size:4092']],
  ['confid', [isToken, '4321']],
  ['userid', [isToken, '1234']],
  ['sctp-port', [isPort, '5000']],
  ['max-message-size', [areDigits, '100000']],
  // RFC 3108 §5.6.3, T.38 D.2.3
  ['silenceSupp', [like(/^(?:on|off)(?:\s+\S+){4}$/), 'off - - - -']],
  ['T38FaxVersion', [areDigits, '0']],
  ['T38MaxBitRate', [areDigits, '14400']],
  ['T38FaxMaxBuffer', [areDigits, '262']],
  ['T38FaxMaxDatagram', [areDigits, '176']],
  ['T38FaxRateManagement', [like(/^(?:localTCF|transferredTCF)$/i), 'transferredTCF']],
  ['T38FaxUdpEC', [like(/^t38UDP(?:FEC|Redundancy|NoEC)$/i), 't38UDPRedundancy']],
  // RFC 5576 §4, 8830 §2, 8851 §10, 8853 §5
  ['ssrc-group', [like(/^[^\s:]+(?:\s+\d{1,10})*$/), 'FID 314159 271828']],
  ['msid', [like(/^\S+(?:\s+\S+)?$/), 'stream track']],
  ['rid', [isRestriction, 'hi send pt=97;max-width=1280']],
  ['simulcast', [like(/^(?:send|recv)\s+\S+(?:\s+(?:send|recv)\s+\S+)?$/), 'send hi;lo']],
  ['group', [isGroup, 'BUNDLE 0 1']],
  // RFC 4975 §8, RFC 6236 §3.1
  ['path', [areWords(/^msrps?:\/\/[^\s/]\S*;\w+/i), 'msrp://gw.example.com:2855/s111271;tcp']],
  ['max-size', [areDigits, '1000000']],
  ['accept-types', [areWords(/^(?:\*|[^\s/]+\/[^\s/;]+(?:;\S*)?)$/), 'message/cpim text/plain']],
  ['accept-wrapped-types', [areWords(/^(?:\*|[^\s/]+\/[^\s/;]+(?:;\S*)?)$/), 'text/plain']],
  ['imageattr', [like(IMAGE_SIZES), '97 send [x=800,y=640] recv [x=330,y=250]']],
  ['remote-candidates', [areRemoteCandidates, '1 203.0.113.3 45664']],
  ['mid', [like(/^\S+$/), '1']],
  ['ssrc', [isSource, '314159 cname:user@example.com']],
  ['rtcp', [isRtcp, '53020']],
  ['crypto', [like(/^\d+\s+\S+\s+[\w-]+:\S/), '1 AES_CM_128_HMAC_SHA1_80 inline:…']],
  ['fingerprint', [like(/^[\w-]+\s+[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2})*$/), 'sha-256 4A:AD:B9:…']],
  ['setup', [like(/^(?:active|passive|actpass|holdconn)$/i), 'actpass']],
  [
    'extmap',
    [
      like(/^[1-9]\d*(?:\/(?:sendonly|recvonly|sendrecv|inactive))?\s+[A-Za-z][\w+.-]*:\S/),
      '1 urn:ietf:params:rtp-hdrext:sdes:mid',
    ],
  ],
  ['rtcp-fb', [isFeedback, '96 nack']],
  ['fmtp', [like(/^\S+\s+\S/), '101 0-16']],
  ['candidate', [isCandidate, '1 1 UDP 2130706431 192.0.2.1 49170 typ host']],
  ['ice-options', [something, 'trickle']],
  ['ice-pacing', [like(/^\d{1,10}$/), '50']],
  // Shorter ones are guessed too easily, and peers turn them down (RFC 8839 §5.4).
  ['ice-ufrag', [like(/^\S{4,256}$/), '8hhY']],
  ['ice-pwd', [like(/^\S{22,256}$/), 'asd88fgpdd777uzjYhagZg']],
]);
