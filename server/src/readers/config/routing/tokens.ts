import type { Syntax } from './syntax.ts';

/** Kinds of tokens. Numbers, because a script of ten thousand lines holds a hundred thousand of them. */
export const WORD = 1;
export const NUMBER = 2;
/** A quoted literal with its quotes. */
export const STRING = 3;
/** `/…/` where a regular expression may stand. */
export const REGEX = 4;
/** `$rm`, `$(hdr(Via)[0])`. */
export const VARIABLE = 5;
/** `@cseq.method`, `@hf_value["Refer-To"]`. */
export const SELECT = 6;
export const OPEN = 7;
export const CLOSE = 8;
export const OPEN_BRACE = 9;
export const CLOSE_BRACE = 10;
export const OPEN_BRACKET = 11;
export const CLOSE_BRACKET = 12;
export const COMMA = 13;
export const SEMICOLON = 14;
export const COLON = 15;
export const EQUAL = 16;
export const UNEQUAL = 17;
export const MATCH = 18;
export const MISMATCH = 19;
export const LESS = 20;
export const LESS_EQUAL = 21;
export const MORE = 22;
export const MORE_EQUAL = 23;
export const AND = 24;
export const OR = 25;
export const NOT = 26;
export const ASSIGN = 27;
/** `+`, `.`, `/` and whatever else joins operands. */
export const OTHER = 28;
/** `#!ifdef`, `#!ifndef`, `#!ifexp`, `{% if … %}`. */
export const CONDITIONAL = 29;
export const CONDITIONAL_ELSE = 30;
export const CONDITIONAL_END = 31;
/** The start of a logical line of Python; its length is the line's indentation. */
export const LINE = 32;

/** The tokens of a block, without blanks and comments: token `i` is `kinds[i]` from `starts[i]` to `ends[i]`. */
export interface Tokens {
  /** The text of the block, which offsets count in. */
  readonly text: string;
  readonly syntax: Syntax;
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
