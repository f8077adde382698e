/** Kinds of characters, in an order that lets `>= LETTER` mean a part of a word. */
const OTHERS = 0;
export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
const classes = new Uint8Array(128);
for (const blank of ' \t\r\n\v\f') classes[blank.charCodeAt(0)] = BLANK;
for (let i = 0; i < 26; i++) {
  classes[65 + i] = LETTER;
  classes[97 + i] = LETTER;
}
classes['_'.charCodeAt(0)] = LETTER;
for (let i = 0; i < 10; i++) classes[48 + i] = DIGIT;

export const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? classes[code]! : OTHERS;
};

export const isWordPart = (text: string, at: number): boolean => classAt(text, at) >= LETTER;
