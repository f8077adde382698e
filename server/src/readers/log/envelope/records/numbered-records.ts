import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { linesDown, linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A record whose names and values are the items of a numbered list, the message a value among them: in turns
 * (`1) "direction"`, `2) "in"`, `3) "raw"`, `4) "INVITE …`), or both in one item (`1# "direction" => "in"`).
 */

const MOST_ITEMS = 64;

/** Before the first item of a list within a list stand the numbers of the lists around it. */
const OWN = /^\s*(?:\d{1,3}[)#] ){0,4}(\d{1,3})(?:\) "|(#) "[^"]{0,64}" => ")$/;
const ITEM = /^\s*((?:\d{1,3}[)#] ){0,4})(\d{1,3})[)#] (.*)$/;
const NAME = /^"[^"\s]{1,64}"$/;

/** The other items of the list that a message is a value of. */
export const numberedRecord: ReadRecord = (text, frame, floor) => {
  if (frame.layout.kind !== 'coded' || text[frame.start - 1] !== '"' || text[frame.start - 2] !== ' ') return undefined;
  const lineStart = lineStartBefore(text, frame.start, floor);
  const [, place = '0', hasNames] = OWN.exec(text.slice(lineStart, Math.min(frame.start, lineStart + 128))) ?? [];
  const own = Number(place);
  if (own === 0 || own > MOST_ITEMS || (!hasNames && own % 2 !== 0)) return undefined;
  const above = itemsAbove(text, lineStart, own, floor);
  if (above.length < own - 1 || !(hasNames || above.every((item, i) => i % 2 !== 0 || NAME.test(item))))
    return undefined;
  const items = [...above, '', ...itemsBehind(text, frame.end, own)];
  return { fields: items.map((item, i) => (hasNames || i % 2 !== 0 ? `${item}, ` : `${item}: `)).join('') };
};

/** The items from the first one to the one right above. */
function itemsAbove(text: string, lineStart: number, own: number, floor: number): readonly string[] {
  const items: string[] = [];
  for (const { line } of linesUp(text, lineStart, floor, own - 1)) {
    const number = own - 1 - items.length;
    const [, outer, place, item = ''] = ITEM.exec(line) ?? [];
    if (Number(place) !== number || (outer !== '' && number > 1)) return [];
    items.unshift(item.trimEnd());
  }
  return items;
}

function itemsBehind(text: string, end: number, own: number): readonly string[] {
  const items: string[] = [];
  for (const { line } of linesDown(text, physicalLineAt(text, end).next, MOST_ITEMS)) {
    const [, outer, place, item = ''] = ITEM.exec(line) ?? [];
    if (outer !== '' || Number(place) !== own + items.length + 1) break;
    items.push(item.trimEnd());
  }
  return items;
}
