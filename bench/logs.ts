import { randomFrom } from './random.ts';
import { type TrafficMessage, traffic } from './traffic.ts';

/** How a product writes a message into its log. */
export type LogLayout = 'blocks' | 'one-line' | 'prefixed' | 'json';

export const logLayouts: readonly LogLayout[] = ['blocks', 'one-line', 'prefixed', 'json'];

const clock = (time: number): string => new Date(time).toISOString().slice(11, 23);

const writers: Readonly<Record<LogLayout, (message: TrafficMessage) => string>> = {
  blocks: ({ text, direction, peer, time }) =>
    `[2026-11-22 ${clock(time)}] VERBOSE[1481] logger.c: <--- ${direction === 'in' ? 'Received' : 'Transmitting'} SIP message (${text.length} bytes) ${direction === 'in' ? 'from' : 'to'} UDP:${peer} --->\n${text.replaceAll('\r', '')}\n`,
  'one-line': ({ text, direction, peer, time }) =>
    `Nov 22 ${clock(time).slice(0, 8)} proxy1 sipd[1481]: NOTICE: {trace} ${direction === 'in' ? 'received from' : 'sent to'} udp:${peer}:#012${text.replaceAll('\r', '#015').replaceAll('\n', '#012')}\n`,
  prefixed: ({ text, direction, peer, time }) => {
    const prefix = `2026-11-22T${clock(time)}Z INFO  [sip-worker-3] `;
    const lines = text.trimEnd().split('\r\n');
    return [`${direction === 'in' ? 'Received from' : 'Sent to'} ${peer}`, ...lines]
      .map((line) => `${prefix}${line}\n`)
      .join('');
  },
  json: ({ text, direction, peer, time }) =>
    `${JSON.stringify({ ts: `2026-11-22T${clock(time)}Z`, level: 'debug', dir: direction, peer, msg: text })}\n`,
};

/** What the rest of a program has to say between the messages. */
const chatter = [
  'DEBUG[1481] channel.c: Set channel to read format slin at 20 ms',
  'VERBOSE[1481][C-0000002a] pbx.c: Executing [100@office:3] Dial("PJSIP/200-00000012", "PJSIP/100,30,tT")',
  'NOTICE[1481] registrar.c: Added contact with expiration of 3600 seconds',
  'WARNING[1481] acl.c: Rejecting unknown host',
  'VERBOSE[1481] dial.c: Got SIP response 486 "Busy Here" back from 198.51.100.7:5060',
  'INFO[1481] cdr.c: wrote 17 records in 3 ms',
];

/** A log of `size` characters (a little more, so that it ends with a line); `from` tells apart the logs of one run. */
export function logOf(layout: LogLayout, size: number, from = 1): string {
  const below = randomFrom(from);
  const messages = traffic(from);
  const parts: string[] = [];
  let length = 0;
  while (length < size) {
    const message = messages.next().value as TrafficMessage;
    const part = writers[layout](message) + prose(message.time, below);
    parts.push(part);
    length += part.length;
  }
  return flat(parts.join(''));
}

function prose(time: number, below: (n: number) => number): string {
  const lines = Array.from(
    { length: below(4) },
    () => `[2026-11-22 ${clock(time)}] ${chatter[below(chatter.length)]}\n`,
  );
  return lines.join('');
}

/** One message as a layout writes it: what a growing log grows by. */
export function oneMessage(layout: LogLayout, from: number): string {
  return writers[layout](traffic(from).next().value as TrafficMessage);
}

/** The text as an editor sends it: in one piece, of one byte a character where that is enough. */
const flat = (text: string): string => Buffer.from(text).toString();
