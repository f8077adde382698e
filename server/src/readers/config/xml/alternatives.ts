import { type Span, span } from '../../../sip/span.ts';

/** What a regular expression in a configuration matches, as far as it can be told from its text. */

/** A status code or a class of them that is written out in a pattern: `486`, `4\d\d`, `5[0-9][0-9]`, `6..`. */
export interface CodeInPattern {
  readonly span: Span;
  /** Undefined for a class. */
  readonly code: number | undefined;
  readonly digit: number;
}

const CODES =
  /(?<![\w.\]}-])([0-9])((?:\d\d)|(?:\\d|\[0-9\]|\.|[xX]){2}|(?:\\d|\[0-9\]|\.)\{2\})(?![\w[{\\-]|\.[\d*+])/g;

export function codesInPattern(text: string, pattern: Span): readonly CodeInPattern[] {
  return [...text.slice(pattern.start, pattern.end).matchAll(CODES)].map((match) => {
    const start = pattern.start + match.index;
    const digits = /^\d{3}$/.test(match[0]);
    return {
      span: span(start, start + match[0].length),
      code: digits ? Number(match[0]) : undefined,
      digit: Number(match[1]),
    };
  });
}

/** The words of a pattern that stand for themselves alone: parted by `|`, brackets and anchors, and by nothing else. */
export function wordsInPattern(text: string, pattern: Span): readonly Span[] {
  const words: Span[] = [];
  for (const match of text.slice(pattern.start, pattern.end).matchAll(WORDS)) {
    const start = pattern.start + match.index;
    words.push(span(start, start + match[0].length));
  }
  return words;
}

const WORDS = /(?<=^|[|()^]|\(\?:)[A-Za-z][\w-]*(?![^|()$])/g;
