import { q850CauseNamed } from '../../knowledge/names.ts';
import { phraseBehind } from './phrases.ts';
import { APART_AFTER, APART_BEFORE, anyOf, DONE_AFTER, HTTP_TOO } from './words.ts';

/** What makes a number an answer in a line that speaks of SIP: the words right beside it. */

/** Words that make any number an answer of SIP, on their own. */
const OF_SIP = [
  /SIP\/2\.0 ["']?$/,
  /\bSIP[ _:-]{1,2}(?:(?:non-success|final|provisional|failure|error) )?(?:response|reply|status|code|error|answer|result|cause|resp)(?:[ _-](?:code|status|line|is|of|was)){0,2}["']?[ :=#"'([<-]{0,4}$/i,
  /(?<![a-z])sip_?(?:code|status|term_status|response|resp|hangup_disposition|cause|reason|result)(?:_?(?:code|status))?["']?[ :=]{1,3}["'<[(]?$/i,
  /[a-z]Sip(?:Code|Status|Response|Result|Reason)(?:Code)?["']?[ :=]{1,3}["'<[(]?$/,
  /proto_specific_hangup_cause["']?[:=] ?["']?sip:$/,
  /\bsip=["']?$|[;|,]\s?sip:$/,
  /\bSIP\s*;\s*cause\s*=\s*$/i,
  // Turkish: `SIP yanıtı: 486`, `SIP hata kodu 503`.
  /\bSIP (?:yanıt|cevap|cevab|hata|durum)[ıi]?(?: kodu)?[ :=]{1,3}$/,
];
const SIP_ITSELF = /(?:^|[^\w/])(?:SIP(?: side| tarafına)?:?|sip) ["'([]?$/;
const ALONE = /^(?:[)\],.;|"']|:\s|\s*$| -)/;

/** Nouns of an answer, right before the number. */
const ANSWER = new RegExp(
  '(?<![a-z])(?:(?:status|response|resp|reply|reason|result|error|cause|final|last|new|hangup|disconnect|term|best)[_. -]?){0,3}' +
    '(?:status|code|reply|response|resp|result|reason|cause|error|answer|disposition|recv|ua[sc]|rc|challenge|yanıtı?|cevabı?|kodu|hatası?|nedeni?|sebe(?:p|bi)|durumu?)' +
    '(?:[_ -](?:code|status|line|is|was|of|message|msg|to|by peer|from peer|with|SIP|as)){0,3}' +
    '(?:\\[\\d\\]|\\s?\\((?:SIP|sip)\\))?["\'>)]{0,2}\\s{0,4}[ :=#"\'(\\[<|-]{1,5}$',
  'i',
);
/** Nouns of an answer that also make a number one that nobody registered. */
const SURELY_ANSWER =
  /(?:(?<![a-z])(?:response|reply|replied|answered|rejected with)(?:[ _-](?:code|status|is|with)){0,2}["']?[ :=#"'([<]{1,4}|\bStatus: )$/i;
/** An answer that is told apart: `best answer of 3 branches is 408`. */
const ANSWER_IS = /\b(?:answer|response|reply|result|status|code)(?: [\w-]{1,20}){1,4} (?:is|was) $/;
/** What is done with an answer, with at most three words between. */
const DONE = new RegExp(
  `(?<![a-z])${anyOf`
    got get(?:s|ting)? receiv(?:es?|ed|ing) recv rcvd rx tx sen[dt]s? sending return(?:s|ed|ing)? respond(?:s|ed|ing)?
    repl(?:y|ies|ied|ying) answer(?:s|ed|ing)? reject(?:s|ed|ing)? declin(?:es|ed|ing) fail(?:s|ed|ing)? sa(?:id|ys|ying)
    relay(?:s|ed|ing)? forward(?:s|ed|ing)? retransmit(?:s|ted|ting)? generat(?:es|ed|ing) challeng(?:es|ed|ing)
    collect(?:s|ed|ing)? pick(?:s|ed|ing)? skip(?:s|ped|ping)? choos(?:es|ing) chose select(?:s|ed|ing)? others\swere expect(?:s|ed|ing)?
    wait(?:s|ed|ing)?\sfor instead\sof (?<!(?<![\d.:])\d{1,6}\s|\b(?:busy|connected|bridged|linked|talking|speaking|along)\s)with then late still reliable provisional unexpected ignor(?:es|ed|ing)
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
    ringing ring(?=\s?[([]) busy reject(?:ed|ion) declined cancell?ed fail(?:ed|ure) forbidden unauthori[sz]ed challenged?
    time(?:d\s)?-?out terminated disconnected unavailable refused denied not\sfound progress trying redirected ok success(?:ful)? regist(?:er|ration)
    route\[\w{1,30}\]`}(?: -|[:,-])? ?["'([<]{0,2}$`,
  'i',
);
/** What was wrong, apart from the number: `event not supported: 489`, `interval too small, 422`. */
const FAULT = new RegExp(
  `(?<![a-z])(?:${anyOf`not no too`}(?: [a-z]{2,15}){1,3}|${anyOf`unsupported mismatch exceeded overload(?:ed)? missing invalid malformed expired`})(?:[:,] | \\()$`,
);
/** A participle or its like before brackets: `stored offline (202)`. */
const ENDED =
  /(?:[a-z]{2}ed|[a-z]{2}ing|offline|down)(?: (?:once|twice|again|locally|upstream|\d{1,3} times|by (?:the |our |its )?(?:server|peer|remote|registrar|proxy|carrier|provider|gateway|upstream|far end|callee|network)))? \($/;
/** `rejected the call (603)` */
const ENDED_CALL =
  /[a-z]{2}(?:ed|ing) (?:the |this |our |its )?(?:call|request|registration|transfer|session|subscription|offer|attempt|leg) \($/;
const FAILED_AFTER =
  /\b(?:down|failed|g(?:ave|iving) up|retry|re(?:try|subscrib|register)ing|rerout(?:ed|ing)|failover|again|inactive|s) (?:after|on|upon) (?:an? )?$/i;
const BRANCH = /\b(?:branch|leg|fork) \w{1,20} ?(?:<-|->|=>|:|=) ?$/i;
/** What became of something in words, and its code: `with status No transport [503]`. */
const STATUS_IN_WORDS = /\bstatus (?:[A-Za-z]{1,20} ){1,5}[[(]$/;
const STATE = /\[\w{1,20}\]\[$/;
const ARROW_BEFORE = /(?:<-{2,}|-{2,}>|<={2,}|={2,}>|(?<!(?<![\w.:])\d{2,5} ?)→|←|<<|>>)\s{0,12}$/;
const ARROW_AFTER = /^(?:\s{0,12}<?-{2,})/;

const ANSWER_AFTER = new RegExp(
  `^["')\\]]? ${anyOf`
    repl(?:y|ies) responses? answers? challenge error status final provisional generated relayed forwarded absorbed
    retransmitted (?:sent|received)\s(?:to|from|by|back|upstream|downstream|for|with) with(?:out)?\s(?:SDP|body|early\smedia)
    (?:was|is|were|has\sbeen|had\sbeen)\s(?:sent|received|seen|relayed|forwarded|ignored|returned)`}\\b(?![=:])`,
);
/** What a cause became, or came from: `cause 34 -> 503`, `486 => cause 17`. */
const MAPPED_BEFORE =
  /[Cc]ause(?: code| value)?[ =:#]{1,2}\d{1,3}\)? ?(?:-{1,2}>|=>|→|\/|as|to|becomes|is|(?:is )?mapped to) ?(?:SIP )?$/;
const MAPPED_AFTER = /^ ?(?:-{1,2}>|=>|→|\/) ?(?:(?:Q\.?850|Q\.?931|ISDN|ISUP)[ :]?)?cause\b/i;
/** `PJSIP_SC_BUSY_HERE (486)`, `Reason header of 503`, `A-leg 480`, `3 times 408` */
const NAMED_BEFORE =
  /(?:SIP_[A-Z_]{3,40} ?[([=:]? ?|\bheader (?:of|in) (?:the |an? )?|(?<![\w-])[AB]-leg |\b\d{1,2} (?:times|kez|kere|defa) )$/;
/** Which way an answer goes, or what it becomes. */
const TOWARDS_AFTER =
  /^["')]? (?:(?:up|down)stream\b|(?:is |was )?(?:mapped|translated|converted|changed|rewritten) (?:in)?to\b)/;
/** Whom an answer goes to or comes from: parties that only a call has, and others. */
const PARTY_OF_CALL = anyOf`caller callee carrier originator UE UA[CS] [AB]\s?-?(?:leg|side|party)`;
const OTHER_PARTY = anyOf`
  peer upstream downstream UA client proxy registrar gateway provider trunk endpoint far\send
  remote(?:\s(?:party|side|end|peer|ua))? (?:leg|side|party|branch|fork)\s\w{1,12}`;
const TO_OR_FROM = `^["')]? (?:back )?(?:to|from|by) (?:the |an? |our |its )?`;
const OTHER_PARTY_AFTER = new RegExp(`${TO_OR_FROM}${OTHER_PARTY}\\b`, 'i');
const PARTY_OF_CALL_AFTER = new RegExp(`${TO_OR_FROM}${PARTY_OF_CALL}\\b`, 'i');
/** `declined with 603` */
const ANSWERED_BEFORE =
  /\b(?:answer|respond|reply|replie|reject|declin|refus)(?:s|d|e|es|ed|ing)?(?: it| the call| the request)?(?: with| by)?:? $/i;
/** `, 486 returned` */
const RETURNED_AFTER = /^["']? (?:returned|replied)(?=$|[.,;)]| (?:and|to|by)\b)/;
const ARTICLE_BEFORE = /(?<![\p{L}\d_])(?:an?|the) ["'(]?$/iu;
export const ARTICLE_AFTER =
  /^["')]?(?:[.,;)]|\s*$| (?:from|back|in|for|on|to|and|or|after|within|was|is|at|when|because|came|arrived|never|will)\b)/;
const CAUSE_AHEAD = /(?<![A-Z_])([A-Z]{1,30}(?:_[A-Z]{1,30}){1,6})[\])]? [([]$/;
const CAUSE_BEHIND = /^ ["'([]?([A-Z]{1,30}(?:_[A-Z]{1,30}){1,6})(?![A-Z_])/;

/** Whether the number stands beside the name of the protocol, which needs no other witness: `"sip_code":480`. */
export const isOfSip = (before: string): boolean => OF_SIP.some((pattern) => pattern.test(before));

/** Whether something is answered with a number, or it goes to a party of a call. */
export const isTelling = (before: string, after: string): boolean =>
  ANSWERED_BEFORE.test(before) || PARTY_OF_CALL_AFTER.test(after);

/** Whether a number goes to a party, or comes from one, that other protocols have, too. */
export const hasParty = (after: string): boolean => OTHER_PARTY_AFTER.test(after);

export const isBesideSip = (before: string, after: string): boolean => SIP_ITSELF.test(before) && ALONE.test(after);

/** Whether even a number that nobody registered is an answer. */
export const isSurelyAnswer = (before: string): boolean => isOfSip(before) || SURELY_ANSWER.test(before);

/** `sip.c:404`: behind a colon without a blank, only a field has a code. */
export const isSourceLine = (before: string): boolean => /[\w)]:$/.test(before) && !ANSWER.test(before);

export const isAnswer = (code: number, before: string, after: string): boolean =>
  isAnswerByWhatFollows(code, after) ||
  isAnswerByWhatPrecedes(before) ||
  isBesideSip(before, after) ||
  isBesideCause(before, after) ||
  (FAULT.test(before) && (APART_AFTER.test(after) || DONE_AFTER.test(after))) ||
  (/[:|] $/.test(before) && /^ - [A-Z]/.test(after)) ||
  (!HTTP_TOO.has(code) && APART_BEFORE.test(before) && RETURNED_AFTER.test(after)) ||
  (ARTICLE_BEFORE.test(before) && ARTICLE_AFTER.test(after));

const isAnswerByWhatPrecedes = (before: string): boolean =>
  ANSWER.test(before) ||
  ANSWER_IS.test(before) ||
  DONE.test(before) ||
  OUTCOME.test(before) ||
  STATE.test(before) ||
  STATUS_IN_WORDS.test(before) ||
  ENDED.test(before) ||
  ENDED_CALL.test(before) ||
  BRANCH.test(before) ||
  FAILED_AFTER.test(before) ||
  MAPPED_BEFORE.test(before) ||
  NAMED_BEFORE.test(before) ||
  ARROW_BEFORE.test(before);

const isAnswerByWhatFollows = (code: number, after: string): boolean =>
  phraseBehind(code, after).near ||
  MAPPED_AFTER.test(after) ||
  ARROW_AFTER.test(after) ||
  ANSWER_AFTER.test(after) ||
  PARTY_OF_CALL_AFTER.test(after) ||
  TOWARDS_AFTER.test(after);

/** `486 USER_BUSY`, `[NO_USER_RESPONSE] (408)` */
function isBesideCause(before: string, after: string): boolean {
  const name = CAUSE_AHEAD.exec(before)?.[1] ?? CAUSE_BEHIND.exec(after)?.[1];
  return name !== undefined && q850CauseNamed(name) !== undefined;
}
