import type { PhysicalLine } from '../shapes/physical-lines.ts';
import type { SoftLines } from './carrier.ts';
import type { Content } from './content.ts';

/** Lines of a mail that spells its signs in hexadecimal: a line that ends in `=` goes on in the next one. */

const NEAR = 1024;
const softLines: SoftLines = { kind: 'soft-lines' };

export const softLinesAt = (text: string, at: number): SoftLines | undefined =>
  /=0[AD]|=3D|=\r?\n/.test(text.slice(at, at + NEAR)) ? softLines : undefined;

export function contentOfSoftLine(text: string, { start, end, next }: PhysicalLine): Content {
  return text[end - 1] === '=' && end > start ? { start, end: end - 1, next, goesOn: true } : { start, end, next };
}
