import en from '../../data/texts/en/cli.json';
import tr from '../../data/texts/tr/cli.json';
import { fill } from '../../server/src/knowledge/labels.ts';
import type { Language } from '../../server/src/knowledge/language.ts';

export type CliText = keyof typeof en;

const texts: Readonly<Record<Language, Readonly<Record<CliText, string>>>> = { en, tr };

export const cliText = (language: Language, key: CliText, ...args: readonly (string | number)[]): string =>
  fill(texts[language][key], args);
