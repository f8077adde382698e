import type { LogicalTextBuilder } from './logical.ts';

const decoder = new TextDecoder();

/** Takes bytes that are spelt as numbers one after the other as UTF-8; a character stands where its bytes do. */
export class Utf8Bytes {
  readonly #builder: LogicalTextBuilder;
  #sequence: number[] = [];
  #start = 0;
  #end = 0;

  constructor(builder: LogicalTextBuilder) {
    this.#builder = builder;
  }

  take(byte: number, start: number, end: number): void {
    if ((byte & 0xc0) !== 0x80) this.flush();
    if (this.#sequence.length === 0) this.#start = start;
    this.#sequence.push(byte);
    this.#end = end;
  }

  flush(): void {
    const [first = 0] = this.#sequence;
    if (this.#sequence.length === 0) return;
    const text =
      this.#sequence.length === 1 && first < 0x80
        ? String.fromCharCode(first)
        : decoder.decode(new Uint8Array(this.#sequence));
    this.#builder.decode(text, this.#start, this.#end);
    this.#sequence = [];
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** A run of bytes in UTF-8, a number each; what is not UTF-8 is Latin-1. */
export function textOfBytes(numbers: readonly string[] | null, radix: 8 | 16): string {
  const bytes = (numbers ?? []).map((number) => Number.parseInt(number, radix));
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return String.fromCharCode(...bytes);
  }
}
