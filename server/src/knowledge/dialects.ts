import enAsterisk from '../../../data/dialects/texts/en/asterisk.json';
import enFreeswitch from '../../../data/dialects/texts/en/freeswitch.json';
import enSipp from '../../../data/dialects/texts/en/sipp.json';
import trAsterisk from '../../../data/dialects/texts/tr/asterisk.json';
import trFreeswitch from '../../../data/dialects/texts/tr/freeswitch.json';
import trSipp from '../../../data/dialects/texts/tr/sipp.json';
import type { Language } from './language.ts';

/** The sentences about the terms of one dialect: group, then name. */
type Terms = Readonly<Record<string, Readonly<Record<string, string>>>>;

const terms: Readonly<Record<Language, Readonly<Record<string, Terms>>>> = {
  en: { asterisk: enAsterisk.terms, freeswitch: enFreeswitch, sipp: enSipp },
  tr: { asterisk: trAsterisk.terms, freeswitch: trFreeswitch, sipp: trSipp },
};

/** What a term of one kind of configuration file means; undefined when nobody has said. */
export const dialectTermText = (
  language: Language,
  dialect: string,
  group: string,
  name: string,
): string | undefined => {
  const texts = terms[language][dialect]?.[group];
  return texts && Object.hasOwn(texts, name) ? texts[name] : undefined;
};
