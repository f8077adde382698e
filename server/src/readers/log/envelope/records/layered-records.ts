import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { portNamed } from '../peers/packet-lines.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A packet whose layers stand one above the other, each with its fields, the message the last one's, as Scapy shows
 * them: `###[ IP ]###`, `src       = 192.0.2.1`, `###[ UDP ]###`, `sport     = 5060`, `###[ Raw ]###`,
 * `load      = 'INVITE …`.
 */

/** So many lines has such a packet above its message. */
const MOST_LINES = 96;
const LONGEST_OWN = 160;

const OWN_FIELD = /^[ \t]*\w{1,32}[ \t]*= b?["']$/;
const LAYER = /^[ \t]*###\[ (\w[\w ./-]{0,48}) \]###[ \t]*$/;
const FIELD = /^[ \t|]*\\?(\w{1,32})[ \t]*(?:=[ \t]*(.*)|\\)[ \t]*$/;
const INTERNET = /^IP(?:v6)?$/;

/** The fields of the layers from the one of the Internet Protocol on; the line above the first layer may say when. */
export const layeredRecord: ReadRecord = (text, { start, layout }, floor) => {
  const lineStart = lineStartBefore(text, start, Math.max(floor, start - LONGEST_OWN));
  if (layout.kind !== 'coded' || !OWN_FIELD.test(text.slice(lineStart, start))) return undefined;
  const fields: string[] = [];
  let internet: string | undefined;
  for (const { line } of linesUp(text, lineStart, floor, MOST_LINES)) {
    const layer = LAYER.exec(line)?.[1];
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (layer !== undefined && INTERNET.test(layer)) internet = fields.join(', ');
    else if (name !== undefined) fields.unshift(`${name}: ${portNamed(value) ?? value}`);
    else if (layer === undefined) return internet === undefined ? undefined : { fields: `${line}\n${internet}` };
  }
  return internet === undefined ? undefined : { fields: internet };
};
