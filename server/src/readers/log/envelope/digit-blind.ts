import { ownCopy } from '../../../sip/own-copy.ts';
import { isDigit } from '../shapes/characters.ts';

/** So many shapes are remembered: a power of two. */
const SHAPES = 2048;
/** A longer text is no line of a log that comes again. */
const LONGEST = 1024;
/** One line is asked about several times before the next one is. */
const RECENT = 4;

/** What texts that are alike but for their digits have in common. */
interface Shape {
  readonly key: number;
  /** What was answered to each question, where it was asked. */
  readonly facts: unknown[];
}

/** Stands for an answer that there is nothing, for a question that was not asked has none. */
const NOTHING = Symbol();

interface Recent {
  readonly text: string;
  readonly shape: Shape;
}

/** A shape that shares its place with another one takes it over, so that the memory stays small. */
const shapes: (Shape | undefined)[] = new Array(SHAPES).fill(undefined);
const recent: (Recent | undefined)[] = new Array(RECENT).fill(undefined);
let oldest = 0;
let questions = 0;

/**
 * The lines of a log are alike but for their numbers. What does not depend on the digits of a text, but only on where
 * they stand, is worked out once for each shape and remembered: `ask` must answer alike for texts that are so.
 */
export function digitBlind<Fact>(ask: (text: string) => Fact): (text: string) => Fact {
  const question = questions++;
  return (text) => {
    if (text.length > LONGEST) return ask(text);
    const { facts } = shapeOf(text);
    const known = facts[question];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as Fact;
    const fact = ask(text);
    facts[question] = fact === undefined ? NOTHING : fact;
    return fact;
  };
}

/** Most messages have nothing before them on their lines, and what is recent should be something. */
const empty: Shape = { key: 0, facts: [] };

function shapeOf(text: string): Shape {
  if (text === '') return empty;
  for (const one of recent) if (one?.text === text) return one.shape;
  const key = keyOfShape(text);
  const place = key & (SHAPES - 1);
  let shape = shapes[place];
  if (shape?.key !== key) {
    shape = { key, facts: new Array(questions).fill(undefined) };
    shapes[place] = shape;
  }
  recent[oldest] = { text: ownCopy(text), shape };
  oldest = (oldest + 1) % RECENT;
  return shape;
}

/** Keys cannot be foreseen, so that nobody can write a line that has the key of another one. */
const SEEDS = [Math.random(), Math.random()].map((seed) => Math.floor(seed * 0x7fffffff));

/** The same for texts that are the same but for their digits, and different for others: 53 bits of two hashes. */
function keyOfShape(text: string): number {
  let [one, other] = SEEDS as [number, number];
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    const code = isDigit(letter) ? ZERO : letter;
    one = Math.imul((one << 5) ^ (one >>> 27) ^ code, 0x2c1b3c6d);
    other = Math.imul((other << 7) ^ (other >>> 25) ^ code, 0x297a2d39);
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}

const ZERO = 48;
