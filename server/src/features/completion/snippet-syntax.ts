/** The snippet syntax of LSP, as far as our templates use it: `$1`, `${1:default}`, `${1|one,two|}`, `$0`. */

/** A dollar sign that no backslash makes a literal one; it is looked for first, so that a run of backslashes costs no more. */
const DOLLAR = String.raw`\$(?<=(?<!\\)(?:\\\\)*\$)`;
const PLACEHOLDER = new RegExp(String.raw`${DOLLAR}\{(\d+):((?:[^}\\]|\\[^])*)\}`, 'g');
const CHOICE = new RegExp(String.raw`${DOLLAR}\{(\d+)\|([^|]*)\|\}`, 'g');
const REPETITION = new RegExp(String.raw`${DOLLAR}(\d+)`, 'g');

/** The text that stands there when every placeholder keeps its default. */
export function plainText(snippet: string): string {
  const defaults = new Map<string, string>();
  for (const [, number = '', text = ''] of snippet.matchAll(PLACEHOLDER)) defaults.set(number, text);
  for (const [, number = '', texts = ''] of snippet.matchAll(CHOICE))
    defaults.set(number, texts.split(',', 1)[0] ?? '');
  return snippet
    .replace(PLACEHOLDER, '$2')
    .replace(CHOICE, (_, number: string) => defaults.get(number) ?? '')
    .replace(REPETITION, (_, number: string) => defaults.get(number) ?? '')
    .replace(/\\([$}\\])/g, '$1');
}

/** Text that stands for itself in a snippet. */
export const literal = (text: string): string => text.replace(/[$}\\]/g, '\\$&');
