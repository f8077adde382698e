import type { Frame } from '../readers/log/frame.ts';

/**
 * A fact about messages that is kept with each of them for as long as edits only move it. It stands in the message's
 * identity, which costs less than a map whose keys are weak.
 */
export class Kept<Fact> {
  readonly #name = Symbol();

  of({ identity }: Frame): Fact | undefined {
    return (identity as Record<symbol, Fact>)[this.#name];
  }

  keep({ identity }: Frame, fact: Fact): Fact {
    (identity as Record<symbol, Fact>)[this.#name] = fact;
    return fact;
  }
}
