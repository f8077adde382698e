import { digitBlind } from './digit-blind.ts';

/** The marks that products give all lines of one call. */
const MARKS = [
  /\[(C-[0-9a-f]{8})\]/d,
  /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/di,
  /\{\d+ \d+ [A-Z]+ ([^}\s]+)\}/d,
];

const markPlaces = digitBlind((text) => MARKS.map((mark) => mark.exec(text)?.indices?.[1]));

/** The mark of the kind that is the surest, in the nearest line that has one. */
export function markIn(texts: readonly string[]): string | undefined {
  const places = texts.map(markPlaces);
  for (let kind = 0; kind < MARKS.length; kind++) {
    for (let i = 0; i < texts.length; i++) {
      const place = places[i]?.[kind];
      if (place) return texts[i]!.slice(...place);
    }
  }
  return undefined;
}
