import { ANY_METHOD, type Methods, type Outcome } from '../conditions.ts';

/** A block, or the single statement that stands for one. */
export interface Block {
  readonly parent: Block | undefined;
  readonly depth: number;
  readonly kind: 'braces' | 'statement' | 'switch' | 'words' | 'indented';
  /** The methods that the request may have in it. */
  readonly methods: Methods;
  /** Of an `if`: what is known when its condition does not hold. */
  readonly otherwise: Outcome | undefined;
  /** Of a `switch` over the method: what was known before it. */
  readonly base?: Methods;
  /** Of a `switch`: whether the case before runs on into the next one. */
  readonly runsOn?: boolean;
  /** The indentation of the line that opened it. */
  readonly indentation?: number;
}

export const root: Block = { parent: undefined, depth: 0, kind: 'braces', methods: ANY_METHOD, otherwise: undefined };

/** What the next statement or block is under. */
export interface Guard {
  readonly methods: Methods;
  readonly otherwise: Outcome | undefined;
  readonly kind?: 'switch';
}

export const child = (parent: Block, kind: Block['kind'], guard: Guard, indentation?: number): Block => ({
  parent,
  depth: parent.depth + 1,
  kind,
  methods: guard.methods,
  otherwise: guard.otherwise,
  ...(indentation === undefined ? {} : { indentation }),
});

export const knownIn = (block: Block): Outcome => ({ methods: block.methods, codes: undefined });
