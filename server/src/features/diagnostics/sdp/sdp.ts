import { type Span, span } from '../../../sip/span.ts';
import { type MediaDescription, parseMediaDescription, parseSdp, type SdpLine } from '../../../sip/values/sdp.ts';
import { isDigits, isPort, isToken } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { editDistance } from '../spelling.ts';
import { checkLine, singleBlanks } from './lines.ts';
import { checkPayloadTypes } from './payload-types.ts';
import { checkTies } from './ties.ts';

/** Session descriptions (RFC 8866), in a body of their own or in a part of one. */
export function checkSdp(judged: Judged, body: Span, report: Report): void {
  const lines = parseSdp(judged.text, body).slice(0, MOST_LINES);
  const first = lines[0];
  if (!first) return;
  let wellFormed = true;
  let inRun = false;
  for (const line of lines) {
    const isLine = line.type !== undefined || judged.isWild(line.span);
    // Lines of something else are one fault, however many they are.
    if (!isLine && !inRun) report('sip.sdp-malformed-line', line.span, { args: [judged.textOf(line.span)] });
    inRun = !isLine;
    wellFormed &&= isLine;
  }
  checkEmptyLines(judged, lines, report);
  const { session, media } = sections(lines);
  if (wellFormed && !checkDuplicates(judged, session, media, report)) checkOrder(judged, session, media, report);
  checkMandatory(judged, session, media, wellFormed, report);
  for (const line of lines) checkLine(judged, line, report);
  checkDirections(judged, session, report);
  for (const section of media) checkMediaSection(judged, section, wellFormed, report);
  const isWhole = wellFormed && judged.context.complete && judged.context.trustedBodyEnd;
  checkTies(judged, session, media, isWhole, report);
}

/** Between lines there is no empty one (RFC 8866 §9); most parsers pass over it, and so do editors. */
function checkEmptyLines(judged: Judged, lines: readonly SdpLine[], report: Report): void {
  for (let i = 1; i < lines.length; i++) {
    const [before, behind] = [lines[i - 1]!, lines[i]!];
    const gap = span(before.span.end, behind.span.start);
    if (before.type === undefined || behind.type === undefined || !/\n\r*\n/.test(judged.textOf(gap))) continue;
    const empty = span(judged.text.indexOf('\n', gap.start) + 1, gap.end);
    report('sip.sdp-malformed-line', empty, { args: [''], slight: true });
    return;
  }
}

/** A description is some hundred lines; what is longer wants to see us work. */
const MOST_LINES = 5000;

interface Sections {
  readonly session: readonly SdpLine[];
  readonly media: readonly (readonly SdpLine[])[];
}

function sections(lines: readonly SdpLine[]): Sections {
  const media: SdpLine[][] = [];
  const session: SdpLine[] = [];
  for (const line of lines) {
    if (line.type === 'm') media.push([line]);
    else (media.at(-1) ?? session).push(line);
  }
  return { session, media };
}

/** The order of RFC 8866 §9: a line's type may come again, but never after a later one. */
const sessionOrder = 'vosiuepcbtrzka';
const mediaOrder = 'micbka';

function checkOrder(judged: Judged, session: readonly SdpLine[], media: Sections['media'], report: Report): void {
  const misplaced =
    firstMisplaced(session, sessionOrder) ??
    media.map((section) => firstMisplaced(section, mediaOrder)).find((line) => line !== undefined);
  if (!misplaced || judged.isWild(misplaced.line.span)) return;
  report('sip.sdp-line-order', misplaced.line.span, { args: [`${misplaced.line.type}=`, `${misplaced.before}=`] });
}

/** Lines that stand once in the session's section and in each section of a stream (RFC 8866 §9). */
const onceInSession = new Set(['v', 'o', 's', 'i', 'u', 'c', 'z', 'k']);
const onceInMedia = new Set(['i', 'k']);

function checkDuplicates(
  judged: Judged,
  session: readonly SdpLine[],
  media: Sections['media'],
  report: Report,
): boolean {
  const second =
    firstDuplicate(session, onceInSession) ??
    media.map((section) => firstDuplicate(section, onceInMedia)).find((pair) => pair !== undefined);
  if (!second || judged.isWild(second.line.span)) return false;
  report('sip.sdp-duplicate-line', second.line.span, {
    args: [`${second.line.type}=`],
    related: [{ title: 'first-here', span: second.first.span }],
  });
  return true;
}

function firstDuplicate(
  lines: readonly SdpLine[],
  once: ReadonlySet<string>,
): { line: SdpLine; first: SdpLine } | undefined {
  const seen = new Map<string, SdpLine>();
  for (const line of lines) {
    if (line.type === undefined || !once.has(line.type)) continue;
    const first = seen.get(line.type);
    if (first) return { line, first };
    seen.set(line.type, line);
  }
  return undefined;
}

function firstMisplaced(lines: readonly SdpLine[], order: string): { line: SdpLine; before: string } | undefined {
  let highest = 0;
  for (const line of lines) {
    // `t=` and `r=` come in pairs, and unknown letters are somebody's extension.
    const type = line.type === 'r' ? 't' : (line.type ?? '?');
    if (order === mediaOrder && 'vosueptz'.includes(type)) return { line, before: 'm' };
    const rank = order.indexOf(type);
    if (rank < 0) continue;
    if (rank < highest) return { line, before: order[highest] ?? '' };
    highest = rank;
  }
  return undefined;
}

function checkMandatory(
  judged: Judged,
  session: readonly SdpLine[],
  media: Sections['media'],
  wellFormed: boolean,
  report: Report,
): void {
  if (!judged.context.complete || !judged.context.trustedBodyEnd || !wellFormed) return;
  const first = session[0] ?? media[0]?.[0];
  if (!first) return;
  // A capital is told of as what it is.
  const types = new Set([...session, ...media.flat()].map((line) => line.type?.toLowerCase()));
  for (const type of 'vost') {
    if (!types.has(type)) report('sip.sdp-missing-line', first.span, { args: [`${type}=`] });
  }
  const isConnection = ({ type }: SdpLine): boolean => type === 'c' || type === 'C';
  if (session.some(isConnection)) return;
  for (const section of media) {
    // Nothing is sent to a stream that is turned down, and many leave its address out.
    const isOff = /^\S+\s+0\s/.test(judged.textOf(section[0]!.value));
    if (!isOff && !section.some(isConnection)) {
      report('sip.sdp-missing-line', section[0]!.span, { args: ['c='] });
      return;
    }
  }
}

function checkMediaSection(judged: Judged, section: readonly SdpLine[], wellFormed: boolean, report: Report): void {
  const line = section[0]!;
  if (judged.isWild(line.span)) return;
  const media = parseMediaDescription(judged.text, line.value);
  const { port, protocol, formats } = media;
  const isReadable =
    media.media && protocol && isToken(judged.textOf(media.media)) && isProtocol(judged.textOf(protocol));
  if (!isReadable || !port || formats.length === 0 || isMisspelt(judged, media)) {
    report('sip.sdp-malformed-media', line.span, { args: [judged.textOf(line.value)] });
    return;
  }
  checkBlanks(judged, line, report);
  const [number, count] = judged.textOf(port).split('/', 2);
  if (!isPort(number ?? '') || (count !== undefined && !/^[1-9]\d*$/.test(count))) {
    report('sip.sdp-invalid-port', port, { args: [judged.textOf(port)] });
  }
  checkDirections(judged, section, report);
  if (/^(?:(?:TCP|UDP)\/)?(?:DTLS\/|TLS\/)?(?:RTP|TCP\/RTP)\/S?AVPF?$/i.test(judged.textOf(protocol))) {
    checkPayloadTypes(judged, section, media, wellFormed, report);
  }
}

/** One blank stands between the words (RFC 8866 §5.14); most parsers pass over more of them. */
function checkBlanks(judged: Judged, line: SdpLine, report: Report): void {
  const written = judged.textOf(line.value).trim();
  if (!/[ \t]{2}/.test(written)) return;
  report('sip.sdp-malformed-media', line.span, {
    args: [judged.textOf(line.value)],
    fix: singleBlanks(line.value, written),
    slight: true,
  });
}

/** Media and profiles of RTP that nobody means but in a slip: `adio`, `RTP/APV`, `RPT/AVP`, `RTP-AVP`. */
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
  if (isParted) return true;
  return isNear(kind, ['audio', 'video', 'application', 'image']) || isProfileNear || isCarrierNear || isGlued;
}

const rtpProfiles = ['AVP', 'AVPF', 'SAVP', 'SAVPF'];

const isNear = (written: string, words: readonly string[]): boolean =>
  written.length > 2 && !words.includes(written) && words.some((word) => editDistance(written, word, 1) <= 1);

/** `RTP/AVP`, `udptl`; a number is what follows a protocol that was left out. */
const isProtocol = (text: string): boolean => text.split('/').every(isToken) && !isDigits(text);

const directions = new Set(['sendrecv', 'sendonly', 'recvonly', 'inactive']);

function checkDirections(judged: Judged, lines: readonly SdpLine[], report: Report): void {
  let first: SdpLine | undefined;
  for (const line of lines) {
    if (line.type !== 'a' || !directions.has(judged.textOf(line.value).trim())) continue;
    if (!first) first = line;
    else if (judged.textOf(line.value).trim() !== judged.textOf(first.value).trim()) {
      report('sip.sdp-conflicting-direction', line.value, {
        args: [judged.textOf(line.value), judged.textOf(first.value)],
        related: [{ title: 'other-value-here', span: span(first.value.start, first.value.end) }],
      });
      return;
    }
  }
}
