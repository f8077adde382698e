import { methods } from '../../../knowledge/facts.ts';

/**
 * What conditions say of the message at hand, as sets: of its method, and of status codes by the variable that
 * holds them. Sets are never too small, so that an empty one proves that a condition cannot hold.
 */

/** A set of methods: a bit for each one that is registered, and one for all others. */
export type Methods = number;

const bitByMethod = new Map(methods.slice(0, 29).map((fact, index) => [fact.name, 1 << index] as const));
const OTHER_METHODS = 1 << 29;
export const ANY_METHOD: Methods = (1 << 30) - 1;

export const methodBit = (name: string): Methods => bitByMethod.get(name) ?? OTHER_METHODS;

/** The only method of a set; undefined when it has several or an unregistered one. */
export function onlyMethod(set: Methods): string | undefined {
  if (set === 0 || (set & (set - 1)) !== 0) return undefined;
  for (const [name, bit] of bitByMethod) if (bit === set) return name;
  return undefined;
}

/** The names of the registered methods of a set. */
export const methodNames = (set: Methods): readonly string[] =>
  [...bitByMethod].filter(([, bit]) => (set & bit) !== 0).map(([name]) => name);

/** The registered methods that a list of names matches as a pattern does: anywhere in the name, unless anchored. */
export function matchingMethods(names: readonly string[], anchored: boolean): Methods {
  let set = 0;
  for (const [method, bit] of bitByMethod) {
    if (names.some((name) => (anchored ? method === name : method.includes(name)))) set |= bit;
  }
  return set === 0 || names.some((name) => !bitByMethod.has(name)) ? set | OTHER_METHODS : set;
}

/** A set of the codes 100 to 699 and of "no code", which stands as 0: a bit for each. */
export type Codes = Uint32Array;

const FIRST = 100;
const AMOUNT = 600;
const WORDS = Math.ceil((AMOUNT + 1) / 32);

export function codesWhere(holds: (code: number) => boolean): Codes {
  const codes = new Uint32Array(WORDS);
  for (let i = 0; i < AMOUNT; i++) if (holds(i + FIRST)) codes[i >> 5]! |= 1 << (i & 31);
  if (holds(0)) codes[AMOUNT >> 5]! |= 1 << (AMOUNT & 31);
  return codes;
}

/** The set of one code from 100 to 699, or of "no code" for 0. */
export function onlyCode(code: number): Codes {
  const codes = new Uint32Array(WORDS);
  const i = code === 0 ? AMOUNT : code - FIRST;
  codes[i >> 5]! |= 1 << (i & 31);
  return codes;
}

const everyCode = codesWhere(() => true);
const combined = (one: Codes, other: Codes, combine: (one: number, other: number) => number): Codes =>
  one.map((word, i) => combine(word, other[i]!));
const bothCodes = (one: Codes, other: Codes): Codes => combined(one, other, (a, b) => a & b);
const eitherCodes = (one: Codes, other: Codes): Codes => combined(one, other, (a, b) => a | b);
const notCodes = (codes: Codes): Codes => combined(codes, everyCode, (a, b) => ~a & b);
export const isNoCode = (codes: Codes): boolean => codes.every((word) => word === 0);

/** What is so far known of the message; an absent variable may hold anything. */
export interface Outcome {
  readonly methods: Methods;
  readonly codes: ReadonlyMap<string, Codes> | undefined;
}

export const ANYTHING: Outcome = { methods: ANY_METHOD, codes: undefined };

/** What is known when a condition holds and when it does not; undefined where that cannot be. */
export interface Verdict {
  readonly whenTrue: Outcome | undefined;
  readonly whenFalse: Outcome | undefined;
}

export const UNKNOWN: Verdict = { whenTrue: ANYTHING, whenFalse: ANYTHING };

/** A condition over the method alone: it holds for a method of the set, save that of the others some may fail it. */
export const methodVerdict = (set: Methods): Verdict => ({
  whenTrue: { methods: set, codes: undefined },
  whenFalse: {
    methods: set & OTHER_METHODS ? ANY_METHOD & ~(set & ~OTHER_METHODS) : ANY_METHOD & ~set,
    codes: undefined,
  },
});

/** A condition over the status code that a variable holds. */
export function codeVerdict(variable: string, codes: Codes): Verdict {
  return {
    whenTrue: { methods: ANY_METHOD, codes: new Map([[variable, codes]]) },
    whenFalse: { methods: ANY_METHOD, codes: new Map([[variable, notCodes(codes)]]) },
  };
}

export const negated = ({ whenTrue, whenFalse }: Verdict): Verdict => ({ whenTrue: whenFalse, whenFalse: whenTrue });

/** What is known when both hold. */
export function both(one: Outcome | undefined, other: Outcome | undefined): Outcome | undefined {
  if (!one || !other) return undefined;
  const set = one.methods & other.methods;
  if (set === 0) return undefined;
  if (!one.codes || !other.codes) return { methods: set, codes: one.codes ?? other.codes };
  const codes = new Map(one.codes);
  for (const [variable, found] of other.codes) {
    const known = codes.get(variable);
    const shared = known ? bothCodes(known, found) : found;
    if (isNoCode(shared)) return undefined;
    codes.set(variable, shared);
  }
  return { methods: set, codes };
}

/** What is known when at least one holds. */
export function either(one: Outcome | undefined, other: Outcome | undefined): Outcome | undefined {
  if (!one || !other) return one ?? other;
  const codes = new Map<string, Codes>();
  for (const [variable, known] of one.codes ?? []) {
    const found = other.codes?.get(variable);
    if (found) codes.set(variable, eitherCodes(known, found));
  }
  return { methods: one.methods | other.methods, codes: codes.size > 0 ? codes : undefined };
}

/** A part of a condition that asks for a method or a code, by its tokens. */
export interface Atom {
  /** The token behind it. */
  readonly end: number;
  readonly verdict: Verdict;
  /** Whether it is a comparison, which binds less tightly than `!`. */
  readonly comparison: boolean;
}
