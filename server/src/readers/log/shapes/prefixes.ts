import { isDigit, isHexDigit, isLetter } from './characters.ts';
import { isBlankRange } from './physical-lines.ts';

/** Prefixes of lines, which are compared by shape. */

/**
 * Whether a line begins with a prefix of the same shape, and where the prefix ends: digits stand for digits of any
 * number, everything else for itself. A blank line may have lost the blanks that end the prefix.
 */
export function prefixEnd(text: string, start: number, end: number, prefix: string): number | undefined {
  const same = start + prefix.length;
  // An engine compares whole texts at once, and how one begins letter by letter.
  if (same <= end && text.slice(start, same) === prefix && !isDigit(prefix.charCodeAt(prefix.length - 1))) return same;
  let at = start;
  let i = 0;
  while (i < prefix.length) {
    const wanted = prefix.charCodeAt(i);
    if (at >= end) return isBlankRange(prefix, i, prefix.length) ? end : undefined;
    const code = text.charCodeAt(at);
    if (isDigit(wanted) && isDigit(code)) {
      while (i < prefix.length && isDigit(prefix.charCodeAt(i))) i++;
      while (at < end && isDigit(text.charCodeAt(at))) at++;
    } else if (code === wanted || (isMark(code) && isMark(wanted)) || (isBoxDrawing(code) && isBoxDrawing(wanted))) {
      i++;
      at++;
    } else if (wanted === 32 && i > 0 && isDigit(code) && prefix.charCodeAt(i - 1) === 32) {
      // `Nov  2` becomes `Nov 12`: a blank that pads a number.
      i++;
    } else {
      const [wantedEnd, wordEnd] = [hexWordEnd(prefix, i), hexWordEnd(text, at)];
      if (wantedEnd === undefined || wordEnd === undefined || wordEnd > end) return undefined;
      if (wantedEnd === i && wordEnd === at) return undefined;
      i = wantedEnd;
      at = wordEnd;
    }
  }
  return at;
}

/** The end of a word of hexadecimal digits around an offset, a counter or an address: it may differ from line to line. */
function hexWordEnd(text: string, at: number): number | undefined {
  let start = at;
  while (start > at - 16 && isHexDigit(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < at + 16 && isHexDigit(text.charCodeAt(end))) end++;
  if (
    end - start < 4 ||
    (isOfWord(text.charCodeAt(start - 1)) && !endsColour(text, start)) ||
    isOfWord(text.charCodeAt(end))
  )
    return undefined;
  return /\d/.test(text.slice(start, end)) ? end : undefined;
}

/** A letter beside the digits makes another word; `x` may stand before them. */
const isOfWord = (code: number): boolean => code !== 120 && isLetter(code);

const COLOUR = /\[[\d;]{0,16}m$/;
const LONGEST_COLOUR = 18;
const endsColour = (text: string, at: number): boolean => COLOUR.test(text.slice(Math.max(0, at - LONGEST_COLOUR), at));

/** `grep -n` and `grep -A` put a colon behind the number or the file of a line that matched, a hyphen behind others'. */
const isMark = (code: number): boolean => code === 58 || code === 45;
/** A bar at the side of lines begins with one character and ends with another: `\u250c`, `\u2502`, `\u2514`. */
const isBoxDrawing = (code: number): boolean => code >= 0x2500 && code <= 0x257f;
