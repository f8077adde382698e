export interface Extent {
  readonly end: number;
  readonly hasLength: boolean;
  readonly measured: boolean;
  readonly complete: boolean;
}

/** What closes the brackets that a message may stand in. */
export const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** Where the message ends in its decoded text, by its empty line and its `Content-Length`. */
export function messageExtent(text: string, closer?: string): Extent {
  const separator = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = separator ? text.slice(0, separator.index) : text;
  const length = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})[ \t\r]*$/im.exec(head)?.[1];
  const hasLength = length !== undefined;
  if (!separator) return { end: text.length, hasLength, measured: false, complete: length === '0' };
  const bodyStart = separator.index + separator[0].length;
  if (length === undefined)
    return { end: text.length, hasLength, measured: false, complete: text.slice(bodyStart).trim() === '' };
  const bodyEnd = endOfBytes(text, bodyStart, Number(length), closer);
  if (bodyEnd !== undefined) return { end: bodyEnd, hasLength, measured: true, complete: true };
  return { end: text.length, hasLength, measured: false, complete: false };
}

/**
 * Where a message ends whose line breaks became blanks, so that the log's words go on behind it: behind a length of 0
 * in its last header line, or behind so many bytes of a session description.
 */
export function extentWithoutBreaks(text: string): Extent | undefined {
  const length = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})(?=[ \t\n])/im.exec(text);
  if (!length) return undefined;
  const headEnd = length.index + length[0].length;
  const whole = { hasLength: true, measured: true, complete: true };
  if (Number(length[1]) === 0) return text.includes('\n', headEnd) ? undefined : { ...whole, end: headEnd };
  const body = text.indexOf('\nv=0\n', headEnd);
  if (body < 0) return undefined;
  // The line break that ends the body is one of the lost.
  const end =
    endOfBytes(text, body + 1, Number(length[1]) - 2, ' ') ?? endOfBytes(text, body + 1, Number(length[1]), ' ');
  return end === undefined ? undefined : { ...whole, end };
}

/** The end of a body of so many bytes, with line breaks of two bytes or of one; undefined when it is not there. */
function endOfBytes(text: string, start: number, wanted: number, closer?: string): number | undefined {
  if (wanted === 0) return start;
  for (const lineBreak of [2, 1]) {
    let bytes = 0;
    let at = start;
    while (at < text.length && bytes < wanted) {
      const code = text.charCodeAt(at++);
      bytes +=
        code === 10
          ? lineBreak
          : code === 13
            ? 2 - lineBreak
            : code < 0x80
              ? 1
              : code < 0x800
                ? 2
                : code >= 0xd800 && code <= 0xdfff
                  ? 2
                  : 3;
    }
    const atLineEnd =
      at === text.length ||
      text.charCodeAt(at - 1) === 10 ||
      text.charCodeAt(at) === 10 ||
      text[at] === closer ||
      // The next field of the row, or the log's own words behind the message.
      /[\t|]/.test(text[at] ?? '') ||
      (text.startsWith(' [', at) && text.indexOf('\n', at) < 0);
    if (bytes === wanted && atLineEnd) return at;
    // The last line break is often lost.
    if (at === text.length && text.slice(start).trim() !== '' && wanted - bytes > 0 && wanted - bytes <= 2) return at;
  }
  return undefined;
}
