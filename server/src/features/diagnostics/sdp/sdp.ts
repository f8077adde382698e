import { type Span, span } from '../../../sip/span.ts';
import { parseMediaDescription, parseSdp, type SdpLine } from '../../../sip/values/sdp.ts';
import { isPort } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { checkCodecs } from './codecs.ts';
import { checkDoubled } from './doubled.ts';
import { checkLine, checkNeedlessBlanks, singleBlanks } from './lines.ts';
import { isReadableMedia } from './media-lines.ts';
import { checkPayloadTypes } from './payload-types.ts';
import { checkTies } from './ties.ts';

/** Session descriptions (RFC 8866), in a body of their own or in a part of one. */
export function checkSdp(judged: Judged, body: Span, tell: Report): void {
  const lines = parseSdp(judged.text, body).slice(0, MOST_LINES);
  const first = lines[0];
  if (!first) return;
  const told = new Set<SdpLine>();
  const report: Report = (rule, place, details) => {
    told.add(lineAt(lines, place.start));
    tell(rule, place, details);
  };
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
  for (const section of [session, ...media]) checkDoubled(judged, section, report);
  const isWhole = wellFormed && judged.context.complete && judged.context.trustedBodyEnd;
  checkTies(judged, session, media, isWhole, report);
  // Blanks are what is left where a word was lost: that is one fault.
  for (const line of lines) if (!told.has(line)) checkNeedlessBlanks(judged, line, tell);
}

/** The last line that does not start behind a place. */
function lineAt(lines: readonly SdpLine[], offset: number): SdpLine {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]!;
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
  const { port, protocol } = media;
  if (!port || !protocol || !isReadableMedia(judged, line)) {
    report('sip.sdp-malformed-media', line.span, { args: [judged.textOf(line.value)] });
    return;
  }
  checkBlanks(judged, line, report);
  // One slash at most, with the number of ports behind it.
  const [number, ...counts] = judged.textOf(port).split('/');
  if (!isPort(number ?? '') || counts.length > 1 || counts.some((count) => !/^[1-9]\d*$/.test(count))) {
    report('sip.sdp-invalid-port', port, { args: [judged.textOf(port)] });
  }
  checkDirections(judged, section, report);
  if (/^(?:(?:TCP|UDP)\/)?(?:DTLS\/|TLS\/)?(?:RTP|TCP\/RTP)\/S?AVPF?$/i.test(judged.textOf(protocol))) {
    checkPayloadTypes(judged, section, media, wellFormed, report);
    // A stream that is off is described by nobody with care.
    const isWhole = wellFormed && judged.context.complete && judged.context.trustedBodyEnd;
    if (number !== '0') checkCodecs(judged, section, isWhole, report);
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
