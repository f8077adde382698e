/**
 * Where lines start within a run of text: behind every CRLF, LF and lone CR (LSP 3.17 §Position). A part of a run
 * shares the table of the whole, so that cutting a long text costs nothing.
 */
export class LineStarts {
  readonly count: number;
  readonly #starts: Uint32Array;
  readonly #first: number;
  readonly #shift: number;

  private constructor(starts: Uint32Array, first: number, count: number, shift: number) {
    this.#starts = starts;
    this.#first = first;
    this.count = count;
    this.#shift = shift;
  }

  static of(text: string): LineStarts {
    const starts = text.includes('\r') ? behindAnyBreak(text) : behindLineFeeds(text);
    return new LineStarts(starts, 0, starts.length, 0);
  }

  /** The offset of the line start with an index, which is at least 1: the first one of a text is no break. */
  at(index: number): number {
    return this.#starts[this.#first + index]! - this.#shift;
  }

  /** How many lines start at or before an offset. */
  upTo(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those of a part of the run, counted from its start. A part must not begin between CR and LF. */
  part(start: number, end: number): LineStarts {
    const first = this.upTo(start);
    return new LineStarts(this.#starts, this.#first + first, this.upTo(end) - first, this.#shift + start);
  }
}

function behindLineFeeds(text: string): Uint32Array {
  const starts = new Growing();
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.add(at + 1);
  return starts.values();
}

function behindAnyBreak(text: string): Uint32Array {
  const starts = new Growing();
  const next = (character: string, from: number): number => {
    const at = text.indexOf(character, from);
    return at < 0 ? text.length : at;
  };
  let feed = next('\n', 0);
  let carriage = next('\r', 0);
  while (feed < text.length || carriage < text.length) {
    if (carriage + 1 === feed && feed < text.length) carriage = next('\r', feed);
    else if (feed < carriage) {
      starts.add(feed + 1);
      feed = next('\n', feed + 1);
    } else {
      starts.add(carriage + 1);
      carriage = next('\r', carriage + 1);
    }
  }
  return starts.values();
}

/** Numbers whose count is not known before. */
class Growing {
  #values = new Uint32Array(64);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  values(): Uint32Array {
    return this.#values.slice(0, this.#count);
  }
}
