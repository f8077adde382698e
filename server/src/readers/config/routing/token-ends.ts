import { BLANK, classAt, isWordPart, LETTER } from './characters.ts';

/** So far a literal over several lines may reach, and the blanks behind it. */
export const LONGEST_LITERAL = 8192;

/** Behind `KSR.sl.send_reply`, `KSR::SL.send_reply` or `msg:method`, from the end of its first part. */
export function pathEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    let next = end;
    if (text.charCodeAt(next) === 46) next++;
    else if (text.startsWith('::', next)) next += 2;
    if (next === end || classAt(text, next) !== LETTER) return end;
    end = next + 1;
    while (isWordPart(text, end)) end++;
  }
}

/** Behind `cseq.method`, `via[1].host`, `hf_value["Refer-To"].tag`. */
export function selectEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    while (isWordPart(text, end) || text.charCodeAt(end) === 46) end++;
    if (text.charCodeAt(end) !== 91) return end;
    const close = text.indexOf(']', end);
    if (close < 0 || close - end > 80) return end;
    end = close + 1;
  }
}

export function regexEnd(text: string, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 47) return i + 1;
  }
  return -1;
}

/** The quote that closes a literal before a limit, -1 when there is none. */
export function closingQuote(text: string, from: number, quote: number, escapes: boolean, limit: number): number {
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i;
    if (code === 92 && escapes) i++;
  }
  return -1;
}

/**
 * Whether a literal over several lines may end here: an operator, a separator, another literal or the end follows.
 * A quote that somebody is about to close swallows the text up to the next literal, behind whose opening quote a
 * word follows.
 */
export function endsValue(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + LONGEST_LITERAL);
  let i = at;
  while (i < limit && classAt(text, i) === BLANK) i++;
  return i >= limit || (classAt(text, i) < LETTER && !'$^%\\'.includes(text.charAt(i)));
}
