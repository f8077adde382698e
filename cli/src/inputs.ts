import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One text to read, and what to call it. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/** An input that could not be read. */
export interface Failure {
  readonly name: string;
  readonly reason: string;
}

/** The files that the operands name, folders opened up in the order of their names. */
export function filesOf(operands: readonly string[]): readonly string[] {
  return operands.flatMap((operand) => {
    if (operand === '-') return ['-'];
    const stats = statSync(operand, { throwIfNoEntry: false });
    return stats?.isDirectory() ? filesIn(operand) : [operand];
  });
}

const NOT_READ = new Set(['.git', 'node_modules']);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (NOT_READ.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    });

/** Reads one file, or standard input for `-`. Bytes that are no UTF-8 become replacement characters. */
export function readInput(file: string): Input | Failure {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file);
    return { name: file === '-' ? '(stdin)' : file, text: decode(bytes) };
  } catch (error) {
    return { name: file, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** UTF-16 with a byte order mark, as Windows writes it, or UTF-8. The mark itself is no part of the text. */
function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Line and column of offsets that are asked for in rising order, both from 1, columns in UTF-16 code units. */
export function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    if (offset < lineStart) {
      line = 1;
      lineStart = 0;
    }
    for (let feed = text.indexOf('\n', lineStart); feed >= 0 && feed < offset; feed = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = feed + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
