import type { Frame } from '../../frame.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A stream as Wireshark follows it: who speaks to whom stands above it once, and before what either side sent how many
 * bytes that are, behind a tab where it was the other side: `Node 0: 192.0.2.1:5062`, `Node 1: …`, `699`, `\t297`.
 * In hexadecimal the offset of each row stands behind that tab.
 */

/** The names of both sides stand so near. */
const LONGEST_STREAM = 98_304;

/** What stands before the codes of a row. */
const OFFSET = /^(\t?)[\dA-F]{8} {1,2}$/;
const COUNT = /^(\t?)\d{1,6}\r?\n$/;
const NODES = /^\nNode 0: (\S{1,80})\r?\nNode 1: (\S{1,80})\r?\n/;
const TRANSPORT = /\nFollow: (udp|tcp|tls|sctp),[^\n]{0,20}\n[^\n]{0,200}$/;
const END = '\n=====';

export const followedRecord: ReadRecord = (text, frame, floor) => {
  const { start } = frame;
  const tab = tabBefore(text, frame, floor);
  if (tab === undefined) return undefined;
  const above = text.slice(Math.max(0, start - LONGEST_STREAM), start);
  const head = above.lastIndexOf('\nNode 0: ');
  const [, one, other] = NODES.exec(above.slice(head, head + 256)) ?? [];
  if (!one || !other || above.includes(END, head)) return undefined;
  const transport = TRANSPORT.exec(above.slice(Math.max(0, head - 256), head))?.[1]?.toUpperCase() ?? '';
  return { fields: tab === '' ? `${transport} ${one} -> ${other}` : `${transport} ${other} -> ${one}` };
};

/** The tab that says that the other side sent a message, or nothing in its place. */
function tabBefore(text: string, { start, layout }: Frame, floor: number): string | undefined {
  if (layout.kind === 'coded') return layout.rows && OFFSET.exec(layout.rows.before)?.[1];
  if (layout.kind !== 'lines' || text[start - 1] !== '\n') return undefined;
  return COUNT.exec(text.slice(lineStartBefore(text, start - 1, Math.max(floor, start - 10)), start))?.[1];
}
