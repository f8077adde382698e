const escape = (codes: string, text: string, on: boolean): string => (on ? `\u001b[${codes}m${text}\u001b[0m` : text);

/** Colours, where they are wanted. */
export const paint = {
  bold: (text: string, on: boolean) => escape('1', text, on),
  dim: (text: string, on: boolean) => escape('2', text, on),
  red: (text: string, on: boolean) => escape('31', text, on),
  green: (text: string, on: boolean) => escape('32', text, on),
  yellow: (text: string, on: boolean) => escape('33', text, on),
  blue: (text: string, on: boolean) => escape('34', text, on),
  cyan: (text: string, on: boolean) => escape('36', text, on),
};

/** What a terminal may act on: control characters but the tab, and marks that turn the direction of writing. */
const ACTING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of a document, of a file name or of an argument for a terminal: none of it may act. */
export const printable = (text: string): string => text.replace(ACTING, '\ufffd');

/** One line of JSON in which nothing acts on a terminal either: the same value, with more of it escaped. */
export const jsonLine = (value: object): string => JSON.stringify(value).replace(ACTING, escaped);

/** The same over several lines, for people who look at it. */
export const jsonLines = (value: object): string =>
  JSON.stringify(value, undefined, 2).replace(ACTING, (character) => (character === '\n' ? '\n' : escaped(character)));

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
