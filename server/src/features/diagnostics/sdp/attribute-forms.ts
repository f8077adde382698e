import { isDigits, isIPv4, isIPv6, isNumberUpTo, isPort, isToken, LARGEST_DELTA } from '../grammar.ts';
import { nearest } from '../spelling.ts';

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

const candidateTypes = ['host', 'srflx', 'prflx', 'relay'];

/** Words of preconditions (RFC 3312 §5): what is reserved, on whose side, in which direction, how much it matters. */
const [KIND, STATUS, DIRECTION] = ['[^\\s:]+', '(?:e2e|local|remote)', '(?:none|send|recv|sendrecv)'] as const;
const STRENGTH = '(?:mandatory|optional|none|failure|unknown)';

/** `2 203.0.113.3 45665 1 203.0.113.3 45664` (RFC 8839 §5.2) */
const areRemoteCandidates = (value: string): boolean => {
  const parts = value.split(/\s+/);
  if (parts.length % 3 !== 0) return false;
  return parts.every((part, index) => {
    if (index % 3 === 0) return isNumberUpTo(part, 256) && Number(part) > 0;
    return index % 3 === 1 ? isCandidateAddress(part) : isPort(part);
  });
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
  return isNumberUpTo(id, LARGEST_DELTA) && /^[^:]+(?::|$)/.test(attribute);
};

const areTokens = (value: string): boolean => value.split(',').every(isToken);

/** `en`, `de-CH` (RFC 5646, of which the outline is looked at) */
const isLanguage = like(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/);

const aboveZero = like(/^(?!0+(?:\.0*)?$)\d+(?:\.\d+)?$/);
const areDigits: AttributeForm[0] = isDigits;

/** The form of attributes that peers read with care; others are taken as they are. */
export const attributeForms: ReadonlyMap<string, AttributeForm> = new Map<string, AttributeForm>([
  // RFC 8866 §6
  ['ptime', [aboveZero, '20']],
  ['maxptime', [aboveZero, '60']],
  ['framerate', [aboveZero, '25']],
  ['quality', [like(/^(?:\d|10)$/), '10']],
  ['orient', [like(/^(?:portrait|landscape|seascape)$/), 'portrait']],
  ['type', [isToken, 'broadcast']],
  ['charset', [isToken, 'UTF-8']],
  ['lang', [isLanguage, 'en']],
  ['sdplang', [isLanguage, 'en']],
  // RFC 4570, 4574, 4796
  ['source-filter', [isSourceFilter, 'incl IN IP4 232.3.4.5 192.0.2.10']],
  ['label', [isToken, '1']],
  ['content', [areTokens, 'slides']],
  // RFC 3312 §5
  ['curr', [like(new RegExp(`^${KIND}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos local none']],
  ['des', [like(new RegExp(`^${KIND}\\s+${STRENGTH}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos mandatory local sendrecv']],
  ['conf', [like(new RegExp(`^${KIND}\\s+${STATUS}\\s+${DIRECTION}$`)), 'qos remote sendrecv']],
  // RFC 4145 §5, 4583 §4, 8841 §5
  ['connection', [like(/^(?:new|existing)$/i), 'new']],
  ['floorctrl', [like(/^(?:c-only|s-only|c-s)(?:\s+(?:c-only|s-only|c-s))*$/), 'c-s']],
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
  ['rid', [like(/^[A-Za-z0-9_-]+\s+(?:send|recv)(?:\s+\S+)?$/), 'hi send']],
  ['simulcast', [like(/^(?:send|recv)\s+\S+(?:\s+(?:send|recv)\s+\S+)?$/), 'send hi;lo']],
  ['group', [like(/^[^\s:]+(?:\s+\S+)*$/), 'BUNDLE 0 1']],
  ['remote-candidates', [areRemoteCandidates, '1 203.0.113.3 45664']],
  ['mid', [like(/^\S+$/), '1']],
  ['ssrc', [isSource, '314159 cname:user@example.com']],
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
]);
