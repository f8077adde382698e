/** What a program puts where it shows no more of a message: `Via: SIP/2.0/UDP 192.0.2.1;bra...`. */
const CUT_MARK = /\S(?:\.{3}|…)\s*$/;
const LONGEST_MARK = 8;

/** Whether a line that ends at an offset says that it was cut there. */
export const isCutAt = (text: string, start: number, end: number): boolean =>
  CUT_MARK.test(text.slice(Math.max(start, end - LONGEST_MARK), end));
