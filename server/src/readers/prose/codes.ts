import type { StatusCodeFact } from '../../knowledge/facts.ts';
import { q850CauseNamed, statusCode, statusWithPhrase } from '../../knowledge/names.ts';
import { methodAlternatives } from '../log/patterns.ts';
import { anyOf, around, type Evidence, isKnownCode, METHOD, phraseBehind } from './words.ts';

/** Status codes in prose: numbers that the words around them make an answer of SIP. */

export interface CodeFound {
  readonly code: number;
  /** Of the number in the text. */
  readonly start: number;
  /** The method that it answers, where the words beside it say so. */
  readonly request?: string;
  /** The standard phrase beside it, as a half-open range in the text. */
  readonly phrase?: readonly [number, number];
}

/** Three digits that are no part of an address, a time, a decimal, a date, a version or a name. */
const NUMBER =
  /(?<![\w.@#+$€£%\\]|\d[:,]|(?<!-)-)(?:[1-6]\d\d|702)(?!\w|[@%€$£]|[.:]\d|,(?![1-6]\d\d(?!\d))\d|\/(?![1-6]\d\d(?!\d))\d|-[\da-z])/g;

/** What is measured is no code. */
const MEASURED = new RegExp(
  `^[\\])]? ?${anyOf`ms msec sec s kB KB MB GB kbps [km]?Hz kbit bytes? seconds of\s\d+ EUR USD TL px h min saniye sn dk adet kayıt`}(?![a-z])`,
);
/** Nor is what is counted: a noun in the plural follows. The words that end in `s` and are none stand first. */
const COUNTED = new RegExp(
  `^ (?!${anyOf`
    is was has as its this does means says causes arrives comes triggers indicates confirms ends matches follows goes gets
    needs stops starts status responses? towards across always unless plus versus thus`}\\b)(?:[a-z]{2,20}s|children|people)(?![a-z])`,
);
/** `486 lost 3`: figures of a statistic. */
const FIGURE = new RegExp(
  `^ (?!${anyOf`after in on at by with within from for to and or then of is was via over`}\\b)[a-z]{2,15} \\d`,
);
/** Behind the name of a field, nothing is counted. */
const FIELD_BEFORE = /[a-z][:=] ?["'<([]?$/i;
/** What a number names other than an answer. */
const NAMES_ANOTHER = new RegExp(
  `(?:^|[^a-z])${anyOf`
    port ext(?:ension)? line user dahili numara kanal oda pid thread id size length index cseq queue expires timer account agent duration
    count version build level width height sqlstate errno took qualify rtt latency delay load total max min avg seq
    attempts? online active payload ssrc
    (?:exit|return|area|country|dial(?:ing)?|access|feature|postal|user|key|source|zip|pin)[\s_-]?(?:code|status)`}["']?[ :=#]{1,3}["']?$`,
  'i',
);

/** Words that make any number an answer of SIP, on their own. */
const OF_SIP = [
  /SIP\/2\.0 ["']?$/,
  /\bSIP[ _:-]{1,2}(?:(?:non-success|final|provisional|failure|error) )?(?:response|reply|status|code|error|answer|result|cause|resp)(?:[ _-](?:code|status|line|is|of|was)){0,2}["']?[ :=#"'([<-]{0,4}$/i,
  /(?<![a-z])sip_?(?:code|status|term_status|response|resp|hangup_disposition|cause|reason|result)(?:_?(?:code|status))?["']?[ :=]{1,3}["'<[(]?$/i,
  /proto_specific_hangup_cause["']?[:=] ?["']?sip:$/,
  /\bsip=["']?$|[;|,]\s?sip:$/,
  /\bSIP\s*;\s*cause\s*=\s*$/i,
  // Turkish: `SIP yanıtı: 486`, `SIP hata kodu 503`.
  /\bSIP (?:yanıt|cevap|cevab|hata|durum)[ıi]?(?: kodu)?[ :=]{1,3}$/,
];
const SIP_ITSELF = /(?:^|[^\w/])SIP:? ["'([]?$/;
const ALONE = /^(?:[)\],.;|"']|\s*$| -)/;
const TO_METHOD = new RegExp(`^\\/(${METHOD})`);

/** Nouns of an answer, right before the number. */
const ANSWER = new RegExp(
  '(?<![a-z])(?:(?:status|response|resp|reply|reason|result|error|cause|final|last|new|hangup|disconnect|term|best)[_. -]?){0,3}' +
    '(?:status|code|reply|response|resp|result|reason|cause|error|answer|recv|ua[sc]|rc|challenge|yanıtı?|cevabı?|kodu|hatası?|nedeni?|durumu?)' +
    '(?:[_ -](?:code|status|line|is|was|of|message|msg|to|by peer|from peer|with|SIP|as)){0,3}' +
    '(?:\\[\\d\\]|\\s?\\((?:SIP|sip)\\))?["\'>)]{0,2}\\s{0,4}[ :=#"\'(\\[<|-]{1,5}$',
  'i',
);
/** Nouns of an answer that also make a number one that nobody registered. */
const SURELY_ANSWER =
  /(?:(?<![a-z])(?:response|reply|replied|answered|rejected with)(?:[ _-](?:code|status|is|with)){0,2}["']?[ :=#"'([<]{1,4}|\bStatus: )$/i;
/** What is done with an answer, with at most three words between. */
const DONE = new RegExp(
  `(?<![a-z])${anyOf`
    got get(?:s|ting)? receiv(?:es?|ed|ing) recv rcvd rx tx sen[dt]s? sending return(?:s|ed|ing)? respond(?:s|ed|ing)?
    repl(?:y|ies|ied|ying) answer(?:s|ed|ing)? reject(?:s|ed|ing)? declin(?:es|ed|ing) fail(?:s|ed|ing)? said says
    relay(?:s|ed|ing)? forward(?:s|ed|ing)? retransmit(?:s|ted|ting)? generat(?:es|ed|ing) challeng(?:es|ed|ing)
    collect(?:s|ed|ing)? pick(?:s|ed|ing)? choos(?:es|ing) chose select(?:s|ed|ing)? others\swere expect(?:s|ed|ing)?
    wait(?:s|ed|ing)?\sfor instead\sof (?<!\d\s)with then late reliable provisional unexpected ignor(?:es|ed|ing)
    absorb(?:s|ed|ing) acknowledg(?:es|ed|ing) treat(?:s|ed|ing) overrid(?:es|ing) overridden\s(?:to|by|with) terminated releas(?:es|ed|ing)
    redirect(?:s|ed|ing)? synthesi[sz](?:es|ed|ing)
    (?:map(?:s|ped|ping)?|convert(?:s|ed|ing)?|translat(?:es|ed|ing)|chang(?:es|ed|ing))\sto
    (?:finished|ended)\swith event\s[ir]_\w{1,20}`}` +
    `(?:[,:]? ${anyOf`an? the SIP code status response reply final provisional reliable error back as by message cause reason local upstream another late early`}){0,3}[ ,:=]{1,2}["'([<]{0,2}$`,
  'i',
);
/** How a call or a registration ended, right before the number. */
const OUTCOME = new RegExp(
  `(?<![a-z])${anyOf`
    ring(?:ing)? busy reject(?:ed|ion) declined cancell?ed fail(?:ed|ure) forbidden unauthori[sz]ed challenged?
    time(?:d\s)?-?out terminated disconnected unavailable refused denied not\sfound progress trying redirected ok success(?:ful)? regist(?:er|ration)
    route\[\w{1,30}\]`}(?: -|[:,-])? ?["'([<]{0,2}$`,
  'i',
);
/** A participle or its like before brackets: `stored offline (202)`, `reddedildi (481)`. */
const ENDED = /(?:[a-z]{2}ed|[a-z]{2}ing|offline|down|[dt][ıiuü]|aşımı|meşgul) \($|(?:aşımı|meşgul|hatası): $/;
const FAILED_AFTER =
  /\b(?:down|failed|gave up|retry|retrying|rerout(?:ed|ing)|failover|again|inactive|s) (?:after|on|upon) (?:an? )?$/i;
const BRANCH = /\b(?:branch|leg|fork) \w{1,20} ?(?:<-|->|=>|:|=) ?$/i;
/** What became of something in words, and its code: `with status No transport [503]`. */
const STATUS_IN_WORDS = /\bstatus (?:[A-Za-z]{1,20} ){1,5}[[(]$/;
const STATE = /\[\w{1,20}\]\[$/;
const ARROW_BEFORE = /(?:<-{2,}|-{2,}>|<={2,}|={2,}>|→|←|<<|>>)\s{0,12}$/;
const ARROW_AFTER = /^(?:\s{0,12}<?-{2,})/;
const METHOD_BEFORE = new RegExp(
  `(${METHOD})["'\\])]?(?:\\s?(?:-+>|=>|→|:|,|=|\\/|\\||result|for|to|iste[ğk]i(?:ne)?)(?: an?| the)?)?\\s?["'(\\[]?$`,
);
const METHOD_AFTER = new RegExp(
  `^(?:(?:^| )["'(]?[A-Za-z/-]{2,20}["')]?(?= )){0,5} (?:for|to|on|in) (?:(?:an?|the|[a-z][a-z-]{2,15}) ){0,2}(${METHOD})`,
);
const ANSWER_AFTER = new RegExp(
  `^["')\\]]? ${anyOf`
    repl(?:y|ies) responses? answers? challenge error status final provisional generated relayed forwarded absorbed
    retransmitted (?:sent|received)\s(?:to|from|by|back|upstream|downstream|for|with) with(?:out)?\s(?:SDP|body|early\smedia)
    (?:was|is|were|has\sbeen|had\sbeen)\s(?:sent|received|seen|relayed|forwarded|ignored|returned)`}\\b(?![=:])`,
);
const ANSWER_AFTER_TR =
  /^(?:['’]\p{Ll}{1,5})? (?:ile(?! başl)|yanıt|ceva[pb]|kodu|hatası|dön|alın|aldı|gel(?!en)|gönder(?!ilen)|mesajı|ver(?:di|il|iyor|ecek|ildi)|bekle(?!yen))/u;
const ARTICLE_BEFORE = /(?:^|[^\w])(?:an?|the) ["'(]?$/i;
const ARTICLE_AFTER = /^["')]?(?:[.,;)]|\s*$| (?:from|back|in|for|on|to|and|or|after|within|was|is|at|when|because)\b)/;
/** Between marks, or behind what was said of: `re-INVITE sent, 200 in 18 ms`, `event not supported: 489`. */
const APART_BEFORE = /(?:^|(?<!\d)[,;|]\s|\s[([]|\s[-–—|/]\s|leg |\S\s[\w.:@>"')-]{2,40}:\s)["']?$/;
const APART_AFTER = /^["']?(?:\s?[,;)\]|/]|\.?\s*$|\.\s| in \d| \()/;
/** Whoever is spoken of there. */
const METHOD_OR_USER = new RegExp(`${METHOD}|\\bsips?:[^\\s@]{1,64}@`);
/** Between codes that are named together: `180/183`, `408, 480 or 503`. */
const NAMED_TOGETHER = /^(?:\/|\||,|, | or | and |, or |, and | then |, then | veya | ve )$/;

const CAUSE_AHEAD = /(?<![A-Z_])([A-Z]{1,30}(?:_[A-Z]{1,30}){1,6})[\])]? [([]$/;
const CAUSE_BEHIND = /^ ["'([]?([A-Z]{1,30}(?:_[A-Z]{1,30}){1,6})(?![A-Z_])/;
const PHRASE_BEFORE = /([A-Z][A-Za-z/ -]{1,40}) [[(]$/;

/** The status codes of a text that speaks of SIP, in order. */
export function codesIn(text: string, sip: Evidence): readonly CodeFound[] {
  const found: CodeFound[] = [];
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    const last = found.at(-1);
    const together = last !== undefined && NAMED_TOGETHER.test(text.slice(last.start + 3, index));
    const one = codeAt(text, index, Number(digits), { together, sip });
    if (one) found.push(one);
  }
  return found;
}

interface Company {
  /** Whether another code stands right before. */
  readonly together: boolean;
  readonly sip: Evidence;
}

function codeAt(text: string, start: number, code: number, company: Company): CodeFound | undefined {
  const { before, after } = around(text, start, start + 3);
  if (isFigure(before, after)) return undefined;
  const phrase = phraseBeside(code, start, before, after);
  const request = (TO_METHOD.exec(after) ?? METHOD_AFTER.exec(after) ?? METHOD_BEFORE.exec(before))?.[1];
  if (before.endsWith('/') && !company.together && !request) return undefined;
  const known =
    isKnownCode(code) &&
    !isSourceLine(before) &&
    (phrase || request || isAnswer(code, before, after) || isInCompany(company, text, before, after));
  if (!known && !isSurely(before, after)) return undefined;
  return { code, start, ...(request ? { request: bareMethod(request) } : {}), ...(phrase ? { phrase } : {}) };
}

const isFigure = (before: string, after: string): boolean =>
  MEASURED.test(after) ||
  NAMES_ANOTHER.test(before) ||
  (!FIELD_BEFORE.test(before) && (COUNTED.test(after) || FIGURE.test(after)));

/** `sip.c:404`: behind a colon without a blank, only a field has a code. */
const isSourceLine = (before: string): boolean => /[\w)]:$/.test(before) && !ANSWER.test(before);

/** Even where nobody registered the code. */
const isSurely = (before: string, after: string): boolean =>
  OF_SIP.some((pattern) => pattern.test(before)) || SURELY_ANSWER.test(before) || TO_METHOD.test(after);

const isInCompany = ({ together, sip }: Company, text: string, before: string, after: string): boolean =>
  together || (sip === 'sure' && APART_BEFORE.test(before) && APART_AFTER.test(after) && METHOD_OR_USER.test(text));

const isAnswer = (code: number, before: string, after: string): boolean =>
  ANSWER.test(before) ||
  DONE.test(before) ||
  OUTCOME.test(before) ||
  STATE.test(before) ||
  STATUS_IN_WORDS.test(before) ||
  ENDED.test(before) ||
  BRANCH.test(before) ||
  FAILED_AFTER.test(before) ||
  (SIP_ITSELF.test(before) && ALONE.test(after)) ||
  phraseBehind(code, after).near ||
  isBesideCause(before, after) ||
  (/[:|] $/.test(before) && /^ - [A-Z]/.test(after)) ||
  ARROW_BEFORE.test(before) ||
  ARROW_AFTER.test(after) ||
  ANSWER_AFTER.test(after) ||
  ANSWER_AFTER_TR.test(after) ||
  (ARTICLE_BEFORE.test(before) && ARTICLE_AFTER.test(after));

/** `486 USER_BUSY`, `[NO_USER_RESPONSE] (408)` */
function isBesideCause(before: string, after: string): boolean {
  const name = CAUSE_AHEAD.exec(before)?.[1] ?? CAUSE_BEHIND.exec(after)?.[1];
  return name !== undefined && q850CauseNamed(name) !== undefined;
}

function phraseBeside(code: number, start: number, before: string, after: string): CodeFound['phrase'] {
  const behind = phraseBehind(code, after);
  if (behind.length > 0) return [start + 3 + behind.start, start + 3 + behind.start + behind.length];
  const standard = statusCode(code)?.phrase;
  const ahead = PHRASE_BEFORE.exec(before)?.[1];
  const written = standard && ahead?.slice(-standard.length);
  if (!written || written.toLowerCase() !== standard.toLowerCase() || !/^[A-Z]/.test(written)) return undefined;
  return [start - 2 - standard.length, start - 2];
}

const AGAIN = new RegExp(`^re-?(?=(?:${methodAlternatives})$)`, 'i');

/** `INVITE` for `re-INVITE`; `REFER` begins with no such prefix. */
export const bareMethod = (written: string): string => written.replace(AGAIN, '').toUpperCase();

export interface PhraseFound {
  readonly fact: StatusCodeFact;
  readonly start: number;
  readonly end: number;
}

const PHRASE_ALONE =
  /\b(?:reason|phrase|response|text)(?:[_-]?(?:phrase|text))?["']?\s?[:=]\s{0,2}["'<([]([A-Z][A-Za-z/ -]{1,40})["'>)\]]/dgi;

/** Standard phrases without their code, in quotes or brackets behind the word for them: `reason: <Busy Here>`. */
export function phrasesIn(text: string): readonly PhraseFound[] {
  return [...text.matchAll(PHRASE_ALONE)].flatMap(({ 1: phrase = '', indices }) => {
    const fact = statusWithPhrase(phrase);
    const [start, end] = indices?.[1] ?? [0, 0];
    return fact ? [{ fact, start, end }] : [];
  });
}
