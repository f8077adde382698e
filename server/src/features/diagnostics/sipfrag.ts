import { type Span, span, textOf } from '../../sip/span.ts';
import { STATUS_CODE } from './grammar.ts';
import { fieldNamed, type Judged, type Report } from './judged.ts';

/**
 * A part of a message as the body of another one (RFC 3420). What `NOTIFY` tells of a `REFER` begins with the status
 * line of what came of it (RFC 3515 §2.4.4).
 */
export function checkFragment(judged: Judged, body: Span, report: Report): void {
  const line = firstLineOf(judged.text, body);
  const written = judged.textOf(line).trimEnd();
  if (written === '' || judged.isWild(line)) return;
  const status = STATUS.exec(written);
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

/** Whether it begins with a status line, with which it is good in whatever message it stands. */
export function beginsWithStatus(text: string, body: Span): boolean {
  return STATUS_CODE.test(STATUS.exec(textOf(text, firstLineOf(text, body)))?.[1] ?? '');
}

const STATUS = /^SIP\/2\.0 +(\S+)/i;

/** The first that is not empty. */
function firstLineOf(text: string, body: Span): Span {
  const start = body.start + (/^\s*/.exec(textOf(text, body))?.[0].length ?? 0);
  const feed = text.indexOf('\n', start);
  return span(start, feed < 0 || feed > body.end ? body.end : feed);
}
