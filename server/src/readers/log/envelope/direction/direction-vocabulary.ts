/** How programs of many countries say in their own language which way a message went, as parts of patterns. */
interface Vocabulary {
  /** What was done with the message. */
  readonly received: string;
  readonly sent: string;
  /** What the message is called. */
  readonly coming?: string;
  readonly going?: string;
  /** What a field for the direction is called. */
  readonly field?: string;
  /** What only such a field says, for elsewhere these are the two ends of anything: `uscita`, `Ausgang`. */
  readonly inward?: string;
  readonly outward?: string;
  /** The same by whoever the program speaks with: `istemciden`, `vom Client`. */
  readonly fromOther?: string;
  readonly toOther?: string;
}

/** By the codes of ISO 639-1. Words for whoever a message came from or went to (`受信者`, `送信先`) say no direction. */
const LANGUAGES: Readonly<Record<string, Vocabulary>> = {
  ar: {
    received: 'استلام|استقبال|تلقي',
    sent: '[إا]رسال',
    coming: 'وارد',
    going: 'صادر',
    field: '(?:ال)?اتجاه',
    inward: 'داخل',
    outward: 'خارج',
  },
  cs: {
    received: 'přijat[oaéýá]',
    sent: 'odeslán[oaý]?',
    coming: 'příchozí',
    going: 'odchozí',
    field: 'směr',
    inward: 'vstup',
    outward: 'výstup',
  },
  de: {
    received: 'empfangen|erhalten|empfängt',
    sent: 'gesendet|versendet|verschickt|geschickt|(?:schicken|senden) wir|wir (?:schicken|senden)',
    coming: 'eingehende?[rsn]?|ankommende?[rsn]?',
    going: 'ausgehende?[rsn]?|abgehende?[rsn]?',
    field: 'richtung',
    inward: 'eingang|ein',
    outward: 'ausgang|aus',
    fromOther: '(?:vom|von(?: der)?)[ _-](?:client|server|endger[äa]t|gegenstelle|gegenseite|teilnehmer|telefon|netz)',
    toOther:
      '(?:zu[mr]|an(?: d(?:en|ie))?)[ _-](?:client|server|endger[äa]t|gegenstelle|gegenseite|teilnehmer|telefon|netz)',
  },
  el: { received: 'ελήφθη', sent: 'εστάλη', coming: 'εισερχόμεν[οηα]', going: 'εξερχόμεν[οηα]', field: 'κατεύθυνση' },
  es: {
    received: 'recibid[oa]s?|recibiendo|recibió|recibimos|recibir(?=[_:(])|recepción',
    sent: 'enviad[oa]s?|enviando|envió|enviamos|enviar(?=[_:(])|envío',
    coming: 'entrantes?',
    going: 'salientes?',
    field: 'sentido|direcci[oó]n',
    inward: 'entrada',
    outward: 'salida',
    fromOther: '(?:del?|desde(?: el| la)?)[ _-](?:cliente|servidor|terminal|tel[ée]fono|abonado|red)',
    toOther: '(?:al?|hacia(?: el| la)?)[ _-](?:cliente|servidor|terminal|tel[ée]fono|abonado|red)',
  },
  fa: { received: 'دریافت', sent: 'ارسال', coming: 'ورودی', going: 'خروجی', field: 'جهت' },
  fr: {
    received: 'reçue?s?|réception|recevons',
    sent: 'envoyée?s?|envoi|envoyons|émise?s?',
    coming: 'entrante?s?',
    going: 'sortante?s?',
    field: 'sens',
    inward: 'entrée|entree',
    outward: 'sortie',
    fromOther: '(?:du|depuis(?: le)?)[ _-](?:client|serveur|terminal|poste|réseau|reseau|abonné)',
    toOther: '(?:au|vers(?: le)?)[ _-](?:client|serveur|terminal|poste|réseau|reseau|abonné)',
  },
  id: { received: 'diterima', sent: 'dikirim', field: 'arah', inward: 'masuk', outward: 'keluar' },
  it: {
    received: 'ricevut[oaie]|ricezione|riceviamo',
    sent: 'inviat[oaie]|invio|inviamo',
    coming: 'in arrivo|entranti?',
    going: 'in uscita|uscent[ei]',
    field: 'verso|direzione',
    inward: '(?:in )?entrata|ingresso|arrivo',
    outward: 'uscita|partenza',
    fromOther: '(?:dal?|dalla)[ _-](?:client|server|terminale|telefono|rete)',
    toOther: '(?:al?|alla|verso(?: il| la)?)[ _-](?:client|server|terminale|telefono|rete)',
  },
  ja: {
    received: '受信(?![者側元先])',
    sent: '送信(?![者側元先])',
    field: '方向|向き',
    inward: '入|受',
    outward: '出|送',
  },
  ko: {
    received: '수신(?![자처지])',
    sent: '(?:송신|전송)(?![자처지])',
    field: '방향',
    inward: '인바운드|들어옴',
    outward: '아웃바운드|나감',
  },
  nl: {
    received: 'ontvangen',
    sent: 'verzonden|verstuurd',
    coming: 'inkomende?',
    going: 'uitgaande?',
    field: 'richting',
    outward: 'uit',
  },
  pl: {
    received: 'odebran[oaey]|otrzyman[oaey]|otrzymujemy',
    sent: 'wysłan[oaey]|wysyłamy',
    coming: 'przychodząc(?:[yae]|ego|ej)',
    going: 'wychodząc(?:[yae]|ego|ej)',
    field: 'kierunek',
    inward: 'wejście|przychodz[aą]c[yae]',
    outward: 'wyjście|wychodz[aą]c[yae]',
  },
  pt: {
    received: 'recebid[oa]s?|recebendo|recebeu|recebemos|receber(?=[_:(])',
    sent: 'enviad[oa]s?|enviou',
    field: 'direção|direcao|sentido',
    inward: 'entrada',
    outward: 'sa[ií]da',
    fromOther: '(?:d[oae])[ _-](?:cliente|servidor|terminal|telefone|rede)',
    toOther: '(?:ao?|para(?: o| a)?)[ _-](?:cliente|servidor|terminal|telefone|rede)',
  },
  ro: { received: 'primit[ăe]?', sent: 'trimis[ăe]?', field: 'direcție|sens', inward: 'intrare', outward: 'ieșire' },
  ru: {
    received: 'получен(?:[оаы]|ие)?|принят[оаы]?|при[её]м(?![а-яё])|получаем',
    sent: 'отправлен[оаы]?|отправка|послан[оаы]?|передан[оаы]|отправляем',
    coming: 'входящ(?:ий|ее|ая|ие)',
    going: 'исходящ(?:ий|ее|ая|ие)',
    field: 'направление',
    inward: 'вход|вх',
    outward: 'выход|исх',
    fromOther: 'от[ _-](?:клиента|сервера|абонента|терминала|телефона)',
    toOther: 'к[ _-](?:клиенту|серверу|абоненту|терминалу|телефону)',
  },
  sv: {
    received: 'mottaget|mottagen|mottagna',
    sent: 'skickat|skickad|skickade',
    coming: 'inkommande',
    going: 'utgående',
    field: 'riktning',
    outward: 'ut',
  },
  da: { received: 'modtaget', sent: 'afsendt', coming: 'indgående', going: 'udgående', field: 'retning' },
  tr: {
    received:
      'al[ıi]nan|al[ıi]nd[ıi]|al[ıi]n[ıi]yor|al[ıi]nm[ıi]şt[ıi]r|ald[ıi](?:k|[ğg][ıi]m(?:[ıi]z)?)|geldi|ula[şs]t[ıi]',
    sent: 'g[öo]nder[iİ]len|g[öo]nder[iİ]ld[iİ]|g[öo]nder[iİ]l[iİ]yor|g[öo]nder[iİ]lm[iİ]şt[iİ]r|[iİ]let[iİ]ld[iİ]|[iİ]let[iİ]l[iİ]yor|yolland[ıi]|yollan[ıi]yor|(?:g[öo]nderd[iİ]|yollad[ıi])(?:k|[ğg][iİıI]m(?:[iİıI]z)?)|gitti',
    coming: 'gelen',
    going: 'g[iİ]den',
    field: 'y[öo]n[üu]?',
    inward: 'g[iİ]r[iİ][sş]|al[ıi]m',
    outward: '[çc][ıi]k[ıi][sş]|g[öo]nder[iİ]m',
    fromOther:
      '(?:istemci|sunucu|kar[şs][ıi](?: ?taraf)?|u[çc]|abone|telefon|cihaz|m[üu][şs]teri|kullan[ıi]c[ıi]|a[ğg])n?[dt][ea]n',
    toOther:
      '(?:istemci|sunucu|kar[şs][ıi](?: ?taraf)?|u[çc]|abone|telefon|cihaz|m[üu][şs]teri|kullan[ıi]c[ıi]|a[ğg])[yn]?[ea]',
  },
  uk: {
    received: 'отримано|прийнято',
    sent: 'надіслано|відправлено',
    coming: 'вхідн(?:ий|е|а|і)',
    going: 'вихідн(?:ий|е|а|і)',
    field: 'напрямок?',
    inward: 'вхід',
    outward: 'вихід',
  },
  vi: { received: '(?<!xác )nhận', sent: 'gửi', field: 'hướng', inward: 'vào', outward: 'ra' },
  zh: {
    received: '(?<![未没沒]有?)(?:接收|收到|接到)',
    sent: '[发發]送|[发發]出|傳送',
    coming: '入站',
    going: '出站',
    field: '方向',
    inward: '入|收|接',
    outward: '出|[发發]',
    fromOther: '(?:来自|來自|从|從|自)(?:客[户戶]端|服[务務]器|[终終]端|[设設][备備]|[对對]端)',
    toOther: '(?:到|至|[发發]往|向)(?:客[户戶]端|服[务務]器|[终終]端|[设設][备備]|[对對]端)',
  },
};

/** The words of all languages for one thing. */
export const wordsAbroad = (thing: keyof Vocabulary): readonly string[] =>
  Object.values(LANGUAGES).flatMap((words) => words[thing] ?? []);
