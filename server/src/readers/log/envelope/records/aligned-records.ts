import type { Frame } from '../../frame.ts';
import { isBlankRange, lineStartBefore } from '../../shapes/physical-lines.ts';
import { linesDown, linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A record that gives each field a line of its own, its values in a column of their own: behind a bar, as psql shows
 * expanded rows (`\\x`), the message a value among them, or behind blanks alone, the message below them:
 * `peer      192.0.2.1:5060`, `action    rx`.
 */

/** So many lines beside a message are looked at. */
const LINES_BESIDE = 48;
/** Fewer are no record. */
const FEWEST_FIELDS = 3;

const NAME = '\\s{0,24}[\\p{L}_][\\p{L}\\p{M}\\w.-]{0,40}(?: [\\p{L}\\p{M}\\w.-]{1,40}){0,3}';
/** The name before the message, and the bar at which all values of the record begin. */
const OWN = new RegExp(`^${NAME} {0,40}[|│] $`, 'u');
const BARRED = /^(.{1,64}?) {0,40}[|│](?: (.*))?$/;
const SPACED = new RegExp(`^(${NAME})( {2,40}|\\t+)([^\\s:=|│].*)$`, 'u');

/** The fields beside the message, names and values as those of other records. */
export const alignedRecord: ReadRecord = (text, frame, floor) => {
  const barred = barredFields(text, frame, floor);
  const fields = barred ?? spacedFields(text, frame, floor);
  return fields && { fields: fields.join('\n'), isAbove: barred !== undefined };
};

function barredFields(text: string, { start, end, layout }: Frame, floor: number): readonly string[] | undefined {
  if (layout.kind !== 'lines' && layout.kind !== 'coded') return undefined;
  const lineStart = lineStartBefore(text, start, Math.max(floor, start - 128));
  const own = text.slice(lineStart, start);
  if (!OWN.test(own)) return undefined;
  // What stands before every line is the name of a container.
  if (layout.kind === 'lines' && /\p{L}/u.test(layout.prefix)) return undefined;
  const bar = own.length - 2;
  const ownName = own.slice(0, bar).trim();
  const field = (line: string): string | undefined => {
    const [, name = '', value] = (/[|│]/.test(line[bar] ?? '') && BARRED.exec(line)) || [];
    const isOther = name.trim() !== '' && name.trim() !== ownName;
    return isOther ? `${name.trim()}: ${value?.trim() ?? ''}` : undefined;
  };
  const above: string[] = [];
  for (const { line } of linesUp(text, lineStart, floor, LINES_BESIDE)) {
    const said = field(line);
    if (said === undefined) break;
    above.unshift(said);
  }
  const below: string[] = [];
  for (const { start: at, line } of linesDown(text, end, LINES_BESIDE)) {
    const said = at === end && text[end - 1] !== '\n' ? '' : field(line);
    if (said === undefined) break;
    below.push(said);
  }
  return above.length + below.length === 0 ? undefined : [...above, ...below];
}

/** Below such fields an empty line or a fence may stand; all values begin in one column. */
function spacedFields(text: string, { start, layout }: Frame, floor: number): readonly string[] | undefined {
  const lineStart = lineStartBefore(text, start, Math.max(floor, start - 128));
  if (layout.kind !== 'lines' || !isBlankRange(text, lineStart, start)) return undefined;
  const fields: string[] = [];
  let column: number | undefined;
  for (const { line } of linesUp(text, lineStart, floor, LINES_BESIDE)) {
    const [, name = '', gap = '', value = ''] = SPACED.exec(line) ?? [];
    if (name === '' || name.length + gap.length !== (column ?? name.length + gap.length)) {
      if (fields.length === 0 && BETWEEN.test(line)) continue;
      break;
    }
    column = name.length + gap.length;
    fields.unshift(`${name.trim()}: ${value.trim()}`);
  }
  return fields.length < FEWEST_FIELDS ? undefined : fields;
}

/** What may stand between the fields and the message: nothing, dashes, or the name of the message alone. */
const BETWEEN = /^\s*(?:[^\w\s]{0,80}|[a-z]{3,12}:?)\s*$/;
