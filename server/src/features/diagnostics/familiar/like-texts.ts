import { ownCopy } from '../../../sip/own-copy.ts';

/** How many characters from an offset on do not count, of one kind; 0 where there is none of this kind. */
export type LengthAt = (text: string, at: number) => number;

/** What does not count in a text, in which texts that are alike differ: it stands behind one of some characters. */
export interface PassedOver {
  /** By the code of a character: 1 where something that is passed over may stand behind it. */
  readonly leads: Uint8Array;
  /** The kind of what does not count at an offset; undefined where everything does. */
  readonly kindAt: (text: string, at: number, before: number) => LengthAt | undefined;
}

/** A text that is like one which was kept. */
export interface Like<Fact> {
  readonly fact: Fact;
  readonly end: number;
  /** Where what was passed over last behind the mark stands; -1 where there was none. */
  readonly marked: number;
}

/** What texts have in common from one place that does not count to the next one, or to their end. */
interface Branch<Fact> {
  readonly literal: string;
  /** The codes of its first and of its last character. */
  readonly first: number;
  readonly last: number;
  readonly isMarked: boolean;
  /** What does not count behind it; undefined where the text ends here. */
  readonly lengthAt: LengthAt | undefined;
  /** What goes on behind that. */
  readonly next: Branch<Fact>[];
  /** Of the end: whether other texts may go on behind it with what is no longer of it. */
  readonly isClosed: boolean;
  fact: Fact | undefined;
}

/** A longer text is hardly ever seen twice. */
const LONGEST = 16_384;
/** The least recent of the ways to go on from one place are forgotten, and everything where there is too much. */
const MOST_BRANCHES = 64;
const MOST_CHARACTERS = 4_194_304;
/** What a branch takes besides its text, in characters. */
const BRANCH = 128;

/**
 * Facts by texts that are alike: a tree of what they have in common, so that a text is told by comparing it with what
 * is written in others, and looked at letter by letter only where they differ.
 */
export class LikeTexts<Fact> {
  readonly #passedOver: PassedOver;
  readonly #mark: string;
  #root: Branch<Fact>[] = [];
  /** How much is kept, in characters. */
  #size = 0;

  constructor(passedOver: PassedOver, mark = '\n') {
    this.#passedOver = passedOver;
    this.#mark = mark;
  }

  /** The fact that was kept with a text like the one from an offset on, which does not reach beyond `end`. */
  find(text: string, start: number, end: number): Like<Fact> | undefined {
    let branches = this.#root;
    let at = start;
    let marked = -1;
    for (let index = 0; index < branches.length; ) {
      const branch = branches[index]!;
      const behind = at + branch.literal.length;
      const passed = goesOnLike(branch, text, at, behind) ? passedBehind(branch, text, behind, end) : -1;
      if (passed < 0) {
        index++;
        continue;
      }
      if (index > 0) {
        branches[index] = branches[index - 1]!;
        branches[index - 1] = branch;
      }
      if (branch.fact !== undefined) return { fact: branch.fact, end: behind, marked };
      if (branch.isMarked) marked = behind;
      at = behind + passed;
      branches = branch.next;
      index = 0;
    }
    return undefined;
  }

  /** `isClosed`: whether something else may follow in a text that is like this one. */
  keep(text: string, start: number, end: number, isClosed: boolean, fact: Fact): void {
    if (end - start > LONGEST) return;
    const { leads, kindAt } = this.#passedOver;
    let branches = this.#root;
    let from = start;
    for (let at = start; at < end; ) {
      const before = text.charCodeAt(at++);
      const lengthAt = leads[before] === 1 ? kindAt(text, at, before) : undefined;
      if (!lengthAt) continue;
      branches = this.#branch(branches, text.slice(from, at), false, lengthAt).next;
      at += lengthAt(text, at);
      from = at;
    }
    this.#branch(branches, text.slice(from, end), isClosed, undefined).fact = fact;
    if (this.#size <= MOST_CHARACTERS) return;
    this.#root = [];
    this.#size = 0;
  }

  #branch(branches: Branch<Fact>[], literal: string, isClosed: boolean, lengthAt: LengthAt | undefined): Branch<Fact> {
    const known = branches.find(
      (one) => one.literal === literal && one.isClosed === isClosed && one.lengthAt === lengthAt,
    );
    if (known) return known;
    const isMarked = literal.endsWith(this.#mark);
    const branch: Branch<Fact> = {
      literal: ownCopy(literal),
      first: literal.charCodeAt(0),
      last: literal.charCodeAt(literal.length - 1),
      isMarked,
      lengthAt,
      next: [],
      isClosed,
      fact: undefined,
    };
    if (branches.length === MOST_BRANCHES) branches.pop();
    branches.unshift(branch);
    this.#size += literal.length + BRANCH;
    return branch;
  }
}

/**
 * Whether a branch's text stands at an offset. An engine compares whole texts at once, and how one begins letter by
 * letter; it first has to take one out of the other, which is in vain where the text goes on another way.
 */
const goesOnLike = <Fact>({ literal, first, last }: Branch<Fact>, text: string, at: number, behind: number): boolean =>
  literal === '' ||
  (text.charCodeAt(at) === first && text.charCodeAt(behind - 1) === last && text.slice(at, behind) === literal);

/** How many characters do not count behind a branch; -1 where the text does not go on like it. */
function passedBehind<Fact>({ lengthAt, isClosed }: Branch<Fact>, text: string, at: number, end: number): number {
  if (lengthAt) return lengthAt(text, at) || -1;
  return (isClosed ? at <= end : at === end) ? 0 : -1;
}
