/** Bytes as a dump or a list spells them: how one code looks, and the codes that stand one behind the other. */
export interface CodeSpelling {
  /** One code with its digits in group 1; sticky. */
  readonly code: RegExp;
  /** Undefined where the digits stand for more than a byte holds. */
  readonly bytesOf: (digits: string) => readonly number[] | undefined;
  /** Codes that stand in columns of so many characters; others are parted by blanks and marks. */
  readonly columns?: number;
  /** Whether a hyphen belongs to the number behind it. */
  readonly isSigned?: true;
}

const sticky = (source: string): RegExp => new RegExp(source, 'iy');
const inByte = (value: number): readonly number[] | undefined => (value < 256 ? [value] : undefined);
/** The bytes of a word, the first byte first. */
function bigEndian(digits: string): readonly number[] {
  const bytes: number[] = [];
  for (let i = 0; i < digits.length; i += 2) bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
  return bytes;
}
const littleEndian = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);

/** More digits in one go than any tool puts into a group: bytes that nothing parts. */
const WIDEST_CODE = 64;
const hexSpellings: readonly CodeSpelling[] = Array.from({ length: WIDEST_CODE / 2 + 1 }, (_, bytes) => ({
  code: sticky(bytes === 0 ? '([0-9a-f]{2})' : `((?:[0-9a-f]{2}){1,${bytes}})(?!\\w)`),
  bytesOf: bigEndian,
}));
/** Bytes in hexadecimal, `49 4e`, or several in one group of so many digits; the last group of a row may have fewer. */
export const hexOf = (digits: number): CodeSpelling =>
  hexSpellings[digits > WIDEST_CODE ? 0 : Math.ceil(digits / 2)] ?? hexSpellings[0]!;

const wordsOf = (digits: 4 | 8): CodeSpelling => ({
  code: sticky(`([0-9a-f]{${digits}})(?!\\w)`),
  bytesOf: (word: string) => littleEndian(Number.parseInt(word, 16), digits / 2),
});
/** Words as a machine has them that writes the last byte first: `4e49` is `IN`. */
export const words = wordsOf(4);

/** `49, d, a` and `0x49, 0xd`: as many digits as it takes. */
export const hexInList: CodeSpelling = {
  code: sticky('([0-9a-f]{1,2})(?!\\w)'),
  bytesOf: (digits) => inByte(Number.parseInt(digits, 16)),
};
export const markedHex: CodeSpelling = { ...hexInList, code: sticky('(?:0x|\\\\x)([0-9a-f]{1,2})(?![0-9a-z])') };
/** Bytes with a sign are those of Java and of `od -t d1`. */
export const decimal: CodeSpelling = {
  code: sticky('(-?\\d{1,3})(?!\\w)'),
  bytesOf: (digits) =>
    Number(digits) < -128 ? undefined : inByte(Number(digits) < 0 ? Number(digits) + 256 : Number(digits)),
  isSigned: true,
};
export const octal: CodeSpelling = {
  code: sticky('([0-3][0-7]{2})(?!\\w)'),
  bytesOf: (digits) => [Number.parseInt(digits, 8)],
};
const octalWords: CodeSpelling = {
  code: sticky('([01][0-7]{5})(?!\\w)'),
  bytesOf: (digits) => littleEndian(Number.parseInt(digits, 8), 2),
};
export const binary: CodeSpelling = {
  code: sticky('([01]{8})(?!\\w)'),
  bytesOf: (digits) => [Number.parseInt(digits, 2)],
};

/** Control characters as `od -a` names them, from 0 on. */
const CONTROLS =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );
const ESCAPES: Readonly<Record<string, number>> = { 0: 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
const encoder = new TextEncoder();

/** `od -c`, `od -a` and `hexdump -c`: characters, or what stands for them, at the end of columns of four. */
export const characters: CodeSpelling = {
  code: /( {3}[^\n]| {2}\\[0abtnvfr]| [0-7]{3}| {2}[a-z]{2}| [a-z]{3}| {2}\*\*)(?= |$)/my,
  columns: 4,
  bytesOf: (cell) => {
    const name = cell.trimStart();
    if (name.length < 2) return name === '' ? [32] : [...encoder.encode(name)];
    if (name === '**') return [];
    if (name.startsWith('\\')) return [ESCAPES[name[1] ?? ''] ?? 0];
    if (/^\d/.test(name)) return inByte(Number.parseInt(name, 8));
    const control = name === 'del' ? 127 : name === 'lf' ? 10 : CONTROLS.indexOf(name);
    return control < 0 ? undefined : [control];
  },
};

/** What may be told apart by how far a row can be read, the likelier ones first. */
export const spellings: readonly CodeSpelling[] = [
  binary,
  octalWords,
  octal,
  decimal,
  hexOf(2),
  hexOf(4),
  words,
  hexOf(8),
  wordsOf(8),
  hexOf(2 * WIDEST_CODE),
  characters,
];
