/** Builds Markdown in which text from a document can only ever be text. */

const LONGEST_QUOTE = 200;

/** Document text as inline code: no markup, no line break, no control character, of a bounded length. */
export function code(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
  const short = plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
  if (!short.includes('`')) return `\`${short}\``;
  const ticks = '`'.repeat(Math.max(...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${ticks} ${short} ${ticks}`;
}

export const bold = (text: string): string => `**${text}**`;

/** A heading line of a hover: the name, and behind it in plain letters what kind of thing it is. */
export const title = (name: string, ...kinds: readonly (string | undefined)[]): string =>
  [bold(name), ...kinds.filter((kind) => kind !== undefined && kind !== '')].join(' · ');

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Joins what there is with an empty line between. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** `RFC 3261 §21.4.24` as a link to that section; other documents as they are called. */
export function reference(ref: string, section?: string): string {
  const number = /^RFC (\d+)$/.exec(ref)?.[1];
  if (!number) return section ? `${ref} §${section}` : ref;
  const anchor = section ? `#section-${section}` : '';
  return `[${ref}${section ? ` §${section}` : ''}](https://www.rfc-editor.org/rfc/rfc${number}${anchor})`;
}

/** The references of an entry; the section belongs to the first. */
export const references = (refs: readonly string[] | undefined, section?: string): string =>
  (refs ?? []).map((ref, index) => reference(ref, index === 0 ? section : undefined)).join(' · ');
