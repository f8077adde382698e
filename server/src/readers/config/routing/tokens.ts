import { blockText, type Cut } from '../blocks.ts';
import { opensBlock, type Syntax } from './syntax.ts';
import { type TemplateTag, templateTagAt } from './template-tags.ts';
import { variableEnd } from './variables.ts';

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

/** So far a literal over several lines may reach, and the blanks behind it. */
const LONGEST = 8192;
/** So far at most a token depends on what follows it, but for its line and for literals. */
const LOOK_AHEAD = 128;

/** The tokens of a block, without blanks and comments: token `i` is `kinds[i]` from `starts[i]` to `ends[i]`. */
export interface Tokens {
  /** The text of the block, which offsets count in. */
  readonly text: string;
  readonly syntax: Syntax;
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const wordOperators: ReadonlyMap<string, number> = new Map([
  ['and', AND],
  ['or', OR],
  ['not', NOT],
  ['eq', EQUAL],
  ['ieq', EQUAL],
  ['ne', UNEQUAL],
  ['ine', UNEQUAL],
]);

const OTHERS = 0;
const BLANK = 1;
const LETTER = 2;
const DIGIT = 3;
const classes = new Uint8Array(128);
for (const blank of ' \t\r\n\v\f') classes[blank.charCodeAt(0)] = BLANK;
for (let i = 0; i < 26; i++) {
  classes[65 + i] = LETTER;
  classes[97 + i] = LETTER;
}
classes['_'.charCodeAt(0)] = LETTER;
for (let i = 0; i < 10; i++) classes[48 + i] = DIGIT;

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? classes[code]! : OTHERS;
};

const isWordPart = (text: string, at: number): boolean => classAt(text, at) >= LETTER;

/** The tokens of a block, and where it ends. */
export interface TokenizedBlock extends Cut {
  readonly tokens: Tokens;
}

/**
 * Reads a text from an offset to where the next block starts, in one pass. Never fails: what is no token is one
 * character of kind `OTHER`.
 */
export function tokensOf(text: string, syntax: Syntax, start = 0): TokenizedBlock {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const length = text.length;
  const { hash, slashes, dashes, cfg, m4, paths, name } = syntax;
  const python = name === 'python';
  let at = start;
  let lineEnd = -1;
  let depth = 0;
  let lineStart = start;
  let seen = start;
  /** Where the next block starts, once it is reached. */
  let blockEnd = -1;
  let freshLine = python;

  const push = (kind: number, end: number): void => {
    kinds.push(kind);
    starts.push(at);
    ends.push(end);
    at = end;
  };
  const endOfLine = (): number => {
    if (lineEnd < at) {
      lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) lineEnd = length;
      look(lineEnd + 1);
    }
    return lineEnd;
  };
  const look = (to: number): void => {
    seen = Math.max(seen, to > length ? Number.POSITIVE_INFINITY : to);
  };
  const pushOpening = (kind: number): void => {
    push(kind, at + 1);
    const word = kinds.length - 2;
    if (word > 0 && kinds[word] === WORD && opensBlock(text.slice(starts[word], ends[word]), text.charAt(at - 1))) {
      blockEnd = starts[word]!;
    }
  };
  const skipTo = (mark: string, from: number): void => {
    const found = text.indexOf(mark, from);
    at = found < 0 ? length : found + mark.length;
  };
  const lastKind = (): number => kinds[kinds.length - 1] ?? 0;
  const lastWord = (): string =>
    lastKind() === WORD ? text.slice(starts[starts.length - 1], ends[ends.length - 1]) : '';

  while (at < length && blockEnd < 0) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code]! : OTHERS;
    if (kind === BLANK) {
      if (code === 10) {
        lineStart = at + 1;
        freshLine = python && depth === 0;
      }
      at++;
      continue;
    }
    if (freshLine && code !== 35) {
      freshLine = false;
      kinds.push(LINE);
      starts.push(lineStart);
      ends.push(at);
    }
    if (kind === LETTER) {
      readWord();
      continue;
    }
    if (kind === DIGIT) {
      let end = at + 1;
      while (
        end < length &&
        (isWordPart(text, end) || (text.charCodeAt(end) === 46 && classAt(text, end + 1) === DIGIT))
      )
        end++;
      push(NUMBER, end);
      continue;
    }
    const next = text.charCodeAt(at + 1);
    switch (code) {
      case 35: // #
        if (!hash) push(OTHER, at + 1);
        else if (cfg && next === 33) readDirective();
        else at = endOfLine();
        break;
      case 33: // !
        if (cfg && next === 33 && isDirective(text, at + 2)) readDirective();
        else if (next === 61) push(UNEQUAL, text.charCodeAt(at + 2) === 61 ? at + 3 : at + 2);
        else if (next === 126) push(MISMATCH, at + 2);
        else push(NOT, at + 1);
        break;
      case 47: // /
        if (slashes && next === 47) at = endOfLine();
        else if (slashes && next === 42) skipTo('*/', at + 2);
        else readSlash();
        break;
      case 45: // -
        if (!dashes || next !== 45) push(OTHER, at + 1);
        else if (text.startsWith('--[[', at)) skipTo(']]', at + 4);
        else at = endOfLine();
        break;
      case 34: // "
      case 39: // '
        if (m4 && code === 39) at++;
        else readString(code);
        break;
      case 96: // `
        if (m4) at++;
        else readBacktick();
        break;
      case 36: {
        // $
        const end = cfg ? variableEnd(text, at, endOfLine()) : at + 1;
        push(end > at + 1 ? VARIABLE : OTHER, end);
        break;
      }
      case 64: // @
        push(cfg && classAt(text, at + 1) === LETTER ? SELECT : OTHER, cfg ? selectEnd(text, at + 1) : at + 1);
        break;
      case 40:
        depth++;
        if (cfg) pushOpening(OPEN);
        else push(OPEN, at + 1);
        break;
      case 41:
        if (depth > 0) depth--;
        push(CLOSE, at + 1);
        break;
      case 123:
        if (cfg && readTemplateTag()) break;
        if (python) depth++;
        if (cfg) pushOpening(OPEN_BRACE);
        else push(OPEN_BRACE, at + 1);
        break;
      case 125:
        if (python && depth > 0) depth--;
        push(CLOSE_BRACE, at + 1);
        break;
      case 91:
        if (name === 'lua' && next === 91) {
          const start = at;
          skipTo(']]', at + 2);
          const end = at;
          at = start;
          push(OTHER, end);
        } else {
          if (python) depth++;
          if (cfg) pushOpening(OPEN_BRACKET);
          else push(OPEN_BRACKET, at + 1);
        }
        break;
      case 93:
        if (python && depth > 0) depth--;
        push(CLOSE_BRACKET, at + 1);
        break;
      case 44:
        push(COMMA, at + 1);
        break;
      case 59:
        push(SEMICOLON, at + 1);
        break;
      case 58:
        push(next === 61 ? ASSIGN : COLON, next === 61 ? at + 2 : at + 1);
        break;
      case 61: // =
        if (next === 126) push(MATCH, at + 2);
        else if (next !== 61) push(ASSIGN, at + 1);
        else push(EQUAL, text.charCodeAt(at + 2) === 61 ? at + 3 : at + 2);
        break;
      case 126: // ~
        push(next === 61 ? UNEQUAL : OTHER, next === 61 ? at + 2 : at + 1);
        break;
      case 60:
        push(next === 61 ? LESS_EQUAL : LESS, next === 61 ? at + 2 : at + 1);
        break;
      case 62:
        push(next === 61 ? MORE_EQUAL : MORE, next === 61 ? at + 2 : at + 1);
        break;
      case 38:
        push(next === 38 ? AND : OTHER, next === 38 ? at + 2 : at + 1);
        break;
      case 124:
        push(next === 124 ? OR : OTHER, next === 124 ? at + 2 : at + 1);
        break;
      default:
        push(OTHER, at + 1);
    }
  }
  look(blockEnd < 0 ? length + 1 : at + LOOK_AHEAD);
  const end = blockEnd < 0 ? length : blockEnd;
  return { tokens: tokensUpTo(end), end, seen };

  /** With offsets in the block. */
  function tokensUpTo(end: number): Tokens {
    while (starts.length > 0 && starts[starts.length - 1]! >= end) {
      kinds.pop();
      starts.pop();
      ends.pop();
    }
    for (let i = 0; i < kinds.length; i++) {
      starts[i]! -= start;
      ends[i]! -= start;
    }
    return { text: blockText(text, start, { end, seen }), syntax, kinds, starts, ends };
  }

  function readWord(): void {
    let end = at + 1;
    while (isWordPart(text, end)) end++;
    if (paths) end = pathEnd(text, end);
    if (python && end - at <= 2 && isQuote(text.charCodeAt(end))) {
      at = end; // `f"…"`, `rb'…'`
      return;
    }
    const size = end - at;
    const operator = size >= 2 && size <= 3 ? wordOperators.get(text.slice(at, end)) : undefined;
    if (m4 && size === 3 && text.startsWith('dnl', at)) at = endOfLine();
    else {
      const opens = !cfg && (size === 8 || size === 3) && opensFunction(at, end);
      push(operator ?? WORD, end);
      if (opens) blockEnd = lineStart;
    }
  }

  /** A function at the margin, or a method, starts a block. */
  function opensFunction(word: number, end: number): boolean {
    if (lineStart <= start) return false;
    const written = text.slice(word, end);
    const before = text.slice(lineStart, Math.min(word, lineStart + 80));
    // Also behind a bracket that nobody has closed yet: no expression holds this word.
    if (written === 'def') return before.trim() === '';
    return written === 'function' && (before === '' || before === 'local ');
  }

  function readDirective(): void {
    let end = at + 2;
    while (isWordPart(text, end)) end++;
    const directive = text.slice(at + 2, end);
    if (directive === 'ifdef' || directive === 'ifndef' || directive === 'ifexp') push(CONDITIONAL, end);
    else if (directive === 'else') push(CONDITIONAL_ELSE, end);
    else if (directive === 'endif') push(CONDITIONAL_END, end);
    at = endOfLine();
    while (at < length && continues(text, at)) {
      at++;
      at = endOfLine();
    }
  }

  function readTemplateTag(): boolean {
    const tag = templateTagAt(text, at, endOfLine());
    if (!tag) return false;
    const kind = templateKinds[tag.role];
    if (kind === undefined) at = tag.end;
    else push(kind, tag.end);
    return true;
  }

  function readSlash(): void {
    const before = lastKind();
    const word = lastWord();
    const mayBeRegex =
      (cfg && (before === MATCH || before === MISMATCH || word === 'case')) ||
      (name === 'javascript' && (word === 'return' || (before !== 0 && beforeRegex.has(before))));
    const end = mayBeRegex ? regexEnd(text, at + 1, endOfLine()) : -1;
    if (end > 0) push(REGEX, end);
    else push(OTHER, at + 1);
  }

  function readString(quote: number): void {
    if (python && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      const start = at;
      skipTo(text.slice(at, at + 3), at + 3);
      const end = at;
      at = start;
      push(OTHER, end);
      return;
    }
    // Only a literal in double quotes may go on in the next line.
    const severalLines = cfg && quote === 34;
    const escapes = severalLines || !cfg;
    const close = closingQuote(
      text,
      at + 1,
      quote,
      escapes,
      severalLines ? Math.min(length, at + LONGEST) : endOfLine(),
    );
    // What was looked for over several lines depends on all of them.
    if (severalLines && (close < 0 || close > endOfLine())) look(at + 2 * LONGEST + LOOK_AHEAD);
    if (close < 0 || (close > endOfLine() && !endsValue(text, close + 1))) push(STRING, lineContentEnd());
    else push(STRING, close + 1);
  }

  /** The end of the line without its line break: so far reaches a literal that was never closed. */
  function lineContentEnd(): number {
    const end = endOfLine();
    return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  /** A template of JavaScript is a literal with gaps. */
  function readBacktick(): void {
    const close = name === 'javascript' ? closingQuote(text, at + 1, 96, true, Math.min(length, at + LONGEST)) : -1;
    if (close < 0) {
      look(at + LONGEST + LOOK_AHEAD);
      push(OTHER, at + 1);
    } else push(STRING, close + 1);
  }
}

/** A regular expression of JavaScript may stand behind these. */
const beforeRegex: ReadonlySet<number> = new Set([
  OPEN,
  OPEN_BRACKET,
  OPEN_BRACE,
  CLOSE_BRACE,
  COMMA,
  SEMICOLON,
  COLON,
  EQUAL,
  UNEQUAL,
  AND,
  OR,
  NOT,
  ASSIGN,
]);

const templateKinds: Readonly<Record<TemplateTag['role'], number | undefined>> = {
  opens: CONDITIONAL,
  turns: CONDITIONAL_ELSE,
  closes: CONDITIONAL_END,
  value: OTHER,
  nothing: undefined,
};

const isQuote = (code: number): boolean => code === 34 || code === 39;

const isDirective = (text: string, at: number): boolean =>
  /^(?:ifn?def|ifexp|else|endif|(?:try|re)?def(?:ine)?|defexps?|(?:try)?defenvs?|subst(?:defs?)?|include_file|import_file)\b/.test(
    text.slice(at, at + 16),
  );

/** Whether the line that ends here goes on in the next one. */
const continues = (text: string, lineEnd: number): boolean =>
  text.charCodeAt(lineEnd - 1) === 92 || (text.charCodeAt(lineEnd - 1) === 13 && text.charCodeAt(lineEnd - 2) === 92);

/** Behind `KSR.sl.send_reply`, `KSR::SL.send_reply` or `msg:method`, from the end of its first part. */
function pathEnd(text: string, from: number): number {
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
function selectEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    while (isWordPart(text, end) || text.charCodeAt(end) === 46) end++;
    if (text.charCodeAt(end) !== 91) return end;
    const close = text.indexOf(']', end);
    if (close < 0 || close - end > 80) return end;
    end = close + 1;
  }
}

function regexEnd(text: string, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 47) return i + 1;
  }
  return -1;
}

/** The quote that closes a literal before a limit, -1 when there is none. */
function closingQuote(text: string, from: number, quote: number, escapes: boolean, limit: number): number {
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
function endsValue(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + LONGEST);
  let i = at;
  while (i < limit && classAt(text, i) === BLANK) i++;
  return i >= limit || (classAt(text, i) < LETTER && !'$^%\\'.includes(text.charAt(i)));
}
