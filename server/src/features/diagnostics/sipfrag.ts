import { type Span, span } from '../../sip/span.ts';
import { STATUS_CODE } from './grammar.ts';
import { fieldNamed, type Judged, type Report } from './judged.ts';

/**
 * A part of a message as the body of another one (RFC 3420). What `NOTIFY` tells of a `REFER` begins with the status
 * line of what came of it (RFC 3515 §2.4.4).
 */
export function checkFragment(judged: Judged, body: Span, report: Report): void {
  const start = body.start + (/^\s*/.exec(judged.textOf(body))?.[0].length ?? 0);
  const feed = judged.text.indexOf('\n', start);
  const line = span(start, feed < 0 || feed > body.end ? body.end : feed);
  const written = judged.textOf(line).trimEnd();
  if (written === '' || judged.isWild(line)) return;
  const status = /^SIP\/2\.0 +(\S+)/i.exec(written);
  if (status?.[1] !== undefined) {
    const end = line.start + status[0].length;
    if (!STATUS_CODE.test(status[1])) {
      report('sip.invalid-status-code', span(end - status[1].length, end), { args: [status[1]] });
    }
    return;
  }
  const event = fieldNamed(judged, 'Event');
  const isReferred = event !== undefined && /^refer\b/i.test(judged.textOf(event.value));
  if (judged.method === 'NOTIFY' && judged.request && isReferred) {
    report('sip.malformed-start-line', span(line.start, line.start + written.length));
  }
}
