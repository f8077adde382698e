import { type Span, span, words } from '../../../sip/span.ts';
import { parseMediaDescription, parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import type { Judged, Report } from '../judged.ts';
import { intendedAttribute } from './attributes.ts';
import { isNamedLike, valueOf } from './named-lines.ts';
import { checkSimulcast } from './restrictions.ts';

/** What one line of a session description says of others: streams by their names, credentials of ICE in pairs. */

type Section = readonly SdpLine[];

export function checkTies(
  judged: Judged,
  session: Section,
  media: readonly Section[],
  isWhole: boolean,
  report: Report,
): void {
  const mids = checkMids(judged, media, report);
  for (const section of media) {
    for (const name of Object.keys(numberedLines)) checkNumbers(judged, section, name, report);
  }
  if (!isWhole) return;
  checkNamedTypes(judged, media, report);
  for (const section of media) checkSimulcast(judged, section, report);
  if (mids) checkGroups(judged, session, mids, report);
  checkCredentials(judged, session, media, report);
}

/** The names of the streams; undefined where one of them is not known. */
function checkMids(judged: Judged, media: readonly Section[], report: Report): ReadonlySet<string> | undefined {
  const first = new Map<string, Span>();
  let areKnown = true;
  for (const line of media.flat()) {
    const value = valueOf(judged, line, 'mid');
    // Of `a=mid`, `a=mid:` and `a= mid:0` the line's own check tells.
    if (!value || value.start === value.end) {
      if (isNamedLike(judged, line, 'mid')) areKnown = false;
      continue;
    }
    const mid = judged.textOf(value);
    const before = first.get(mid);
    // Of a name of several words the line's own check tells as well.
    if (judged.isWild(line.span) || /\s/.test(mid)) areKnown = false;
    else if (before) {
      report('sip.sdp-duplicate-mid', value, { args: [mid], related: [{ title: 'first-here', span: before }] });
      // The other name is the one that a group misses.
      areKnown = false;
    } else first.set(mid, value);
  }
  return areKnown ? new Set(first.keys()) : undefined;
}

/** `a=group:BUNDLE 0 1` (RFC 5888 §5): each name is the `a=mid:` of a stream. */
function checkGroups(judged: Judged, session: Section, mids: ReadonlySet<string>, report: Report): void {
  for (const line of session) {
    const value = valueOf(judged, line, 'group');
    if (!value || judged.isWild(line.span)) continue;
    const missing = words(judged.text, value)
      .slice(1)
      .find((name) => !mids.has(judged.textOf(name)));
    if (!missing) continue;
    report('sip.sdp-unknown-mid', missing, { args: [judged.textOf(missing)] });
    return;
  }
}

/** Whether a number that a section gives to one line of a kind may be given to another as well. */
const numberedLines: Readonly<Record<string, (number: string) => boolean>> = {
  // Whoever answers names the one that it takes by its number (RFC 4568 §4.1).
  crypto: () => false,
  // Alternatives, of which the answer takes one, share a number beyond those of packets (RFC 8285 §7).
  extmap: (number) => Number(number) > LARGEST_EXTENSION,
};

/** What the byte of a header extension can hold (RFC 8285 §4.3). */
const LARGEST_EXTENSION = 255;

/** `a=crypto:1 …`, `a=extmap:1/recvonly …`: the second line of one number. */
function checkNumbers(judged: Judged, section: Section, name: string, report: Report): void {
  const first = new Map<string, Span>();
  for (const line of section) {
    const value = valueOf(judged, line, name);
    const written = value && /^[^\s/]+/.exec(judged.textOf(value))?.[0];
    if (!value || written === undefined || judged.isWild(line.span) || numberedLines[name]?.(written)) continue;
    const number = span(value.start, value.start + written.length);
    const before = first.get(written);
    if (!before) first.set(written, number);
    else {
      const args = [`a=${name}:${written}`];
      report('sip.sdp-duplicate-line', number, {
        args,
        related: [{ title: 'first-here', span: before }],
        slight: true,
      });
    }
  }
}

/**
 * `a=fmtp:97 apt=96`, `a=rid:hi send pt=96`: payload types of this stream, or of the one that is sent again in a stream
 * of its own (RFC 4588 §8, RFC 8851 §5). One that is mapped somewhere is told of where it is.
 */
function checkNamedTypes(judged: Judged, media: readonly Section[], report: Report): void {
  const lines = media.flat();
  if (lines.some((line) => judged.isWild(line.span))) return;
  const known = new Set<string>();
  const resent = new Set<string>();
  for (const section of media) {
    for (const format of parseMediaDescription(judged.text, section[0]!.value).formats)
      known.add(judged.textOf(format));
  }
  for (const line of lines) {
    const value = valueOf(judged, line, 'rtpmap');
    const [number = '', encoding = ''] = value ? judged.textOf(value).split(/\s+/, 2) : [];
    if (number !== '') known.add(number);
    if (/^rtx\//i.test(encoding)) resent.add(number);
  }
  for (const line of lines) {
    const format = valueOf(judged, line, 'fmtp');
    if (format && resent.has(judged.textOf(format).split(/\s/, 1)[0] ?? '')) {
      reportUnknownType(judged, format, /[\s;]apt=(\d+)/i, known, 'a=fmtp', report);
    }
    const restriction = valueOf(judged, line, 'rid');
    if (restriction) reportUnknownType(judged, restriction, /[\s;]pt=([\d,]+)/, known, 'a=rid', report);
  }
}

/** Reports the first number of a list that no stream has. */
function reportUnknownType(
  judged: Judged,
  value: Span,
  list: RegExp,
  known: ReadonlySet<string>,
  name: string,
  report: Report,
): void {
  const match = list.exec(judged.textOf(value));
  const missing = match?.[1]?.split(',').find((number) => number !== '' && !known.has(number));
  if (!match || missing === undefined) return;
  const start = value.start + match.index + match[0].indexOf('=') + 1;
  const at = `,${match[1]},`.indexOf(`,${missing},`);
  report('sip.sdp-unlisted-payload-type', span(start + at, start + at + missing.length), { args: [missing, name] });
}

/** A stream has both from its own section or from the session's (RFC 8839 §5.4). */
function checkCredentials(judged: Judged, session: Section, media: readonly Section[], report: Report): void {
  for (const section of media) {
    const fragment = lineNamed(judged, section, 'ice-ufrag') ?? lineNamed(judged, session, 'ice-ufrag');
    const password = lineNamed(judged, section, 'ice-pwd') ?? lineNamed(judged, session, 'ice-pwd');
    const lone = fragment && password ? undefined : (fragment ?? password);
    if (!lone || [...session, ...section].some((line) => judged.isWild(line.span))) continue;
    const [present, absent] = fragment ? ['ice-ufrag', 'ice-pwd'] : ['ice-pwd', 'ice-ufrag'];
    report('sip.sdp-ice-credentials', lone.value, { args: [`a=${present}`, `a=${absent}`] });
    return;
  }
}

/** Misspelt ones and those that lost their colon are there as well. */
const lineNamed = (judged: Judged, lines: Section, name: string): SdpLine | undefined =>
  lines.find((line) => {
    if (line.type !== 'a') return false;
    const written = judged.textOf(parseSdpAttribute(judged.text, line.value).name);
    return written.startsWith(name) || intendedAttribute(written) === name;
  });
