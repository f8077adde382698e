import type { Frame } from '../../frame.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { isOfOther } from './containers.ts';
import {
  beginsRecord,
  contentOf,
  isIndentedBelow,
  isOnlyBetween,
  outerStart,
  sameRecord,
  withoutWraps,
} from './envelope-lines.ts';
import { withoutEscapes, withoutLinks } from './shown-lines.ts';
import { isOverwritten, speaksOfSip, tellsAll } from './telling.ts';

/** The lines that tell of the message, the nearest first, as far as the one that begins its record. */
export function linesAbove(text: string, frame: Frame, floor: number, lineStart: number): readonly string[] {
  const start = outerStart(text, frame, floor);
  const above = withoutWraps(text.slice(Math.max(start, lineStart - 4096), lineStart))
    .split('\n')
    .filter((line) => contentOf(line, frame).trim() !== '' && !isOverwritten(line) && !isOfOther(line, frame))
    .map((line) => asShown(line, frame))
    .reverse();
  const first = above.findIndex(
    (line, i) =>
      beginsRecord(line) &&
      !isOnlyBetween(line, frame) &&
      !sameRecord(line, above[i + 1]) &&
      !isIndentedBelow(line, above[i + 1], frame),
  );
  if (first <= 0) return first < 0 ? above : above.slice(0, 1);
  // Another record, where a line below it has told everything and it is a sentence that does not speak of SIP.
  const head = above[first] ?? '';
  const isOther = SENTENCE.test(head) && !speaksOfSip(head) && above.slice(0, first).some(tellsAll);
  return above.slice(0, isOther ? first : first + 1);
}

/** A line without its colours; where the message's own signs are spelt as entities, or it stands in rows of codes, its may be as well. */
function asShown(line: string, { layout }: Frame): string {
  const mayBeEscaped = layout.kind === 'lines' ? layout.escapes === 'entities' : layout.kind === 'coded' && layout.rows;
  return withoutLinks(withoutColours(mayBeEscaped ? withoutEscapes(line) : line));
}

const SENTENCE = /(?: [A-Za-z][a-z]+){3}/;
