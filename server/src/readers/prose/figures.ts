import { anyOf, isKnownCode, METHOD } from './words.ts';

/** Numbers that are no codes, whatever a line speaks of: they measure, count or name something. */

/** What is measured is no code. */
const MEASURED = new RegExp(
  `^[\\])]? ?${anyOf`ms msec sec s kB KB MB GB kbps [km]?Hz kbit bytes? seconds of\s\d+ EUR USD TL px h min saniye sn dk adet kayıt`}(?![a-z])`,
);
/** Nor is what is counted: a noun in the plural follows. The words that end in `s` and are none stand first. */
const COUNTED = new RegExp(
  `^ (?!${anyOf`
    is was has as its expires this does means says causes arrives comes triggers indicates confirms ends matches follows goes gets
    needs stops starts status responses? towards across always unless plus versus thus`}\\b)(?:[a-z]{2,20}s|children|people)(?![a-z])`,
);
/** `486 lost 3`: figures of a statistic. */
const FIGURE = new RegExp(
  `^ (?!${anyOf`after in on at by with within from for to and or then of is was via over expires since until answered got rx tx`}\\b)[a-z]{2,15} \\d`,
);
/** Behind the name of a field, nothing is counted. */
const FIELD_BEFORE = /[a-z][:=] ?["'<([]?$/;
/** What a number names other than an answer. */
const NAMES_ANOTHER = new RegExp(
  `(?:^|[^a-z])${anyOf`
    port ext(?:ension)? line user dahili numara kanal oda pid thread id size length index cseq queue expires timer account agent duration
    count version build level width height sqlstate errno took qualify rtt latency delay load total max min avg seq
    attempts? online active payload ssrc storm flood burst rate sayısı adedi toplam süresi? numarası hedef gelen giden kaçan cevaplanan kuyruk
    müşteri temsilci ortalama abone arayan aranan
    (?:exit|return|area|country|dial(?:ing)?|access|feature|postal|user|key|source|zip|pin)[\s_-]?(?:code|status)`}["']?[ :=#]{1,3}["']?$`,
  'i',
);

/** `session-timer: 422 received`: a line begins with the name of its program. */
const PROGRAM_BEFORE = /^[a-z]\w*-[\w-]{1,30}: $/;
/** Somebody's number in brackets: `from alice (404)`. */
const WHO_BEFORE = new RegExp(
  `\\b${anyOf`to from for by with user calle[re] called calling agent`} ["']?(?!${anyOf`the an? calle[re] carrier peer server proxy remote upstream`} )[a-z][\\w.@-]{0,40}["']? \\($`,
);
/** `forwarding 404 to 200`: whom to whom. */
const WHOM_BEFORE = /\b(?:forward|transfer|redirect|rout|divert)\w{0,5} $/i;
const TO_WHOM_AFTER = /^ to \d{2,}\b(?!\.)/;
/** `200 sent, 198 answered, 2 lost`, or `total 480, failed 183, ratio 0.38`: figures of a tally. */
const TALLY =
  '(?:sent|returned|received|replied|relayed|forwarded|ignored|seen|answered|failed|lost|dropped|rejected|pending|ok|total|ratio)';
const TALLIED = new RegExp(`(?:^|[,;:(]\\s|\\band )(\\d{1,9}) ${TALLY}\\b|\\b${TALLY} (\\d[\\d.]{0,8})(?=$|[,;])`, 'g');
const TALLIED_AFTER = new RegExp(`^ ${TALLY}\\b`);
const TALLIED_BEFORE = new RegExp(`\\b${TALLY} $`);
/** `INVITE=200, BYE=180, CANCEL=18` */
const METHODS_TALLIED = new RegExp(`(?:${METHOD}["']?[ :=]{1,2}\\d{1,6}(?!\\w)[,;|]? ?){2,}`);

/** Whether a number measures, counts or names something. */
export const isFigure = (before: string, after: string): boolean =>
  MEASURED.test(after) ||
  (NAMES_ANOTHER.test(before) && !PROGRAM_BEFORE.test(before)) ||
  WHO_BEFORE.test(before) ||
  (TO_WHOM_AFTER.test(after) && WHOM_BEFORE.test(before)) ||
  (!FIELD_BEFORE.test(before) && (COUNTED.test(after) || FIGURE.test(after)));

/** Whether a number stands where one of a tally does. */
export const isTallied = (before: string, after: string): boolean =>
  TALLIED_AFTER.test(after) || (TALLIED_BEFORE.test(before) && /^(?:$|[,;])/.test(after));

/** Whether a text holds a tally: where one of its figures is no code, none is. */
export const isTally = (text: string): boolean =>
  [...text.matchAll(TALLIED)].some(({ 1: ahead, 2: behind }) => !isKnownCode(Number(ahead ?? behind)));

/** Whether methods are counted in a text. */
export const isTallyOfMethods = (text: string): boolean =>
  (METHODS_TALLIED.exec(text)?.[0].match(/\d+/g) ?? []).some((figure) => !isKnownCode(Number(figure)));
