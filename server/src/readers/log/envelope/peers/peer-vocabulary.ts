/** How programs of many countries say in their own language which part an address plays, as parts of patterns. */
interface Vocabulary {
  /** The names of both sides, as fields have them. */
  readonly source?: string;
  readonly destination?: string;
  /** Whose address it is, as seen from the program that logs. */
  readonly local?: string;
  readonly remote?: string;
  /** Short words that are such words only right before an address. */
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
}

/** By the codes of ISO 639-1. */
const LANGUAGES: Readonly<Record<string, Vocabulary>> = {
  ar: {
    source: '(?:ال)?مصدر|المرسل(?! إليه)',
    destination: '(?:ال)?وجهة|المستلم|المستقبل|المرسل إليه',
    local: '(?:ال)?محلي',
    remote: '(?:ال)?بعيد',
    from: 'من',
    to: '[إا]لى',
  },
  cs: {
    source: 'zdroj(?:ov[áéý])?|odesílatel',
    destination: 'cílov[áéý]|cíl|příjemce',
    local: 'místní|lokální',
    remote: 'vzdálen[áéý]|protistrana',
    from: 'od|z',
    to: 'na|do',
  },
  de: {
    source: 'quelle?|absender|sender',
    destination: 'ziel|empfänger|empfaenger',
    local: 'lokale?[rs]?|eigene[rs]?',
    remote: 'entfernte?[rs]?|gegenstelle|gegenseite',
    from: 'von|vom',
    to: 'an|nach',
    on: 'auf',
  },
  el: { source: 'πηγή', destination: 'προορισμός', from: 'από', to: 'προς' },
  es: {
    source: 'origen|remitente|fuente',
    destination: 'destino|destinatario',
    remote: 'remot[oa]',
    from: 'de|desde',
    to: 'a|al|para|hacia',
    on: 'en',
  },
  fa: { source: 'مبد[اأ]|فرستنده', destination: 'مقصد|گیرنده', local: 'محلی', remote: 'راه دور', from: 'از', to: 'به' },
  fr: {
    source: 'origine|expéditeur|expediteur|émetteur',
    destination: 'destinataire',
    local: 'locale',
    remote: 'distante?',
    from: 'de|depuis',
    to: 'à|vers',
    on: 'sur',
  },
  id: { source: 'sumber|asal|pengirim', destination: 'tujuan|penerima', from: 'dari', to: 'ke|kepada' },
  it: {
    source: 'sorgente|mittente|origine',
    destination: 'destinazione|destinatario',
    local: 'locale',
    remote: 'remot[oa]',
    from: 'da|dal|dalla',
    to: 'a|al|alla|verso',
    on: 'su',
  },
  ja: {
    source: '[送発]信元',
    destination: '宛て?先|あて先|[送着]信先',
    local: 'ローカル|自[局端]',
    remote: 'リモート|相手[先側]?',
  },
  ko: {
    source: '출발지|발신지|송신지',
    destination: '목적지|도착지|수신지|착신지',
    local: '로컬',
    remote: '원격|상대방?',
  },
  nl: {
    source: 'bron|afzender',
    destination: 'doel|bestemming|ontvanger',
    local: 'lokaal|lokale',
    remote: 'externe?',
    from: 'van',
    to: 'naar',
  },
  pl: {
    source: 'źródł(?:o|owy|ow[ae])|nadawca',
    // Alone, before a sign of equality or a colon: Asterisk's CEL is another thing.
    destination: 'docelow[yae]|cel(?=["\']?\\s?[:=])|odbiorca|przeznaczeni[ea]',
    local: 'lokaln[yae]',
    remote: 'zdaln[yae]',
    from: 'od|z',
    to: 'do',
  },
  pt: {
    source: 'origem|remetente|fonte',
    destination: 'destino|destinatário',
    remote: 'remot[oa]',
    from: 'de|da',
    to: 'para',
    on: 'em',
  },
  ro: { source: 'sursă|expeditor', destination: 'destinație|destinatar', from: 'de la', to: 'către' },
  ru: {
    source: 'источник|отправител[ья]',
    destination: 'назначени[ея]|получател[ья]|адресат',
    local: 'локальн(?:ый|ая|ое|ого)',
    remote: 'удал[её]нн(?:ый|ая|ое|ого)',
    from: 'от|с|из',
    to: 'на|к|до',
  },
  sv: {
    source: 'källa|avsändare',
    destination: 'mål|mottagare',
    local: 'lokal',
    remote: 'fjärr|motpart',
    from: 'från',
    to: 'till',
  },
  da: { source: 'kilde|afsender', destination: 'modtager', from: 'fra', to: 'til' },
  tr: {
    source: 'kaynak|g[öo]nderen|kimden',
    destination: 'hedef|al[ıi]c[ıi]|kime',
    local: 'yerel|kendi',
    remote: 'uzak|kar[şs][ıi]',
  },
  uk: {
    source: 'джерел[оа]|відправник',
    destination: 'призначення|одержувач|отримувач',
    local: 'локальн(?:ий|а|ої)',
    remote: 'віддален(?:ий|а|ої)',
    from: 'від|з|із',
    to: 'до',
  },
  vi: { source: 'nguồn', destination: 'đích', from: 'từ', to: 'đến|tới' },
  zh: {
    source: '来源|來源|(?<![\\u4e00-\\u9fff])源(?=\\s?[:：=]|IP|地址|端)|[发發]送方',
    destination: '目[的标]|目標|接收方',
    local: '本[地端机機]',
    remote: '[对對远遠]端|[远遠]程|[对對]方',
    from: '从|自|来自|來自|從',
    to: '(?<![收接])到|至|[发發]往',
  },
};

/** The words of all languages for one thing. */
export const peerWordsAbroad = (thing: keyof Vocabulary): readonly string[] =>
  Object.values(LANGUAGES).flatMap((words) => words[thing] ?? []);
