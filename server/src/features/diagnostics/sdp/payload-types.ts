import { payloadTypes } from '../../../knowledge/facts.ts';
import { type Span, words } from '../../../sip/span.ts';
import { type MediaDescription, parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import { isDigits, isReachablePort } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { intendedAttribute } from './attributes.ts';

/** Payload types of RTP and what a section says of them (RFC 8866 §5.14, §6.6; RFC 3551 §6). */

const staticTypes = new Map(
  payloadTypes
    .filter((fact) => fact.payloadType < 96 && fact.clockRate !== undefined)
    .map((fact) => [fact.payloadType, fact]),
);

/** Attributes whose values begin with a payload type. */
const numbered = new Set(['rtpmap', 'fmtp', 'rtcp-fb']);

/** Numbers of an RTP `m=` line and the `a=rtpmap:` and `a=fmtp:` lines that belong to them. */
export function checkPayloadTypes(
  judged: Judged,
  section: readonly SdpLine[],
  media: MediaDescription,
  wellFormed: boolean,
  report: Report,
): void {
  const listed = new Set<string>();
  // A number or a line that cannot be read may be the one that others miss.
  let areListed = wellFormed;
  let areMapped = wellFormed;
  for (const format of media.formats) {
    const written = judged.textOf(format);
    const number = isDigits(written) ? String(Number(written)) : written;
    // Commas between them are one fault.
    if (!areListed && written.endsWith(',')) continue;
    if (listed.has(number)) report('sip.sdp-duplicate-payload-type', format, { args: [written] });
    listed.add(number);
    if (!isDigits(written) || Number(written) > 127) {
      areListed = false;
      report('sip.sdp-invalid-payload-type', format, { args: [written] });
    }
  }
  const mapped = new Set<string>();
  const events = new Set<string>();
  for (const line of section) {
    if (line.type !== 'a' || judged.isWild(line.span)) continue;
    const attribute = parseSdpAttribute(judged.text, line.value);
    const name = judged.textOf(attribute.name);
    const isBroken = !attribute.value && name.startsWith('rtpmap');
    if (isBroken || intendedAttribute(name) === 'rtpmap') areMapped = false;
    if (!attribute.value || !numbered.has(name)) continue;
    const [type, ...rest] = words(judged.text, attribute.value);
    // Of one that says nothing its own check tells.
    if (!type) {
      if (name === 'rtpmap') areMapped = false;
      continue;
    }
    const number = judged.textOf(type);
    if (name === 'rtpmap') {
      if (mapped.has(number)) report('sip.sdp-duplicate-payload-type', type, { args: [number] });
      mapped.add(number);
      if (isDigits(number) && Number(number) > 127) {
        areMapped = false;
        report('sip.sdp-invalid-payload-type', type, { args: [number] });
        continue;
      }
      if (!checkRtpmap(judged, number, rest, attribute.value, report)) {
        areMapped = false;
        continue;
      }
      if (rest[0] && /^telephone-event\//i.test(judged.textOf(rest[0]))) events.add(number);
    }
    if (name === 'fmtp' && number !== '*' && !isDigits(number)) {
      report('sip.sdp-malformed-attribute', line.value, { args: ['fmtp', 'fmtp:101 0-16'] });
      continue;
    }
    // Of one that says nothing its own check tells.
    if (rest.length === 0) continue;
    if (name === 'fmtp' && events.has(number) && !areEvents(judged.textOf(attribute.value))) {
      report('sip.sdp-malformed-attribute', line.value, { args: ['fmtp', `fmtp:${number} 0-16`] });
      continue;
    }
    if (areListed && isDigits(number) && !listed.has(String(Number(number)))) {
      // Whoever took a wrong number here misses the right one there: that is one fault.
      if (name === 'rtpmap') areMapped = false;
      report('sip.sdp-unlisted-payload-type', type, { args: [number, `a=${name}`] });
    }
  }
  // A stream that is off, or whose port is no port, is described by nobody.
  const port = media.port && judged.textOf(media.port).split('/', 1)[0];
  if (port && !isReachablePort(port)) return;
  if (!judged.context.complete || !judged.context.trustedBodyEnd) return;
  for (const format of media.formats) {
    const written = judged.textOf(format);
    const isDynamic = isDigits(written) && Number(written) >= 96 && Number(written) <= 127;
    if (isDynamic && areMapped && !mapped.has(written)) report('sip.sdp-missing-rtpmap', format, { args: [written] });
  }
}

/** `101 0-15,66,70`: numbers of events up to 255 (RFC 4733 §2.4.1); what follows a semicolon is somebody's own. */
function areEvents(value: string): boolean {
  const list = value.replace(/^\S+\s+(?:events=)?/i, '').split(';', 1)[0] ?? '';
  return list.split(',').every((part) => {
    const [, first = '', last = first] = /^\s*(\d{1,3})(?:-(\d{1,3}))?\s*$/.exec(part) ?? [];
    return first !== '' && Number(first) <= Number(last) && Number(last) <= 255;
  });
}

/** `0 PCMU/8000`, `31 H261/90000`, `111 opus/48000/2` */
function checkRtpmap(
  judged: Judged,
  number: string,
  [encoding, ...more]: readonly Span[],
  value: Span,
  report: Report,
): boolean {
  const match = encoding && /^([^/\s]+)\/([1-9]\d*)(?:\/(\d+))?$/.exec(judged.textOf(encoding));
  if (!isDigits(number) || !match || more.length > 0) {
    report('sip.sdp-malformed-rtpmap', value, { args: [judged.textOf(value)] });
    return false;
  }
  const fact = staticTypes.get(Number(number));
  if (!fact || !encoding) return true;
  const isOther = fact.name.toLowerCase() !== match[1]?.toLowerCase();
  if (isOther) report('sip.sdp-static-payload-type', encoding, { args: [number, fact.name, match[1] ?? ''] });
  else if (fact.clockRate !== Number(match[2])) {
    const args = [number, `${fact.name}/${fact.clockRate}`, `${match[1]}/${match[2]}`];
    report('sip.sdp-static-payload-type', encoding, { args });
  }
  return true;
}
