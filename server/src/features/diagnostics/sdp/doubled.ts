import { span } from '../../../sip/span.ts';
import { parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import type { Judged, Report } from '../judged.ts';

/** Attributes of which a section has one (RFC 3605, 4145, 4566, 5888, 8839, 8841); directions are one attribute. */
const once = new Set([
  ...['ice-pwd', 'ice-ufrag', 'label', 'max-message-size', 'maxptime', 'mid', 'ptime', 'rtcp', 'sctp-port', 'setup'],
  ...['sendrecv', 'sendonly', 'recvonly', 'inactive', 'tls-id'],
]);

/** Tells of the second of two in one section: which counts is the peer's guess, though none turns them down. */
export function checkDoubled(judged: Judged, section: readonly SdpLine[], report: Report): void {
  const seen = new Map<string, { line: SdpLine; isTold: boolean }>();
  for (const line of section) {
    if (line.type !== 'a' || judged.isWild(line.span)) continue;
    const attribute = parseSdpAttribute(judged.text, line.value);
    const name = judged.textOf(attribute.name);
    if (!once.has(name)) continue;
    const first = seen.get(name);
    if (!first) seen.set(name, { line, isTold: false });
    // Of two streams of one name another rule tells.
    else if (!first.isTold && !(name === 'mid' && judged.textOf(first.line.value) === judged.textOf(line.value))) {
      first.isTold = true;
      report('sip.sdp-duplicate-line', span(line.value.start, attribute.name.end), {
        args: [`a=${name}`],
        related: [{ title: 'first-here', span: first.line.span }],
        slight: true,
      });
    }
  }
}
