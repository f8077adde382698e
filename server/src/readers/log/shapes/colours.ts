/** Escape sequences with which terminals are told colours (ECMA-48). */

// biome-ignore lint/complexity/useRegexLiterals: an escape character in a literal is unreadable
export const ANSI_SEQUENCE = new RegExp('\\u001b\\[[0-9;?]{0,32}[A-Za-z]', 'g');

export const withoutColours = (line: string): string =>
  line.includes('\u001b') ? line.replace(ANSI_SEQUENCE, '') : line;

// biome-ignore lint/complexity/useRegexLiterals: an escape character in a literal is unreadable
const COLOURS_AT_END = new RegExp('(?:\\u001b\\[[0-9;]{0,16}[mK]){1,4}$');

/** The end of a range without the colours that are set there: they stand behind what a tool puts at the end of a line. */
export function colourlessEnd(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (last !== 109 && last !== 75) return end;
  const colours = COLOURS_AT_END.exec(text.slice(Math.max(start, end - 80), end));
  return colours ? end - colours[0].length : end;
}
