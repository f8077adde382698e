/** A language that the texts are written in. */
export type Language = 'en' | 'tr';

export const languages: readonly Language[] = ['en', 'tr'];

/** The language of a locale such as `tr-TR` or `en_US`; English where we have no texts. */
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('tr') ? 'tr' : 'en';
