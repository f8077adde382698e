import { isTsharkFrame, tsharkHead } from './coded/tshark-fields.ts';
import { isOffset } from './dumps/code-rows.ts';
import { dumpStart } from './dumps/dumps.ts';
import { type Frame, rowsOf } from './frame.ts';
import { holdsPacket } from './packet-objects.ts';
import { lineStartBefore } from './shapes/physical-lines.ts';
import { MOST_HEADER_BYTES } from './shapes/tcpdump-lines.ts';
import { unfold } from './unfold.ts';

/** Tools print one message in two ways: what shows it once more is no other message. */

/** Whether a frame only shows once more what the one before it holds. */
export const isShownAgain = (text: string, previous: Frame, frame: Frame): boolean =>
  isSecondPrint(text, previous, frame) ||
  isNestedField(text, previous, frame) ||
  isRestOfField(text, previous, frame) ||
  isCommentedOn(text, previous, frame);

/** What leads to a message that a program has already shown, and shows once more to say that it did not expect it. */
const COMMENT = /\bUnexpected \w{2,4} message received\b[^\n]{0,128}:[\s\d]*$/;
const LONGEST_COMMENT = 512;

function isCommentedOn(text: string, previous: Frame, frame: Frame): boolean {
  const between = text.slice(previous.end, frame.start);
  if (between.length > LONGEST_COMMENT || !COMMENT.test(between)) return false;
  return unfold(text, previous).text.startsWith(unfold(text, frame).text.trimEnd());
}

/** A packet is no longer than this in a tree of fields. */
const LARGEST_PACKET = 262_144;

/** A message in the body of another one, which a tree of a packet's fields shows once more as fields. */
function isNestedField(text: string, previous: Frame, frame: Frame): boolean {
  if (!isTsharkFrame(previous) || !isTsharkFrame(frame) || frame.start - previous.end > LARGEST_PACKET) return false;
  const between = text.slice(previous.end, frame.start);
  return /mime_multipart|msg_body|message_sip/.test(between) && !holdsPacket(between);
}

/** The rest of a segment behind its first message, which tshark puts into that one's field, and shows as another layer. */
const isRestOfField = (text: string, previous: Frame, { start }: Frame): boolean =>
  isTsharkFrame(previous) && start < (tsharkHead(text, previous.start)?.end ?? 0);

/**
 * Dumps print a packet in their own words, as `tcpdump -v` and `tshark -V` do, and then its bytes once more: as text
 * behind those of the layers below it, as hexadecimal rows, or line by line. The second print is no message.
 */
function isSecondPrint(text: string, previous: Frame, frame: Frame): boolean {
  const first = previous.layout;
  if (first.kind === 'coded' && frame.layout.kind === 'coded' && first.code === frame.layout.code) {
    const between = text.slice(previous.end, frame.start);
    // Between the first print and the third one stands the second.
    const parts = between.length < LARGEST_RECORD ? between.split(text.slice(previous.start, previous.end)) : [between];
    return (
      (isOtherMember(between) || parts.every(isNextField)) && unfold(text, previous).text === unfold(text, frame).text
    );
  }
  // What a dump does not show to its end, the text behind it does.
  if (areBytes(previous) && previous.state === 'partial') return false;
  const inBytesToo = areBytes(previous) !== areBytes(frame);
  if (!inBytesToo && first.kind !== 'tree' && (first.kind !== 'lines' || first.prefix === '')) return false;
  const start = secondPrintStart(text, previous, frame);
  if (start === undefined || start < previous.end || start - previous.end > MOST_HEADER_BYTES) return false;
  if (/\d\d:\d\d:\d\d|^Frame \d/m.test(text.slice(previous.end, start))) return false;
  const printed = unfold(text, previous).text.replaceAll('\r', '');
  const again = unfold(text, frame).text.replaceAll('\r', '');
  if (areBytes(frame) && frame.state === 'partial') return printed.startsWith(withoutCutLine(again));
  return firstLines(printed) === firstLines(again);
}

const firstLines = (message: string): string => message.split('\n', 2).join('\n');

/** Without the line that a dump does not show to its end, unless that is its start line. */
const withoutCutLine = (message: string): string => message.slice(0, message.lastIndexOf('\n') + 1) || message;

const areBytes = (frame: Frame): boolean => rowsOf(frame) !== undefined;

/** What stands between two members of one object on one line: `","record":{"message":"`, but no row and no object that ends. */
const isOtherMember = (between: string): boolean =>
  between.length < LARGEST_RECORD && /^[^\n]*["'],/.test(between) && !/\n|[)}\]]\s*,\s*[({[]/.test(between);
const LARGEST_RECORD = 4096;

/**
 * What stands between two fields of one record that have a line each, as rsyslog shows what it was sent: `'`,
 * `escaped msg: '`; the last one shows it with its head: `rawmsg: '<159>Nov 22 18:48:06 `.
 */
const isNextField = (between: string): boolean =>
  between.length < LONGEST_FIELD && /^'\r?\n(?:[\w -]{1,40}: ){1,3}'[^'\n]*$/.test(between);
const LONGEST_FIELD = 512;

/** Where the second print of a packet begins. */
function secondPrintStart(text: string, previous: Frame, frame: Frame): number | undefined {
  const { layout: first } = previous;
  const { layout, start } = frame;
  const rows = rowsOf(frame);
  if (rows) return isOffset(rows.before) ? dumpStart(text, start, rows, previous.end) : start;
  if (rowsOf(previous)) return start;
  if (layout.kind !== 'lines') return undefined;
  if (first.kind === 'tree') return start;
  const lineStart = lineStartBefore(text, start, Math.max(0, start - MOST_HEADER_BYTES));
  const isBehindBytes = start - lineStart > layout.prefix.length && text.startsWith(layout.prefix, lineStart);
  return isBehindBytes && first.kind === 'lines' && first.prefix !== layout.prefix ? start : undefined;
}
