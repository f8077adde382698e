import { VERSION_OR_FIRST_ROW } from '../dumps/dump-start-lines.ts';
import { TORN_VERSIONS } from './torn-versions.ts';

/** What is looked for: the version, or where a packet begins in which it may be. */
const USUAL = 'SIP/';
/** No spelling is longer. */
const LONGEST_SPELLING = 128;
/** In lower case; with its slash escaped, as PHP and Apple write JSON, and once more in another string; found by `grep`. */
const TEXTS = ['sip/', 'SIP\\', 'SIP\u001b'];
/** All at once: an engine passes over what none of them can begin with. */
const OTHERS = new RegExp(VERSION_OR_FIRST_ROW);
const OTHERS_IN_WRAPPED = new RegExp([...TORN_VERSIONS, VERSION_OR_FIRST_ROW].join('|'));
const SHORTEST_STRETCH = 1024;
const LONGEST_STRETCH = 65_536;

/** Finds one version of a text after the other, in any spelling; nothing is looked at twice for the same one. */
export class Versions {
  readonly #text: string;
  /** The spellings that are looked for besides the usual one. */
  readonly #others: RegExp;
  /** Where `SIP/` stands next. */
  #nextUsual = -1;
  /** Where another spelling stands next; none of them begins between what was looked at and `#lookedTo`. */
  #nextOther = -1;
  #lookedTo = 0;
  /** So much is searched for them at once: little behind one, for more may follow. */
  #stretch = LONGEST_STRETCH;

  /** `inWrapped`: they may stand on two lines. */
  constructor(text: string, inWrapped: boolean) {
    this.#text = text;
    this.#others = inWrapped ? OTHERS_IN_WRAPPED : OTHERS;
  }

  /** Where the first one stands at or behind an offset, which must not be before the last one that was asked for. */
  next(from: number): number {
    if (this.#nextUsual < from) this.#nextUsual = indexOr(this.#text, USUAL, from);
    return Math.min(this.#nextUsual, this.#otherBefore(from, this.#nextUsual));
  }

  /**
   * The first of the other spellings, which is looked for little further than `limit`, so that the beginning of a long
   * text does not wait for its end.
   */
  #otherBefore(offset: number, limit: number): number {
    if (this.#nextOther >= offset) return this.#nextOther;
    let from = Math.max(offset, this.#lookedTo);
    while (from < Math.min(limit, this.#text.length)) {
      const end = Math.min(this.#text.length, from + this.#stretch);
      const found = firstOf(this.#text.slice(from, end), this.#others);
      // A longer spelling may begin before one that ends the stretch.
      const isSure = found >= 0 && (end === this.#text.length || from + found + LONGEST_SPELLING <= end);
      this.#stretch = isSure ? SHORTEST_STRETCH : Math.min(2 * this.#stretch, LONGEST_STRETCH);
      this.#lookedTo = isSure ? from + found : end === this.#text.length ? end : end - LONGEST_SPELLING;
      if (isSure) {
        this.#nextOther = from + found;
        return this.#nextOther;
      }
      from = this.#lookedTo;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** Where one of the other spellings stands in a stretch. Those that are texts cost less when they are looked for alone. */
function firstOf(stretch: string, others: RegExp): number {
  let first = stretch.search(others);
  for (const text of TEXTS) {
    const at = stretch.indexOf(text);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

/** Where a text stands next, infinitely far where it does not. */
export function indexOr(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
