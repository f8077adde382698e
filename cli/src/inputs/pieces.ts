import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { waitALittle } from '../output.ts';
import { type Decoder, decoderFor } from './decoder.ts';
import { failureOf, InputFailure } from './failure.ts';
import { notText } from './text-kind.ts';

/** A piece of a file's text. */
export interface TextPiece {
  readonly text: string;
  /** Whether the file ends with it. */
  readonly last: boolean;
  /** How much of the file is read with it, from 0 to 1; undefined where the size is not known. */
  readonly share: number | undefined;
}

/**
 * The text of a file, or of standard input for `-`, in pieces of so many bytes; the last one may be empty. Throws an
 * InputFailure.
 */
export function* textPieces(path: string, bytesInPiece: number): Generator<TextPiece> {
  let decode: Decoder | undefined;
  let read = 0;
  for (const { bytes, size } of bytePieces(path, bytesInPiece)) {
    const first = decode === undefined;
    decode ??= decoderFor(bytes);
    const last = bytes.length < bytesInPiece;
    const text = decode(bytes, last);
    const reason = first ? notText(bytes, text) : undefined;
    if (reason) throw new InputFailure(path, { reason, detail: '' });
    read += bytes.length;
    yield { text, last, share: size > 0 ? Math.min(1, read / size) : undefined };
  }
}

/** Full pieces, and one at the end that is not; `size` is 0 where it is not known. */
function* bytePieces(path: string, bytesInPiece: number): Generator<{ bytes: Buffer; size: number }> {
  const file = attempt(path, () => (path === '-' ? 0 : openSync(path, 'r')));
  try {
    const size = attempt(path, () => fstatSync(file)).size;
    for (let full = true; full; ) {
      const bytes = attempt(path, () => readPiece(file, bytesInPiece, size));
      full = bytes.length === bytesInPiece;
      yield { bytes, size };
    }
  } finally {
    if (path !== '-') closeSync(file);
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new InputFailure(path, failureOf(error));
  }
}

function readPiece(file: number, length: number, expected: number): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(length, Math.max(expected + 1, 65_536)));
  let used = 0;
  while (used < length) {
    if (used === buffer.length) buffer = Buffer.concat([buffer], Math.min(length, buffer.length * 2));
    const count = readSome(file, buffer, used);
    if (count === 0) break;
    used += count;
  }
  return buffer.subarray(0, used);
}

function readSome(file: number, buffer: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(file, buffer, at, buffer.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows ends standard input so.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      waitALittle();
    }
  }
}
