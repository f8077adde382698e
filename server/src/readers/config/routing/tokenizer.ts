import { blockText, type Cut } from '../blocks.ts';
import { BLANK, classAt, DIGIT, isWordPart, LETTER } from './characters.ts';
import { conditionalKinds, continues, isDirective } from './directives.ts';
import { operatorAt, wordOperator } from './operators.ts';
import { opensBlock, type Syntax } from './syntax.ts';
import { type TemplateTag, templateTagAt } from './template-tags.ts';
import { closingQuote, endsValue, LONGEST_LITERAL, pathEnd, regexEnd, selectEnd } from './token-ends.ts';
import * as token from './tokens.ts';
import { variableEnd } from './variables.ts';

/** So far at most a token depends on what follows it, but for its line and for literals. */
const LOOK_AHEAD = 128;

/** The tokens of a block, and where it ends. */
export interface TokenizedBlock extends Cut {
  readonly tokens: token.Tokens;
}

/**
 * Reads a text from an offset to where the next block starts, in one pass. Never fails: what is no token is one
 * character of kind `OTHER`.
 */
export const tokensOf = (text: string, syntax: Syntax, start = 0): TokenizedBlock =>
  new Tokenizer(text, syntax, start).read();

class Tokenizer {
  readonly #text: string;
  readonly #syntax: Syntax;
  readonly #start: number;
  readonly #isPython: boolean;
  readonly #kinds: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #at: number;
  #seen: number;
  #lineStart: number;
  #lineEnd = -1;
  /** Brackets that are open; a line of Python goes on in them. */
  #depth = 0;
  /** Whether the next token is the first of a logical line of Python. */
  #isFreshLine: boolean;
  /** Where the next block starts, once it is reached. */
  #blockEnd = -1;

  constructor(text: string, syntax: Syntax, start: number) {
    this.#text = text;
    this.#syntax = syntax;
    this.#start = start;
    this.#at = start;
    this.#seen = start;
    this.#lineStart = start;
    this.#isPython = syntax.name === 'python';
    this.#isFreshLine = this.#isPython;
  }

  read(): TokenizedBlock {
    const text = this.#text;
    const { length } = text;
    while (this.#at < length && this.#blockEnd < 0) {
      const kind = classAt(text, this.#at);
      if (kind === BLANK) {
        this.#skipBlank();
        continue;
      }
      if (this.#isFreshLine && text.charCodeAt(this.#at) !== HASH) this.#beginLine();
      if (kind === LETTER) this.#readWord();
      else if (kind === DIGIT) this.#readNumber();
      else this.#readSign();
    }
    this.#look(this.#blockEnd < 0 ? length + 1 : this.#at + LOOK_AHEAD);
    const end = this.#blockEnd < 0 ? length : this.#blockEnd;
    return { tokens: this.#tokensUpTo(end), end, seen: this.#seen };
  }

  /** With offsets in the block. */
  #tokensUpTo(end: number): token.Tokens {
    const [kinds, starts, ends] = [this.#kinds, this.#starts, this.#ends];
    while (starts.length > 0 && starts[starts.length - 1]! >= end) {
      kinds.pop();
      starts.pop();
      ends.pop();
    }
    for (let i = 0; i < kinds.length; i++) {
      starts[i]! -= this.#start;
      ends[i]! -= this.#start;
    }
    const text = blockText(this.#text, this.#start, { end, seen: this.#seen });
    return { text, syntax: this.#syntax, kinds, starts, ends };
  }

  #push(kind: number, end: number): void {
    this.#kinds.push(kind);
    this.#starts.push(this.#at);
    this.#ends.push(end);
    this.#at = end;
  }

  /** Says that what was read depends on the text up to here. */
  #look(to: number): void {
    this.#seen = Math.max(this.#seen, to > this.#text.length ? Number.POSITIVE_INFINITY : to);
  }

  #endOfLine(): number {
    if (this.#lineEnd < this.#at) {
      const feed = this.#text.indexOf('\n', this.#at);
      this.#lineEnd = feed < 0 ? this.#text.length : feed;
      this.#look(this.#lineEnd + 1);
    }
    return this.#lineEnd;
  }

  #behind(mark: string, from: number): number {
    const found = this.#text.indexOf(mark, from);
    return found < 0 ? this.#text.length : found + mark.length;
  }

  #skipBlank(): void {
    if (this.#text.charCodeAt(this.#at) === LINE_FEED) {
      this.#lineStart = this.#at + 1;
      this.#isFreshLine = this.#isPython && this.#depth === 0;
    }
    this.#at++;
  }

  #beginLine(): void {
    this.#isFreshLine = false;
    this.#kinds.push(token.LINE);
    this.#starts.push(this.#lineStart);
    this.#ends.push(this.#at);
  }

  #readNumber(): void {
    const text = this.#text;
    let end = this.#at + 1;
    while (isWordPart(text, end) || (text.charCodeAt(end) === DOT && classAt(text, end + 1) === DIGIT)) end++;
    this.#push(token.NUMBER, end);
  }

  #readWord(): void {
    const text = this.#text;
    const { cfg, m4, paths } = this.#syntax;
    const start = this.#at;
    let end = start + 1;
    while (isWordPart(text, end)) end++;
    if (paths) end = pathEnd(text, end);
    if (this.#isPython && end - start <= 2 && isQuote(text.charCodeAt(end))) {
      this.#at = end; // `f"…"`, `rb'…'`
      return;
    }
    const size = end - start;
    if (m4 && size === 3 && text.startsWith('dnl', start)) {
      this.#at = this.#endOfLine();
      return;
    }
    const opens = !cfg && (size === 8 || size === 3) && this.#opensFunction(start, end);
    this.#push(wordOperator(text, start, end) ?? token.WORD, end);
    if (opens) this.#blockEnd = this.#lineStart;
  }

  /** A function at the margin, or a method, starts a block. */
  #opensFunction(word: number, end: number): boolean {
    const lineStart = this.#lineStart;
    if (lineStart <= this.#start) return false;
    const written = this.#text.slice(word, end);
    const before = this.#text.slice(lineStart, Math.min(word, lineStart + 80));
    // Also behind a bracket that nobody has closed yet: no expression holds this word.
    if (written === 'def') return before.trim() === '';
    return written === 'function' && (before === '' || before === 'local ');
  }

  #readSign(): void {
    const text = this.#text;
    const at = this.#at;
    const { hash, slashes, dashes, cfg, m4, name } = this.#syntax;
    switch (text[at]) {
      case '#':
        if (!hash) this.#push(token.OTHER, at + 1);
        else if (cfg && text[at + 1] === '!') this.#readDirective();
        else this.#at = this.#endOfLine();
        break;
      case '/':
        if (slashes && text[at + 1] === '/') this.#at = this.#endOfLine();
        else if (slashes && text[at + 1] === '*') this.#at = this.#behind('*/', at + 2);
        else this.#readSlash();
        break;
      case '-':
        if (!dashes || text[at + 1] !== '-') this.#push(token.OTHER, at + 1);
        else if (text.startsWith('--[[', at)) this.#at = this.#behind(']]', at + 4);
        else this.#at = this.#endOfLine();
        break;
      case '"':
        this.#readString(DOUBLE_QUOTE);
        break;
      case "'":
        if (m4) this.#at++;
        else this.#readString(SINGLE_QUOTE);
        break;
      case '`':
        if (m4) this.#at++;
        else this.#readBacktick();
        break;
      case '$': {
        const end = cfg ? variableEnd(text, at, this.#endOfLine()) : at + 1;
        this.#push(end > at + 1 ? token.VARIABLE : token.OTHER, end);
        break;
      }
      case '@':
        if (cfg) this.#push(classAt(text, at + 1) === LETTER ? token.SELECT : token.OTHER, selectEnd(text, at + 1));
        else this.#push(token.OTHER, at + 1);
        break;
      case '(':
        this.#depth++;
        this.#pushOpening(token.OPEN);
        break;
      case ')':
        if (this.#depth > 0) this.#depth--;
        this.#push(token.CLOSE, at + 1);
        break;
      case '{':
        if (cfg && this.#readTemplateTag()) break;
        if (this.#isPython) this.#depth++;
        this.#pushOpening(token.OPEN_BRACE);
        break;
      case '[':
        if (name === 'lua' && text[at + 1] === '[') {
          this.#push(token.OTHER, this.#behind(']]', at + 2));
          break;
        }
        if (this.#isPython) this.#depth++;
        this.#pushOpening(token.OPEN_BRACKET);
        break;
      case '}':
      case ']':
        if (this.#isPython && this.#depth > 0) this.#depth--;
        this.#push(text[at] === '}' ? token.CLOSE_BRACE : token.CLOSE_BRACKET, at + 1);
        break;
      default:
        this.#readOperator();
    }
  }

  #readOperator(): void {
    const at = this.#at;
    if (this.#syntax.cfg && this.#text.startsWith('!!', at) && isDirective(this.#text, at + 2)) {
      this.#readDirective();
      return;
    }
    const [written, kind] = operatorAt(this.#text, at) ?? [' ', token.OTHER];
    this.#push(kind, at + written.length);
  }

  /** A bracket; with the word before it, it may start the next block of a routing script. */
  #pushOpening(kind: number): void {
    this.#push(kind, this.#at + 1);
    const word = this.#kinds.length - 2;
    if (!this.#syntax.cfg || word <= 0 || this.#kinds[word] !== token.WORD) return;
    const written = this.#text.slice(this.#starts[word], this.#ends[word]);
    if (opensBlock(written, this.#text.charAt(this.#at - 1))) this.#blockEnd = this.#starts[word]!;
  }

  #readDirective(): void {
    const text = this.#text;
    const start = this.#at + 2;
    let end = start;
    while (isWordPart(text, end)) end++;
    const kind = conditionalKinds.get(text.slice(start, end));
    if (kind !== undefined) this.#push(kind, end);
    this.#at = this.#endOfLine();
    while (this.#at < text.length && continues(text, this.#at)) {
      this.#at++;
      this.#at = this.#endOfLine();
    }
  }

  #readTemplateTag(): boolean {
    const tag = templateTagAt(this.#text, this.#at, this.#endOfLine());
    if (!tag) return false;
    const kind = templateKinds[tag.role];
    if (kind === undefined) this.#at = tag.end;
    else this.#push(kind, tag.end);
    return true;
  }

  #readSlash(): void {
    const end = this.#mayBeRegex() ? regexEnd(this.#text, this.#at + 1, this.#endOfLine()) : -1;
    if (end > 0) this.#push(token.REGEX, end);
    else this.#push(token.OTHER, this.#at + 1);
  }

  #mayBeRegex(): boolean {
    const last = this.#kinds.length - 1;
    const before = this.#kinds[last] ?? 0;
    const word = before === token.WORD ? this.#text.slice(this.#starts[last], this.#ends[last]) : '';
    if (this.#syntax.cfg) return before === token.MATCH || before === token.MISMATCH || word === 'case';
    return this.#syntax.name === 'javascript' && (word === 'return' || beforeRegex.has(before));
  }

  #readString(quote: number): void {
    const text = this.#text;
    const at = this.#at;
    if (this.#isPython && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      this.#push(token.OTHER, this.#behind(text.slice(at, at + 3), at + 3));
      return;
    }
    // Only a literal in double quotes may go on in the next line.
    const severalLines = this.#syntax.cfg && quote === DOUBLE_QUOTE;
    const escapes = severalLines || !this.#syntax.cfg;
    const limit = severalLines ? Math.min(text.length, at + LONGEST_LITERAL) : this.#endOfLine();
    const close = closingQuote(text, at + 1, quote, escapes, limit);
    // What was looked for over several lines depends on all of them.
    if (severalLines && (close < 0 || close > this.#endOfLine())) this.#look(at + 2 * LONGEST_LITERAL + LOOK_AHEAD);
    const isClosed = close >= 0 && (close <= this.#endOfLine() || endsValue(text, close + 1));
    this.#push(token.STRING, isClosed ? close + 1 : this.#lineContentEnd());
  }

  /** The end of the line without its line break: so far reaches a literal that was never closed. */
  #lineContentEnd(): number {
    const end = this.#endOfLine();
    return this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }

  /** A template of JavaScript is a literal with gaps. */
  #readBacktick(): void {
    const limit = Math.min(this.#text.length, this.#at + LONGEST_LITERAL);
    const isTemplate = this.#syntax.name === 'javascript';
    const close = isTemplate ? closingQuote(this.#text, this.#at + 1, BACKTICK, true, limit) : -1;
    if (close >= 0) {
      this.#push(token.STRING, close + 1);
      return;
    }
    this.#look(this.#at + LONGEST_LITERAL + LOOK_AHEAD);
    this.#push(token.OTHER, this.#at + 1);
  }
}

/** A regular expression of JavaScript may stand behind these. */
const beforeRegex: ReadonlySet<number> = new Set([
  token.OPEN,
  token.OPEN_BRACKET,
  token.OPEN_BRACE,
  token.CLOSE_BRACE,
  token.COMMA,
  token.SEMICOLON,
  token.COLON,
  token.EQUAL,
  token.UNEQUAL,
  token.AND,
  token.OR,
  token.NOT,
  token.ASSIGN,
]);

const templateKinds: Readonly<Record<TemplateTag['role'], number | undefined>> = {
  opens: token.CONDITIONAL,
  turns: token.CONDITIONAL_ELSE,
  closes: token.CONDITIONAL_END,
  value: token.OTHER,
  nothing: undefined,
};

const isQuote = (code: number): boolean => code === DOUBLE_QUOTE || code === SINGLE_QUOTE;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const DOT = 46;
const BACKTICK = 96;
