import { isLetter } from './characters.ts';

/** Escape sequences with which terminals are told colours (ECMA-48), and how logs spell them. */

/** The escape character as it is, as an editor or a pager shows it, or as programs spell it. */
export const ESCAPE = '(?:\\u001b|\\u241b|\\^\\[|#033|\\\\{1,4}(?:x1[bB]|u001[bB]|033|e))';

/**
 * `ESC [ 1 ; 32 m`, `ESC ( B`; a page may have lost the escape character of a colour: `[1;32m`, but `[30ms]`
 * and `[5m]` are times. A pattern without groups.
 */
export const SPELT_SEQUENCE = `(?:${ESCAPE}(?:\\[[0-9;:?]{0,32}[A-Za-z]|\\([0AB])|\\[(?:\\d{1,3};){0,6}\\d{1,3}m(?!s?\\]|s[ ,]|in[ \\]]))`;

const ANY_SEQUENCE = new RegExp(SPELT_SEQUENCE, 'g');

/** Whether a text may be coloured: quick, for most texts are not, and an engine finds a bracket at once. */
export function mayBeColoured(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1))
    if (isLikeSequence(text, at + 1)) return true;
  return false;
}

const MOST_PARAMETERS = 32;
const [LETTER_M, LETTER_K] = [109, 75];

/** Whether numbers and a letter stand behind a bracket, or the letter of a sequence that needs no numbers. */
function isLikeSequence(text: string, from: number): boolean {
  let at = from;
  while (at < from + MOST_PARAMETERS && isParameter(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return at === from ? code === LETTER_M || code === LETTER_K : isLetter(code);
}

/** A digit, a colon, a semicolon or a question mark. */
const isParameter = (code: number): boolean => (code >= 48 && code <= 59) || code === 63;

export const withoutColours = (line: string): string =>
  withoutStyles(mayBeColoured(line) ? line.replace(ANY_SEQUENCE, '') : line);

export const withoutStyles = (line: string): string => (line.includes('%c') ? line.replace(STYLE, '') : line);

/** Where the console of a browser begins another style (WHATWG Console §2.2), before a word or behind one. */
const STYLE = /%c(?=[A-Za-z ]|$)/g;
