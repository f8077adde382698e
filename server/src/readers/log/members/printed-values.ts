import { stringEnd } from '../shapes/strings.ts';

/** Values that a program printed as Python, JavaScript and others print lists and dictionaries. */

/** A text, nothing, a list or a mapping. */
export type Printed = string | undefined | readonly Printed[] | ReadonlyMap<string, Printed>;

/** So long is such a value at most, in UTF-16 code units, and so deep. */
const LONGEST = 4096;
const DEEPEST = 4;

/** The value that a whole text is; undefined where it is none. */
export const printedValue = (text: string): Printed => (text.length > LONGEST ? undefined : new Reader(text).whole());

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** Reads one value; each character is looked at once. */
class Reader {
  readonly #text: string;
  #at = 0;
  #failed = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value that the whole text is. */
  whole(): Printed {
    const value = this.#value(0);
    this.#blanks();
    return this.#failed || this.#at < this.#text.length ? undefined : value;
  }

  #blanks(): void {
    while (this.#at < this.#text.length && ' \t\r\n'.includes(this.#text[this.#at]!)) this.#at++;
  }

  #take(sign: string): boolean {
    this.#blanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #value(depth: number): Printed {
    this.#blanks();
    const sign = this.#text[this.#at] ?? '';
    if (sign in CLOSING && depth < DEEPEST) {
      this.#at++;
      return sign === '{' ? this.#members(depth) : this.#items(CLOSING[sign]!, depth);
    }
    return this.#scalar();
  }

  #items(closing: string, depth: number): readonly Printed[] {
    const items: Printed[] = [];
    while (!this.#failed && !this.#take(closing)) {
      items.push(this.#value(depth + 1));
      this.#part(closing);
    }
    return items;
  }

  #members(depth: number): ReadonlyMap<string, Printed> {
    const members = new Map<string, Printed>();
    while (!this.#failed && !this.#take('}')) {
      const name = this.#scalar();
      if (name === undefined || !this.#take(':')) this.#failed = true;
      else members.set(name, this.#value(depth + 1));
      this.#part('}');
    }
    return members;
  }

  /** What parts two values, or ends them all. */
  #part(closing: string): void {
    if (this.#take(',')) return;
    this.#blanks();
    if (this.#text[this.#at] !== closing) this.#failed = true;
  }

  /** A string, or a word that stands for a number, a truth or nothing. */
  #scalar(): string | undefined {
    this.#blanks();
    const quote = this.#text[this.#at] ?? '';
    if (quote === '"' || quote === "'") {
      const start = this.#at + 1;
      const end = stringEnd(this.#text, start, this.#text.length, quote);
      if (end === undefined) this.#failed = true;
      else this.#at = end + 1;
      return this.#text.slice(start, end).replace(/\\(.)/g, '$1');
    }
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    if (word === '') this.#failed = true;
    this.#at += word.length;
    return NOTHING.test(word) ? undefined : word;
  }
}

const WORD = /[\w.+-]{1,128}/y;
const NOTHING = /^(?:None|null|nil|undefined)$/;
