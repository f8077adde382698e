/** A half-open range of UTF-16 code units: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Whether the offset stands in the span or directly behind it, where a caret still touches its last character. */
export const touches = (range: Span, offset: number): boolean => range.start <= offset && offset <= range.end;

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Where a text next stands in a range. It reads no further, so that many short ranges cost what they are long. */
export function indexIn(text: string, wanted: string, range: Span): number | undefined {
  const at = text.slice(range.start, range.end).indexOf(wanted);
  return at < 0 ? undefined : range.start + at;
}

export const textOf = (text: string, range: Span): string => text.slice(range.start, range.end);

/** The span without blanks, tabs and line breaks at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The parts of a range that blanks part. */
export function words(text: string, range: Span): readonly Span[] {
  const found: Span[] = [];
  let at = range.start;
  while (at < range.end) {
    while (at < range.end && isBlank(text.charCodeAt(at))) at++;
    const start = at;
    while (at < range.end && !isBlank(text.charCodeAt(at))) at++;
    if (at > start) found.push({ start, end: at });
  }
  return found;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** The bytes of a range in UTF-8; each half of a surrogate pair stands for two of the four. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
