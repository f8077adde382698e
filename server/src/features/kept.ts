/** What stays the same object while edits only move what it stands for. */
interface Identified {
  readonly identity: object;
}

/**
 * A fact about messages, or about blocks of a configuration, that is kept with each of them for as long as edits only
 * move it. It stands in the identity itself, which costs less than a map whose keys are weak.
 */
export class Kept<Fact> {
  readonly #name = Symbol();

  of({ identity }: Identified): Fact | undefined {
    return (identity as Record<symbol, Fact>)[this.#name];
  }

  keep({ identity }: Identified, fact: Fact): Fact {
    (identity as Record<symbol, Fact>)[this.#name] = fact;
    return fact;
  }
}
