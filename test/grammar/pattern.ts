/**
 * The shape of a pattern of Oniguruma, as far as its cost depends on it: which parts repeat without a bound, over
 * which characters, and what stands before and behind them.
 */
export type Shape =
  | { readonly kind: 'characters'; readonly set: ReadonlySet<string> }
  | { readonly kind: 'anchor' }
  | { readonly kind: 'look'; readonly behind: boolean; readonly body: Shape }
  | { readonly kind: 'sequence'; readonly parts: readonly Shape[] }
  | { readonly kind: 'choice'; readonly options: readonly Shape[] }
  | { readonly kind: 'repeat'; readonly body: Shape; readonly min: number; readonly max: number };

/** What is wrong with a pattern that could take more than linear time; empty where nothing is. */
export function costFaults(source: string): string[] {
  const shape = parse(source);
  return [...faultsOf(shape), ...(opensUnguarded(shape) ? ['an unbounded repeat opens the pattern unguarded'] : [])];
}

/** The largest bound that a counted repeat may have: it multiplies the cost of each place where a pattern starts. */
const MAX_COUNT = 1000;

function* faultsOf(shape: Shape, insideRepeat = false, behind = false): Generator<string> {
  switch (shape.kind) {
    case 'look':
      yield* faultsOf(shape.body, insideRepeat, shape.behind);
      return;
    case 'choice':
      for (const option of shape.options) yield* faultsOf(option, insideRepeat, behind);
      return;
    case 'sequence':
      for (const part of shape.parts) yield* faultsOf(part, insideRepeat, behind);
      if (overlappingRepeats(shape.parts)) yield 'two unbounded repeats can share their characters';
      return;
    case 'repeat':
      if (unbounded(shape)) {
        if (insideRepeat) yield 'an unbounded repeat stands inside another';
        if (behind) yield 'a look behind has no bound';
      } else if (shape.max > MAX_COUNT) yield `a repeat is counted to ${shape.max}`;
      yield* faultsOf(shape.body, insideRepeat || unbounded(shape), behind);
  }
}

const unbounded = (shape: Shape): boolean => shape.kind === 'repeat' && shape.max === Number.POSITIVE_INFINITY;

/** Whether an unbounded repeat can hand characters to a later one: all that stands between may be empty, or is both's. */
function overlappingRepeats(parts: readonly Shape[]): boolean {
  const flat = parts.flatMap(unwrapped);
  return flat.some((first, index) => {
    if (!unbounded(first)) return false;
    const shared = (part: Shape) => [...charactersOf(part)].some((character) => charactersOf(first).has(character));
    for (const part of flat.slice(index + 1)) {
      if (unbounded(part) && shared(part)) return true;
      if (minLength(part) > 0 && !shared(part)) return false;
    }
    return false;
  });
}

const unwrapped = (shape: Shape): readonly Shape[] =>
  shape.kind === 'sequence' ? shape.parts.flatMap(unwrapped) : [shape];

/** Whether the search for this pattern may start a long repeat at each character of it, and then fail behind it. */
function opensUnguarded(shape: Shape): boolean {
  if (shape.kind === 'choice') return shape.options.some(opensUnguarded);
  if (shape.kind === 'repeat') return false;
  if (shape.kind !== 'sequence') return false;
  const flat = unwrapped(shape);
  const first = flat.findIndex((part) => part.kind !== 'look');
  const opening = flat[first];
  if (!opening) return false;
  if (opening.kind === 'anchor' || flat.slice(0, first).some((part) => part.kind === 'look' && part.behind))
    return false;
  if (unbounded(opening)) return flat.slice(first + 1).some((part) => minLength(part) > 0 || part.kind === 'look');
  return opening.kind === 'choice' && opensUnguarded(opening);
}

function minLength(shape: Shape): number {
  switch (shape.kind) {
    case 'characters':
      return 1;
    case 'anchor':
    case 'look':
      return 0;
    case 'sequence':
      return shape.parts.reduce((sum, part) => sum + minLength(part), 0);
    case 'choice':
      return Math.min(...shape.options.map(minLength));
    case 'repeat':
      return shape.min * minLength(shape.body);
  }
}

/** Every character that the shape can take, of the printable ones and white space. */
function charactersOf(shape: Shape): Set<string> {
  switch (shape.kind) {
    case 'characters':
      return new Set(shape.set);
    case 'anchor':
    case 'look':
      return new Set();
    case 'sequence':
      return new Set(shape.parts.flatMap((part) => [...charactersOf(part)]));
    case 'choice':
      return new Set(shape.options.flatMap((option) => [...charactersOf(option)]));
    case 'repeat':
      return charactersOf(shape.body);
  }
}

const ALPHABET = ['\t', ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))];
const matching = (pattern: RegExp): ReadonlySet<string> =>
  new Set(ALPHABET.filter((character) => pattern.test(character)));

/** Reads the syntax that the grammars use; what JavaScript reads alike in a class is left to it. */
function parse(source: string): Shape {
  let at = 0;
  const choice = (ignoreCase: boolean): Shape => {
    const options = [sequence(ignoreCase)];
    while (source[at] === '|') {
      at += 1;
      options.push(sequence(ignoreCase));
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  };
  const sequence = (ignoreCase: boolean): Shape => {
    const parts: Shape[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom(ignoreCase)));
    return { kind: 'sequence', parts };
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const group = (ignoreCase: boolean): Shape => {
    const opening = take(/\((?:\?(?:<[=!]|[=!:]|i:|<\w+>))?/y)!;
    const body = choice(ignoreCase || opening === '(?i:');
    at += 1;
    return /[=!]$/.test(opening) ? { kind: 'look', behind: opening.includes('<'), body } : body;
  };
  const atom = (ignoreCase: boolean): Shape => {
    const flags = ignoreCase ? 'i' : '';
    if (source[at] === '(') return group(ignoreCase);
    if (take(/[$^]|\\[bBGAzZ]/y)) return { kind: 'anchor' };
    if (take(/\\[1-9]/y)) return { kind: 'sequence', parts: [] };
    const characters = take(/\[(?:\\.|[^\]\\])*\]|\\.|[^\\]/y);
    if (characters === undefined) throw new Error(`Not understood at ${at}: ${source}`);
    const literal = /^[^\\[.]$/.test(characters)
      ? `\\x${characters.charCodeAt(0).toString(16).padStart(2, '0')}`
      : characters;
    return { kind: 'characters', set: matching(new RegExp(`^${literal}$`, flags)) };
  };
  const repeated = (body: Shape): Shape => {
    const counts = take(/(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y);
    if (!counts) return body;
    const [min, max] = boundsOf(counts);
    return { kind: 'repeat', body, min, max };
  };
  const shape = choice(false);
  if (at < source.length) throw new Error(`Not understood at ${at}: ${source}`);
  return shape;
}

function boundsOf(counts: string): readonly [number, number] {
  if (counts.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (counts.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (counts.startsWith('?')) return [0, 1];
  const [, min, comma, max] = /\{(\d+)(,?)(\d*)\}/.exec(counts)!;
  return [Number(min), max ? Number(max) : comma ? Number.POSITIVE_INFINITY : Number(min)];
}
