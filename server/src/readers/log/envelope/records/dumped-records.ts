import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { saysDirection } from '../direction/direction.ts';
import { beginsLogLine } from '../surroundings/envelope-lines.ts';
import { depthOf, linesDown, linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';
import { ownBehind } from './shared-records.ts';

/**
 * An object as PHP dumps it, each value with its type on the line below its name: `["src"]=>`,
 * `string(14) "192.0.2.1:5060"`, `["raw"]=>`, `string(339) "INVITE …`.
 */

/** So many lines above the message and below it are looked at. */
const LINES_BESIDE = 64;
const LONGEST_OWN = 128;

/** What stands before the message on its line, and on the one above. */
const OWN = /^([ \t]*)string\(\d{1,7}\) "$/;
const NAME = /^\[(?:"([^"]{1,64})"|(\d{1,6}))(?::[^\]]{1,80})?\]=>$/;
const VALUE = /^(?:string\(\d{1,7}\) "(.*)"|(?:int|float|bool)\((.*)\)|enum\([\w\\]{1,80}::(\w{1,64})\))$/;
const OPENS = /^[ \t]*(?:object\([^()]{1,160}\)#\d{1,9} \(\d{1,6}\)|array\(\d{1,6}\)) \{\s*$/;

/** The members beside the message, and those of the objects that hold it; a line above it all may tell when. */
export const dumpedRecord: ReadRecord = (text, { start, end, layout }, floor) => {
  if ((layout.kind !== 'lines' && layout.kind !== 'coded') || text[start - 1] !== '"') return undefined;
  const lineStart = lineStartBefore(text, start, Math.max(floor, start - LONGEST_OWN));
  const own = OWN.exec(text.slice(lineStart, start))?.[1];
  if (own === undefined) return undefined;
  const depths = [own.length];
  const above: string[] = [];
  let head: string | undefined;
  let isWhole = false;
  for (const { line } of linesUp(text, lineStart, floor, LINES_BESIDE)) {
    if (isWhole) {
      if (beginsLogLine(line) || saysDirection(line)) head = line;
      break;
    }
    const depth = depthOf(line);
    if (depth < depths.at(-1)!) {
      if (!OPENS.test(line)) break;
      if (depth === 0) isWhole = true;
      else depths.push(depth);
    } else above.unshift(fieldOf(line));
  }
  if (above.length === 0) return undefined;
  const fields = above.join('');
  return { head, fields: fields + ownBehind(fields, membersBehind(text, end, depths)) };
};

/** Those behind the quote that ends the message. */
function membersBehind(text: string, end: number, depths: readonly number[]): string {
  let fields = ', ';
  let level = 0;
  for (const { line } of text[end] === '"' ? linesDown(text, physicalLineAt(text, end).next, LINES_BESIDE) : []) {
    if (depthOf(line) >= depths[level]!) fields += fieldOf(line);
    else if (line.trim() !== '}' || ++level === depths.length) break;
  }
  return fields;
}

/** A name as that of a field, a value as it is; what an object is says nothing. */
function fieldOf(line: string): string {
  const shown = line.trim();
  const [, name, index] = NAME.exec(shown) ?? [];
  if (name !== undefined || index !== undefined) return `${name ?? index}: `;
  const [, string, number, word] = VALUE.exec(shown) ?? [];
  return `${string ?? number ?? word ?? ''}, `;
}
