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
    if (this.#sequence.length > 0)
      this.#builder.decode(decoder.decode(new Uint8Array(this.#sequence)), this.#start, this.#end);
    this.#sequence = [];
  }
}
