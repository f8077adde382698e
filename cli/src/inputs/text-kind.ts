import type { FailureReason } from './failure.ts';

/** How files begin that hold no text, but something that text can be made of. */
const signatures: readonly (readonly [reason: FailureReason, hex: string])[] = [
  ['packed', '1f8b'],
  ['packed', '28b52ffd'],
  ['packed', 'fd377a585a00'],
  ['packed', '425a68'],
  ['packed', '504b0304'],
  ['capture', 'd4c3b2a1'],
  ['capture', 'a1b2c3d4'],
  ['capture', '4d3cb2a1'],
  ['capture', 'a1b23c4d'],
  ['capture', '0a0d0d0a'],
];

/** What a file is that begins with these bytes, when it is no text. */
export function notText(bytes: Buffer, text: string): FailureReason | undefined {
  const start = bytes.subarray(0, 8).toString('hex');
  const signature = signatures.find(([, hex]) => start.startsWith(hex));
  return signature?.[0] ?? (isMostlyReadable(text) ? undefined : 'binary');
}

const SAMPLE = 65_536;

/**
 * Whether people could read a text. Messages with binary bodies, logs that begin with NULs, as rotation leaves them,
 * and letters of an encoding that is not UTF-8 are still read; three in ten characters that nobody can read are too
 * many.
 */
function isMostlyReadable(text: string): boolean {
  let start = 0;
  while (text.charCodeAt(start) === 0) start++;
  if (start === text.length) return start === 0;
  const end = Math.min(text.length, start + SAMPLE);
  let controls = 0;
  let replaced = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) replaced++;
    else if (code < 32 && !(code >= 9 && code <= 13) && code !== 27) controls++;
  }
  const length = end - start;
  return controls < length * 0.05 || controls + replaced < length * 0.3;
}

/** The encoding that the first bytes tell: a byte order mark, or NULs beside most letters; UTF-8 otherwise. */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
  const nulls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2]!++;
  });
  const [even = 0, odd = 0] = nulls;
  const many = sample.length * 0.4;
  if (odd > many && even < many / 8) return 'utf-16le';
  if (even > many && odd < many / 8) return 'utf-16be';
  return 'utf-8';
}
