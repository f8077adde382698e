import type { Span } from '../../../sip/span.ts';
import type { PhysicalLine } from '../shapes/physical-lines.ts';
import type { Cell } from './carrier.ts';
import type { Content } from './content.ts';

/** Rows of a table whose fields stand in quotes, one of which is a line of the text. */

const LONGEST_ROW = 4096;
const MOST_FIELDS = 128;

/** The field that holds an offset; the row must end on its line. */
export function cellOn(text: string, line: PhysicalLine, at: number): Cell | undefined {
  const separator = /"([,;\t])(?=["\d\-,;\t])|(?:^|[^"])([,;\t])"/.exec(
    text.slice(line.start, Math.min(line.end, line.start + 512)),
  );
  const sign = separator?.[1] ?? separator?.[2];
  if (sign === undefined) return undefined;
  const fields = fieldsOf(text, line, sign);
  const index = fields?.findIndex(({ start, end }) => start <= at && at < end) ?? -1;
  if (!fields || index < 0 || fields.length < 2 || text[fields[index]!.start - 1] !== '"') return undefined;
  return { kind: 'cell', separator: sign, index, count: fields.length };
}

export function contentOfCell(
  text: string,
  line: PhysicalLine,
  { separator, index, count }: Cell,
): Content | undefined {
  const fields = fieldsOf(text, line, separator);
  const field = fields?.length === count ? fields[index] : undefined;
  return field && { ...field, next: line.next };
}

/** The fields of a row without their quotes; undefined where a quoted one does not end on the line. */
function fieldsOf(text: string, line: PhysicalLine, separator: string): readonly Span[] | undefined {
  if (line.end - line.start > LONGEST_ROW) return undefined;
  const fields: Span[] = [];
  for (let at = line.start; fields.length < MOST_FIELDS; ) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1, line.end) : unquotedEnd(text, at, line.end, separator);
    if (end === undefined) return undefined;
    fields.push({ start: isQuoted ? at + 1 : at, end });
    at = isQuoted ? end + 1 : end;
    if (at >= line.end) return fields;
    if (text[at] !== separator) return undefined;
    at++;
  }
  return undefined;
}

function closingQuote(text: string, from: number, limit: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

function unquotedEnd(text: string, from: number, limit: number, separator: string): number {
  const end = text.indexOf(separator, from);
  return end < 0 ? limit : Math.min(end, limit);
}
