/** What `docs/glossary-tr.md` settles, as far as a program can see it. */
const WORDS: readonly (readonly [instead: string, pattern: RegExp])[] = [
  ['istek', /(?<!\p{L})talep/iu],
  ['mesaj', /(?<!\p{L})ileti(yi|nin|de|den|ye|ler\p{L}*|si\p{L}*)?(?!\p{L})/iu],
  ['metot', /(?<!\p{L})metod(?![ua])/iu],
  ['belirteç', /(?<!\p{L})jeton/iu],
  ['kütüphane', /(?<!\p{L})kitaplı[kğ]/iu],
  ['sesli mesaj', /sesli posta/iu],
  ['yenileme', /(?<!\p{L})tazele/iu],
  ['yayımlama', /(?<!\p{L})yayınla/iu],
  ['çağrı yakalama', /çağrı çek/iu],
  ['çoğa gönderim', /çoklu yayın/iu],
  ['uzantı etiketi', /seçenek etiketi/iu],
  ['ön ek', /(?<!\p{L})önek/iu],
  ['öteki', /(?<!\p{L})öbür/iu],
  ['no address with siz', /(?<![\p{L}'’])siz(e|in|i|de|den)?(?!\p{L})|[ıiuü]n[ıiuü]z/iu],
];

export const unsettledWords = (text: string): readonly string[] =>
  WORDS.flatMap(([instead, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${found}: ${instead}`];
  });

const UNITS = ['', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'];
const TENS = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan'];

/** The last word of a number as it is spoken: `486` ends in `altı`. */
export function lastSpokenWord(digits: string): string {
  const number = Number(digits);
  if (number === 0) return 'sıfır';
  if (number % 10 !== 0) return UNITS[number % 10]!;
  if (number % 100 !== 0) return TENS[(number / 10) % 10]!;
  return number % 1000 !== 0 ? 'yüz' : 'bin';
}

/** Suffixes after numbers that do not fit how the number is spoken: `486`'dan, but `486`'da, `487`'de, `483`'ün. */
export function unspokenSuffixes(text: string): readonly string[] {
  return [...text.matchAll(/(\d+)`?['’]([a-zçğıöşü]+)/gu)]
    .filter(([, digits, suffix]) => !suits(suffix!, lastSpokenWord(digits!)))
    .map(([written]) => written);
}

const HARMONY: Readonly<Record<string, string>> = {
  a: 'aı',
  ı: 'aı',
  e: 'ei',
  i: 'ei',
  o: 'au',
  u: 'au',
  ö: 'eü',
  ü: 'eü',
};

function suits(suffix: string, word: string): boolean {
  const vowel = [...suffix].find((letter) => letter in HARMONY);
  const lastVowel = [...word].findLast((letter) => letter in HARMONY)!;
  if (vowel === undefined || !HARMONY[lastVowel]!.includes(vowel)) return false;
  const last = word.at(-1)!;
  const first = suffix.charAt(0);
  if (first === 'd' || first === 't') return (first === 't') === 'fstkçşhp'.includes(last);
  if (first in HARMONY) return !(last in HARMONY);
  return !'yns'.includes(first) || last in HARMONY;
}
