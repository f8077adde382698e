/** How programs of many countries say in their own language which way a message went, as parts of patterns. */
interface Vocabulary {
  /** What was done with the message. */
  readonly received: string;
  readonly sent: string;
  /** What the message is called. */
  readonly coming?: string;
  readonly going?: string;
}

/** By the codes of ISO 639-1. Words for whoever a message came from or went to (`受信者`, `送信先`) say no direction. */
const LANGUAGES: Readonly<Record<string, Vocabulary>> = {
  ar: { received: 'استلام|استقبال', sent: '[إا]رسال', coming: 'وارد', going: 'صادر' },
  cs: { received: 'přijat[oaéýá]', sent: 'odeslán[oaý]?', coming: 'příchozí', going: 'odchozí' },
  de: {
    received: 'empfangen|erhalten',
    sent: 'gesendet|versendet',
    coming: 'eingehende?[rs]?',
    going: 'ausgehende?[rs]?',
  },
  es: {
    received: 'recibid[oa]s?|recibiendo|recibir(?=[_:(])|recepción',
    sent: 'enviad[oa]s?|enviando|enviar(?=[_:(])|envío',
    coming: 'entrantes?',
    going: 'salientes?',
  },
  fa: { received: 'دریافت', sent: 'ارسال', coming: 'ورودی', going: 'خروجی' },
  fr: { received: 'reçue?s?|réception', sent: 'envoyée?s?|envoi', coming: 'entrante?', going: 'sortante?' },
  it: { received: 'ricevut[oaie]', sent: 'inviat[oaie]', coming: 'in arrivo', going: 'in uscita|uscente' },
  ja: { received: '受信(?![者側])', sent: '送信(?![者側元先])' },
  ko: { received: '수신(?![자처])', sent: '(?:송신|전송)(?![자처])' },
  nl: { received: 'ontvangen', sent: 'verzonden|verstuurd', coming: 'inkomende?', going: 'uitgaande?' },
  pl: {
    received: 'odebran[oaey]|otrzyman[oaey]',
    sent: 'wysłan[oaey]',
    coming: 'przychodząc[yae]',
    going: 'wychodząc[yae]',
  },
  pt: { received: 'recebid[oa]s?|recebendo|receber(?=[_:(])', sent: 'enviad[oa]s?' },
  ru: {
    received: 'получен(?:[оаы]|ие)?|принят[оаы]?',
    sent: 'отправлен[оаы]?|отправка|послан[оаы]?',
    coming: 'входящ(?:ий|ее|ая|ие)',
    going: 'исходящ(?:ий|ее|ая|ие)',
  },
  sv: {
    received: 'mottaget|mottagen|mottagna',
    sent: 'skickat|skickad|skickade',
    coming: 'inkommande',
    going: 'utgående',
  },
  tr: {
    received: 'al[ıi]nan|al[ıi]nd[ıi]|al[ıi]n[ıi]yor',
    sent: 'g[öo]nder[iİ]len|g[öo]nder[iİ]ld[iİ]|g[öo]nder[iİ]l[iİ]yor|[iİ]let[iİ]ld[iİ]|[iİ]let[iİ]l[iİ]yor',
    coming: 'gelen',
    going: 'g[iİ]den',
  },
  uk: {
    received: 'отримано|прийнято',
    sent: 'надіслано|відправлено',
    coming: 'вхідн(?:ий|е|а|і)',
    going: 'вихідн(?:ий|е|а|і)',
  },
  zh: { received: '接收|收到|接到', sent: '[发發]送|[发發]出|傳送', coming: '入站', going: '出站' },
};

/** The words of all languages for one thing. */
export const wordsAbroad = (thing: keyof Vocabulary): readonly string[] =>
  Object.values(LANGUAGES).flatMap((words) => words[thing] ?? []);
