import type { Frame } from '../frame.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { type Peers, peersIn, peersInTree } from './peers/peers.ts';
import type { LogTime } from './time/log-time.ts';
import { lastTimeIn } from './time/times.ts';

/**
 * A packet as `tshark -V` and Wireshark draw it, one layer above the other, that of SIP the last one: dissected, or as
 * raw text, whose lines are indented below the name of the layer.
 */

/** What the layers of a packet say above SIP. */
export interface Packet {
  readonly time: LogTime | undefined;
  readonly peers: Peers;
}

/** The layers that a tree draws above SIP, in UTF-16 code units. */
const LARGEST_TREE = 16_384;

/** The line of a layer with ports, of those a tree begins without a blank. */
const LAYER_WITH_PORTS = /(?:^|\n)[A-Z][^\n]{0,80}, Src Port: /;

/** The packet whose message this is; undefined for a message that stands in no tree. `floor` is where the message before it ends. */
export function packetAround(text: string, { start, layout }: Frame, floor: number): Packet | undefined {
  const isRaw = layout.kind === 'lines' && BLANKS.test(layout.prefix);
  if (!isRaw && layout.kind !== 'tree') return undefined;
  const lineStart = lineStartBefore(text, start, floor);
  if (isRaw && !isBelowLayer(text, lineStart, floor)) return undefined;
  const above = text.slice(Math.max(floor, lineStart - LARGEST_TREE), lineStart);
  if (isRaw && !LAYER_WITH_PORTS.test(above)) return undefined;
  const frame = above.lastIndexOf('\nFrame ');
  const packet = above.slice(Math.max(0, frame));
  const listed = LISTED.exec(frame < 0 ? above : above.slice(0, frame + 1))?.[0] ?? '';
  const peers = peersInTree(packet);
  return {
    time: arrivalTime(packet) ?? lastTimeIn(listed),
    peers: peers.source === undefined ? peersIn(listed) : peers,
  };
}

/** The packet in Wireshark's list, right above its tree, or above what is drawn of the layer of SIP alone. */
const LISTED = /(?:^|\n) *\d+ [^\n]*\n\s*(?:Session Initiation Protocol[^\n]*\n\s*)?$/;

/** When a packet was taken: since 1970 where the zone of the day that is written is none that is known. */
function arrivalTime(packet: string): LogTime | undefined {
  const [local, sinceEpoch] = [/Arrival Time: [^\n]*/, /Epoch (?:Arrival )?Time: [^\n]*/].map((field) =>
    lastTimeIn(field.exec(packet)?.[0] ?? ''),
  );
  return local?.hasZone ? local : (sinceEpoch ?? local);
}

const BLANKS = /^[ \t]+$/;

/** Whether the line above a message whose lines are indented is the name of a layer, which is not. */
const isBelowLayer = (text: string, lineStart: number, floor: number): boolean =>
  /^[A-Z][\w-]*[ :]/.test(text.slice(lineStartBefore(text, lineStart - 1, floor), lineStart));

/** Both ends, where somebody has copied the names of a packet's layers out of Wireshark and put them above the message. */
export function layersAbove(lines: readonly string[]): Peers | undefined {
  if (!lines.some((line) => line.includes(', Src Port: '))) return undefined;
  const peers = peersInTree(lines.toReversed().join('\n'));
  return peers.source === undefined ? undefined : peers;
}
