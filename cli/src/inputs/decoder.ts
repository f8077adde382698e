import { StringDecoder } from 'node:string_decoder';
import { encodingOf } from './text-kind.ts';

/** Makes text of the pieces of a file, one behind the other; a character may begin in one and end in the next. */
export type Decoder = (bytes: Buffer, last: boolean) => string;

/**
 * The decoder for a file that begins with these bytes: UTF-8, or UTF-16 as Windows writes it. A byte order mark is no
 * part of the text, and bytes that are no UTF-8 become replacement characters.
 */
export function decoderFor(first: Buffer): Decoder {
  const encoding = encodingOf(first);
  if (encoding === 'utf-8') return utf8Decoder();
  const decoder = new TextDecoder(encoding);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

/** A stream of TextDecoder takes ten times as long, and makes strings whose characters all take two bytes. */
function utf8Decoder(): Decoder {
  const decoder = new StringDecoder('utf8');
  let isStart = true;
  return (bytes, last) => {
    const text = decoder.write(bytes) + (last ? decoder.end() : '');
    const marked = isStart && text.startsWith('\ufeff');
    isStart &&= text === '';
    return marked ? text.slice(1) : text;
  };
}
