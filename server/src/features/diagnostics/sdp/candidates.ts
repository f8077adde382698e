import { type Span, words } from '../../../sip/span.ts';
import { isDigits, isIPv4, isIPv6, isNumberUpTo, isPort } from '../grammar.ts';
import { isNoSlip, isSwappedOrDoubled } from '../spelling.ts';

/** Candidates of ICE and of what has been chosen of them (RFC 8839 §5.1, §5.2; RFC 6544 §4.5). */

/** `1 1 UDP 2130706431 192.0.2.1 49170 typ host …`; a relayed one may be followed by more. */
export const isCandidate = (value: string): boolean => {
  const [foundation = '', component = '', transport = '', priority = '', address = '', port = '', typ, type = ''] =
    value.split(/\s+/);
  const isAddressed = foundation !== '' && isTransport(transport) && isCandidateAddress(address) && isPort(port);
  const isComponent = isDigits(component) && Number(component) >= 1 && Number(component) <= 256;
  const isPriority = isNumberUpTo(priority, 2 ** 31 - 1) && Number(priority) > 0;
  if (!isAddressed || !isComponent || !isPriority || typ !== 'typ' || !isCandidateType(type)) return false;
  return Object.entries(extensionForms).every(([name, isGood]) => {
    const written = extensionNamed(value, name);
    return written === undefined || isGood(written);
  });
};

/** What follows the type, where peers read it. */
const extensionForms: Readonly<Record<string, (value: string) => boolean>> = {
  raddr: (value) => value === '' || isCandidateAddress(value),
  rport: (value) => value === '' || isPort(value),
  tcptype: (value) => /^(?:active|passive|so)$/.test(value),
};

/** The value of an extension, empty where it has none; undefined where it is not there. */
function extensionNamed(value: string, name: string): string | undefined {
  const words = value.split(/\s+/);
  const at = words.indexOf(name, 8);
  return at < 0 ? undefined : (words[at + 1] ?? '');
}

/** Anybody may add one, but none that is `udp` or `tcp` with letters swapped. */
const isTransport = (written: string): boolean =>
  written !== '' && !['udp', 'tcp'].some((name) => isSwappedOrDoubled(written.toLowerCase(), name));

/** An address, or a name that stands for one: none is a number. */
const isCandidateAddress = (written: string): boolean => {
  if (written === '' || (/^[\d.]+$/.test(written) && !isIPv4(written))) return false;
  return !written.includes(':') || isIPv6(withoutBrackets(written));
};

/** In brackets, which belong to URIs, it is told of as such. */
const withoutBrackets = (written: string): string => written.replace(/^\[(.*)\]$/, '$1');

/** The words that are addresses in brackets. */
export const bracketedAddresses = (text: string, value: Span): readonly Span[] =>
  words(text, value).filter(({ start, end }) => text[start] === '[' && text[end - 1] === ']');

const isCandidateType = (written: string): boolean => written !== '' && isNoSlip(written, candidateTypes);

const candidateTypes = ['host', 'srflx', 'prflx', 'relay'];

/**
 * A candidate as it should have been, where peers can do without what is missing or read it all the same: one that was
 * found through another address and does not tell it, one of TCP that does not say who connects, a foundation of other
 * letters, an extension without a value. Undefined where nothing is odd.
 */
export function betterCandidate(value: string): string | undefined {
  const [foundation = '', , transport = '', , , , , type = '', ...extensions] = value.split(/\s+/);
  const isRelated = /^(?:srflx|prflx|relay)$/.test(type);
  if (isRelated && !(extensionNamed(value, 'raddr') && extensionNamed(value, 'rport'))) {
    return '1 1 UDP 1694498815 203.0.113.3 45664 typ srflx raddr 192.0.2.1 rport 8998';
  }
  if (/^tcp$/i.test(transport) && extensionNamed(value, 'tcptype') === undefined) {
    return '1 1 TCP 2128609279 192.0.2.1 9 typ host tcptype active';
  }
  if (!FOUNDATION.test(foundation)) return '1 1 UDP 2130706431 192.0.2.1 49170 typ host';
  return extensions.length % 2 === 0 ? undefined : '1 1 UDP 2130706431 192.0.2.1 49170 typ host generation 0';
}

const FOUNDATION = /^[A-Za-z0-9+/]{1,32}$/;

/** `2 203.0.113.3 45665 1 203.0.113.3 45664` */
export const areRemoteCandidates = (value: string): boolean => {
  const parts = value.split(/\s+/);
  if (parts.length % 3 !== 0) return false;
  return parts.every((part, index) => {
    if (index % 3 === 0) return isNumberUpTo(part, 256) && Number(part) > 0;
    return index % 3 === 1 ? isCandidateAddress(part) : isPort(part);
  });
};
