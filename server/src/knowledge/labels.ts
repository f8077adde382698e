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

/** Puts the arguments in the places of `{0}`, `{1}` … */
export function fill(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
