import en from '../../../data/texts/en/interface.json';
import tr from '../../../data/texts/tr/interface.json';
import type { Language } from './language.ts';

/** A key of `data/texts/<language>/interface.json`. */
export type Label = keyof typeof en;

const labels: Readonly<Record<Language, Readonly<Record<Label, string>>>> = { en, tr };

/** A word or sentence of the interface; `{0}`, `{1}` … stand for the arguments. */
export function label(language: Language, key: Label, ...args: readonly (string | number)[]): string {
  return fill(labels[language][key], args);
}

/** Keys with a form for one beside them. */
type Countable<Key extends Label = Label> = Key extends `${infer Many}One` ? Many & Label : never;

/** A sentence about a number of things; `…One` is its form for one. The number is the last argument. */
export function countLabel(language: Language, key: Countable, count: number, ...args: readonly string[]): string {
  return label(language, count === 1 ? `${key}One` : key, ...args, count);
}

/** Puts the arguments in the places of `{0}`, `{1}` … */
export function fill(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
