/**
 * The same text in memory of its own. An engine keeps a part of a text as a view of the whole, so that a few letters
 * kept from every version of a document would keep every version.
 */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);
