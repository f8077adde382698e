import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { type MediaDescription, parseMediaDescription, type SdpLine } from '../../../sip/values/sdp.ts';
import { isDigits, isToken } from '../grammar.ts';
import type { Judged } from '../judged.ts';
import { editDistance, isSwappedOrDoubled } from '../spelling.ts';

/** The words of an `m=` line (RFC 8866 §5.14). */

/** Whether a line has all of its words, and its media and protocol are no slips. */
export function isReadableMedia(judged: Judged, line: SdpLine): boolean {
  const description = parseMediaDescription(judged.text, line.value);
  const { media, port, protocol, formats } = description;
  if (!media || !protocol || !port || formats.length === 0) return false;
  if (!isToken(judged.textOf(media)) || !isProtocol(judged.textOf(protocol))) return false;
  return !isMisspelt(judged, description);
}

/** Media and protocols that nobody means but in a slip: `adio`, `RTP/APV`, `RPT/AVP`, `RTP-AVP`, `TCP/BCFP`. */
function isMisspelt(judged: Judged, { media, protocol, formats }: MediaDescription): boolean {
  const kind = media ? judged.textOf(media).toLowerCase() : '';
  const words = protocol ? judged.textOf(protocol).toUpperCase().split('/') : [];
  const [carrier = '', profile = ''] = words.slice(-2);
  const isProfileNear = carrier === 'RTP' && (isNear(profile, rtpProfiles) || /^(?:AV|VP|AP|SAV)$/.test(profile));
  // Of other lengths are the names of others: `SRTP/AVP`.
  const isCarrierNear = carrier.length === 3 && isNear(carrier, ['RTP']) && rtpProfiles.includes(profile);
  const isGlued = /^RTP[-_]?S?AVPF?$/.test(words.at(-1) ?? '');
  // A blank in the place of the slash makes a format of the profile.
  const isParted = words.at(-1) === 'RTP' && formats[0] !== undefined && /^S?AVPF?$/i.test(judged.textOf(formats[0]));
  if (isParted || isMediaNear(kind) || isProfileNear || isCarrierNear || isGlued) return true;
  return isTurned(words) || words.some(isProtocolWordNear);
}

const rtpProfiles = ['AVP', 'AVPF', 'SAVP', 'SAVPF'];

const mediaNames = sdpFacts.media.map((fact) => fact.name);
const longMedia = mediaNames.filter((name) => name.length > 4);

/** Of `text` other words are one letter away: a slip in it is a pair swapped or a letter doubled. */
const isMediaNear = (kind: string): boolean =>
  isNear(kind, longMedia) || (!mediaNames.includes(kind) && mediaNames.some((name) => isSwappedOrDoubled(kind, name)));

const isNear = (written: string, words: readonly string[]): boolean =>
  written.length > 2 && !words.includes(written) && words.some((word) => editDistance(written, word, 1) <= 1);

const protocols = new Set(sdpFacts.protocols.map(({ name }) => name.toUpperCase()));
const protocolWords = new Set([...protocols].flatMap((name) => name.split('/')));

/** `AVP/RTP` */
const isTurned = (words: readonly string[]): boolean =>
  words.length === 2 && !protocols.has(words.join('/')) && protocols.has(`${words[1]}/${words[0]}`);

/** `TCP/MRSP`, `UDP/TSL/RTP/SAVPF`, `UDTPL`: others put words of their own there, but none that is a known one swapped. */
function isProtocolWordNear(word: string): boolean {
  if (word.length < 3 || word.length > LONGEST_WORD || protocolWords.has(word)) return false;
  // The only one that is long enough to have lost a letter and be like no other.
  if (word.length <= UDPTL.length && editDistance(word, UDPTL, 1) <= 1) return true;
  return [...protocolWords].some((known) => isSwappedOrDoubled(word, known));
}

const UDPTL = 'UDPTL';
const LONGEST_WORD = 8;

/** `RTP/AVP`, `udptl`; a number is what follows a protocol that was left out. */
const isProtocol = (text: string): boolean => text.split('/').every(isToken) && !isDigits(text);
