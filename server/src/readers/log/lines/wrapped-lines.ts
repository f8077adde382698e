/** Lines that a terminal or a mail program broke at a width of its own, without the blank that folds a line. */

/** What stands before the broken line, from the beginning of its header field on, and the broken line itself. */
export interface BrokenLine {
  /** Where the header field begins, or the start line. */
  readonly start: number;
  /** Where the last of its physical lines begins. */
  readonly lastStart: number;
  readonly end: number;
  /** How many lines were joined to it. */
  readonly joined: number;
}

/** A field is not broken more often than this. */
const MOST_JOINED = 32;

/** Widths at which terminals and mail programs break lines. */
export const COMMON_WIDTHS: ReadonlySet<number> = new Set([72, 76, 78, 79, 80, 100, 120, 128, 132, 140, 160, 200]);

/** A value that cannot end here: none yet, a list's comma, a Via without its host, a scheme without its parameters. */
const GOES_ON = /^[\w-]+[ \t]*:$|,$|^(?:Via|v)[ \t]*:[ \t]*SIP[ \t]*\/[ \t]*2\.0[ \t]*\/[ \t]*\w+$|:[ \t]*Digest$/i;
const DISPLAY_NAME_ALONE = /^[\w-]+[ \t]*:[ \t]*"[^"\n]*"$/;
const REQUEST_WITHOUT_VERSION = /^[A-Z]+ \S+$/;
/** However wide it happens to be, nothing was broken off behind its version. */
const WHOLE_REQUEST = /^[A-Z]+ \S+ SIP\/\d\.\d$/;
const MARK = /^(?:[-=~_*#+`]{2}|<\/|\]\])/;

/**
 * What stood between a line and the one that goes on with it: nothing where it was broken within a word; undefined
 * where the line does not go on. `widest` is the width of the widest line so far, prefix included.
 */
export function glueBetween(
  text: string,
  previous: BrokenLine,
  next: { readonly start: number; readonly end: number },
  widest: number,
  prefixLength: number,
): '' | ' ' | undefined {
  if (previous.joined >= MOST_JOINED) return undefined;
  const before = text.slice(Math.max(previous.start, previous.end - LONGEST_FIELD), previous.end).trimEnd();
  const after = text.slice(next.start, Math.min(next.end, next.start + 256));
  if (MARK.test(after) || WHOLE_REQUEST.test(before)) return undefined;
  // Some tools keep the blank at which they break a line.
  const blank = text[previous.end - 1] === ' ' ? '' : ' ';
  if (REQUEST_WITHOUT_VERSION.test(before)) {
    if (/^SIP\/\d/.test(after)) return blank;
    if (/^\S+ SIP\/\d/.test(after)) return '';
  }
  if (GOES_ON.test(before) || (DISPLAY_NAME_ALONE.test(before) && after.startsWith('<'))) return blank;
  const width = prefixLength + previous.end - previous.lastStart;
  const isCut = width >= widest && COMMON_WIDTHS.has(width);
  if (hasOpenQuote(before)) return isCut ? '' : ' ';
  return isCut || /[;=]$/.test(before) || hasOpenBracket(before) ? '' : undefined;
}

const LONGEST_FIELD = 2048;

export const hasOpenBracket = (field: string): boolean => field.lastIndexOf('<') > field.lastIndexOf('>');
export const hasOpenQuote = (field: string): boolean => (field.replaceAll('\\"', '').split('"').length - 1) % 2 === 1;
