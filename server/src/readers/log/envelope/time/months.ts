/** Names of months, the first one first, as English, Turkish, German, French and Spanish logs write them. */
const NAMES: readonly string[] = [
  'Jan(?:uary|uar|vier|v)?|Ene(?:ro)?|Ocak?',
  'Feb(?:ruary|ruar|rero)?|Févr?(?:ier)?|[ŞS]ub(?:at)?',
  'Mar(?:ch|s|zo|t)?|Mär[sz]?|Mrz',
  'Apr(?:il)?|A[bv]r(?:il)?|Nis(?:an)?',
  'May(?:[ıi]s|o)?|Mai',
  'Jun[ei]?|Junio|Juin|Haz(?:iran)?',
  'Jul[iy]?|Julio|Juil(?:let)?|Tem(?:muz)?',
  'Aug(?:ust)?|Août|Ago(?:sto)?|A[ğg]u(?:stos)?',
  'Sep(?:t(?:ember|embre|iembre)?)?|Eyl(?:[üu]l)?',
  'O[ck]t(?:ober|obre|ubre)?|Ekim?',
  'Nov(?:ember|embre|iembre)?|Kas(?:[ıi]m)?',
  'De[cz](?:ember)?|Déc(?:embre)?|Dic(?:iembre)?|Ara(?:l[ıi]k)?',
];

/** Any of them, with the full stop that may end a short one, as a capture `month`. */
export const MONTH = `(?<month>${NAMES.join('|')})\\.?`;

const patterns = NAMES.map((names) => new RegExp(`^(?:${names})$`, 'i'));

/** From 1 to 12; 0 where no month has that name. */
export const monthNamed = (name: string): number => patterns.findIndex((pattern) => pattern.test(name)) + 1;
