import { eventPackages } from '../../knowledge/facts.ts';
import { anyOf, METHOD } from './words.ts';

/** Whether a line speaks of methods of SIP, and not of English verbs, statements or flags in capitals. */

const OTHER_METHOD = '(?:REGISTER|SUBSCRIBE|BYE|REFER|CANCEL|NOTIFY|OPTIONS|PUBLISH)';
const DONE_WITH_METHOD = anyOf`
  [Ss]ent [Ss]end(?:ing|s)? [Rr]eceived? [Rr]eceiving [Rr]ecv rcvd [RT][Xx](?:\s?[|:>])? [Gg]ot [Ii]ncoming [Oo]utgoing [Ii]nbound
  [Oo]utbound [Rr]etransmit\w* [Uu]nexpected [Rr]eject(?:ed|ing)? [Pp]rocess(?:ed|ing)? [Mm]ethod [Kk]eep-?alive (?:[Ii]ncoming|[Oo]utgoing)\srequest
  [Pp]rob(?:ed?|ing)(?:\s(?:with|by))? (?:[Rr]espon[ds]e?|[Rr]eply|[Aa]nswer)\s(?:to|for)(?:\s\d{1,3})? [Ww]aiting\sfor [Aa]waiting`;
const DONE_BY_METHOD = anyOf`
  requests?\b transaction response retransmission timed?\s?out sent received rejected accepted declined refused denied ignored failed answered
  unanswered unsupported expired lost challenged forked relayed forwarded refresh flood failures? attempts? keep-?alive ping per\s
  iste[ğk] süresi deneme yokla ile\syokla al[ıi]nd gönder yanıts cevaps gel[dm] ulaş yolla reddedil fırtına taşkın`;
/** Who or what is invited to something else. */
export const INVITED = '(?:codes?|links?|tokens?|only|friends?|team|members?|people|colleagues)';
/** Methods whose capitals nobody else writes, and the others where something is done with them. */
const METHOD_IN_USE = new RegExp(
  [
    `\\b(?:SIP|sip) ${OTHER_METHOD}\\b`,
    `${METHOD} in (?:the )?Allow\\b`,
    // What it has in it: `From in NOTIFY`, `NOTIFY check-sync`.
    `\\b${anyOf`From To Via Contact CSeq Call-ID Expires Event Require`} (?:tag |header |missing )?in (?:an? |the )?${OTHER_METHOD}\\b`,
    `\\b(?:NOTIFY|SUBSCRIBE) (?:for |of )?["']?(?:${eventPackages.map(({ name }) => name).join('|')})(?![\\w.-])`,
    // What an ACK is for, or did not come for.
    '\\bACK(?: [a-z]{2,12}){0,4} (?:for|to|of|after|on) (?:an? |the |our |its |final )?[2-6]\\d\\d(?= ?(?:$|[.,;:)(]|OK|and |from |to |in |but ))',
    // Kamailio's mark of a call: `{1 3 REGISTER call-id}`.
    '\\{\\d{1,3} \\d{1,10} [A-Z]{3,12} [^}\\s]',
    `\\b(?:[Rr]e-?)?INVITE\\b(?! ${INVITED}\\b)`,
    '\\bPRACK\\b|\\bstray ACK\\b|\\b[Rr]e-REGISTER\\b',
    `\\b${DONE_WITH_METHOD}[=:]? ["'(<[]?(?:(?:an?|the|initial|unsolicited|unexpected|stray|late|duplicate|first|second|new|empty) ){0,2}${OTHER_METHOD}\\b`,
    `\\b[Mm]ethod["']?\\s?[:=]\\s{0,3}["'<]?(?!OPTIONS)${OTHER_METHOD}\\b`,
    `\\b${OTHER_METHOD} (?:(?:was|is|has been|got|gets) )?${DONE_BY_METHOD}`,
    // Turkish: `NOTIFY ile istendi`; what is on a button is pressed `ile`, too.
    '\\b(?:NOTIFY|SUBSCRIBE|REFER|BYE|PUBLISH) ile\\b',
    // Whose it was: `REGISTER of bridge phone refreshed`.
    '\\b(?:REGISTER|SUBSCRIBE|NOTIFY|REFER|BYE) (?:of|from|by)(?: [a-z]\\w{1,20}){1,3} (?:rejected|refreshed|received|accepted|answered|challenged|failed|ignored|dropped)\\b',
    // To or from somebody: `REGISTER of 4005`, `SUBSCRIBE  alice@example.com`.
    `\\b${OTHER_METHOD}(?: (?:from|of|by|to))?\\s{1,10}(?:<?sips?:|[\\w.+-]{1,64}@\\w|\\+?\\d{3,}\\b|\\d{1,3}\\.\\d{1,3}\\.\\d)`,
    `\\b${OTHER_METHOD}\\s?(?:-+>|=>|→|:)?\\s?[1-6]\\d\\d\\b`,
    `\\b${OTHER_METHOD}\\s?-{2,}>|(?:<-{2,9}|(?<!-)-{2,40}>)\\s?(?:${OTHER_METHOD}|ACK)\\b`,
    `\\b[1-6]\\d\\d\\b(?: [A-Za-z/-]{2,20}){0,4} (?:for|to|after|before) ${OTHER_METHOD}\\b`,
    // `RX | 202 Accepted`, `INFO from 192.0.2.62 -> 200`
    '\\b[RT]X\\b\\W{1,4}[1-6]\\d\\d [A-Z][a-z]',
    `${METHOD} (?:from|to) \\S{1,60} ?(?:-+>|=>|→|:) ?[1-6]\\d\\d\\b`,
    // Ladders: `<--407--`, `180 <----------`.
    '<-{1,9}\\s?[1-6]\\d\\d\\s?-|-\\s?[1-6]\\d\\d\\s?-{1,9}>|(?<![\\w.])[1-6]\\d\\d\\s{1,9}<-{3}',
  ].join('|'),
);
const ANY_OTHER_METHOD = new RegExp(`\\b(?:${OTHER_METHOD}|ACK)\\b`);
/** What a method is spoken of with. */
const OF_METHODS =
  /\bdialog(?:ue)?\b(?! (?:box|window))|\b(?:registration|binding|Expires|nonce|realm|peer|watcher|subscription|retransmi\w+|transaction)\b/i;
const ANY_METHOD = new RegExp(METHOD, 'g');
/** Methods that are English verbs, in a sentence that only shouts: `REFER to section 4`, `please NOTIFY the owner`. */
const VERB = new RegExp(
  `(?:\\b[Pp]lease |\\b[Kk]indly |\\b[Yy]ou (?:may|must|can|should) )?\\b(?:REFER|NOTIFY|UPDATE|CANCEL|REGISTER|SUBSCRIBE|PUBLISH|INVITE|ACK)(?= (?:to )?${anyOf`
    the your our my this that these all us me it section page chapter table figure appendix step manual`}\\b)`,
  'g',
);
/** `OPTIONS saved, CANCEL discarded` */
const ON_BUTTONS: ReadonlySet<string> = new Set(['OPTIONS', 'CANCEL']);
/** Nobody means a transaction who lists TCP flags. */
const TCP_FLAGS = /\b(?:SYN|RST|FIN|PSH)\b/;

/** Whether something is done with a method that only SIP can mean. */
export const usesMethod = (text: string): boolean => METHOD_IN_USE.test(text) || hasTwoMethods(text);

/** Whether a method is named; what speaks of it, too, makes it one of SIP. */
export const namesMethod = (text: string): boolean => ANY_OTHER_METHOD.test(text) && !TCP_FLAGS.test(text);

/** Whether words of transactions and dialogs are there. */
export const speaksOfMethods = (text: string): boolean => OF_METHODS.test(text);

function hasTwoMethods(text: string): boolean {
  if (TCP_FLAGS.test(text)) return false;
  const names = new Set(text.replace(VERB, '').match(ANY_METHOD));
  for (const level of ['INFO', 'MESSAGE', 'UPDATE']) names.delete(level);
  return names.size > 1 && [...names].some((name) => !ON_BUTTONS.has(name));
}
