/** Kinds of characters, by their codes. */

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** What `\w` fits. */
export const isWordCharacter = (code: number): boolean => isDigit(code) || isLetter(code) || code === 95;
