import { headerFields } from '../../knowledge/facts.ts';
import { headerFieldNamed } from '../../knowledge/names.ts';
import { anyOf, type Evidence, METHOD } from './words.ts';

/** Names of header fields in prose: beside the word, or those that no other protocol and no language has. */

export interface HeaderFound {
  readonly name: string;
  readonly start: number;
}

const NAME = /(?<![\w.-])[A-Za-z]{1,30}(?:-[A-Za-z]{1,30}){0,4}(?![\w-])/g;
const HEADER_BEFORE = /\bheader(?: field)?s?:?(?: name)? ?["'<[(]{0,2}$/i;
const HEADER_AFTER = /^["'>\])]?(?:[ -](?:hdr|header)(?: field)?s?\b| başlı[kğ])/i;
/** Said to lack in a message or to be wrong in it: `no valid From in INVITE`, `missing To tag`. */
const FAULT_BEFORE = /(?<![a-z])(?:no|missing|(?:in)?valid|bad|malformed|duplicate|empty|without) ["'<[(]?$/i;
const IN_MESSAGE = new RegExp(`^["'>\\])]? (?:tag )?in (?:an? |the )?(?:${METHOD}|SIP )`);
/** `Contact missing in 200` */
const FAULT_AFTER = new RegExp(
  `^["'>\\])]? (?:missing|absent|malformed|invalid|lost|empty|wrong) in (?:an? |the )?(?:${METHOD}|[1-6]\\d\\d\\b|(?:request|response|reply)\\b)`,
);
/** What is done with one: `fixing Contact`. */
const MENDED_BEFORE = /\b(?:fix|rewr[io]t|updat|add|remov|strip|replac|chang|mangl)(?:e|t?ing|t?ed|ten)? (?:the )?$/i;
/** `100rel in Require`, `BYE without Reason` */
const IN_BEFORE = /\b(?:in|with|without) (?:an? |the |its )?$/;
const IN_AFTER = /^(?:[,.;:)]|\s*$| of\b| ["'\d])/;
/** With a capital, these are no words inside a sentence. */
const NO_ENGLISH = /^(?:Via|Diversion|Require)$/;
const WITHIN_SENTENCE = /\b[a-z]{2,12} $|[a-z], $/;
const HOLDERS = new Set('Require Supported Unsupported Allow Via Contact CSeq From To Reason'.split(' '));
/** What it holds: `retry with Expires 600`, `Require lists 100rel`. */
const HOLDS =
  /^(?:Expires(?= ?[:= ] ?\d{1,7}(?![-/.:\d]| ?(?:days?|hours?|gün)\b))|CSeq(?=[,.;)]| [a-z])|(?:Require|Supported|Unsupported|Via|CSeq|Allow|Diversion)(?= (?:not |was |is )?(?:added|removed|stripped|rewritten)\b| (?:lists?|contains?|carries|names|says|lacks|has|is|was)\b))/;
const TAG_AFTER = /^ tag\b/;
/** Without a capital, names are words: `appended to header`. These are not. */
const NO_WORD = new RegExp(`^${anyOf`route contact expires via cseq diversion replaces rseq rack`}$|-`);
/** Names that HTTP has, too, but that are worth telling where SIP is spoken of. */
const OF_HTTP_TOO = /^(?:Retry-After|WWW-Authenticate|Proxy-Auth(?:enticate|orization))$/;
/** Names with a hyphen that are also those of HTTP or mail, or stand as keys before values everywhere. */
const SHARED =
  /^(?:Accept|Content|User|Authentication-Info|MIME|In-Reply|Reply-To|Call-ID|X-|Session-ID|Policy|Info-Package|Response|RTP)/i;

const isOwn = (name: string): boolean =>
  name === 'RSeq' || name === 'RAck' || (name.includes('-') && !SHARED.test(name));

const ownNames = headerFields.map(({ name }) => name).filter((name) => isOwn(name) && !OF_HTTP_TOO.test(name));
/** A name that no other protocol has, or one that HTTP has not, called a header. */
const OWN_NAME = new RegExp(
  `(?<![\\w.-])(?:(?:${ownNames.join('|')})(?![\\w-])|${anyOf`
    Via Contact Diversion Identity Replaces Reason Route Supported Require Unsupported Event CSeq`}["'>\\])]? (?:header|başlı[kğ]))`,
);

/** Between names that are told together. */
const LIST_MARK = '(?: and | or | ve |, ?|\\/)';
const LISTED_AFTER = new RegExp(`^${LIST_MARK}(?:${ownNames.join('|')})(?![\\w-])`);
const LISTED_BEFORE = new RegExp(`(?<![\\w-])(?:${ownNames.join('|')})${LIST_MARK}$`);

export const namesHeader = (text: string): boolean => OWN_NAME.test(text);

export function headersIn(text: string, sip: Evidence): readonly HeaderFound[] {
  const found: HeaderFound[] = [];
  for (const { 0: written, index } of text.matchAll(NAME)) {
    const name = written.length > 1 ? headerFieldNamed(written)?.name : undefined;
    if (!name || !(/[A-Z]/.test(written) || NO_WORD.test(written))) continue;
    const end = index + written.length;
    const before = text.slice(Math.max(0, index - 30), index);
    const after = text.slice(end, end + 40);
    const called = HEADER_BEFORE.test(before) || HEADER_AFTER.test(after);
    if (called || (name === written && isHeader(name, before, after, sip))) found.push({ name, start: index });
  }
  return found;
}

/** Whether a name written as the standard does is one of a header field, though nothing calls it so. */
const isHeader = (name: string, before: string, after: string, sip: Evidence): boolean =>
  isOwn(name) ||
  isListed(before, after) ||
  FAULT_AFTER.test(after) ||
  (FAULT_BEFORE.test(before) && isOfMessage(name, after)) ||
  (HOLDERS.has(name) && IN_BEFORE.test(before) && IN_AFTER.test(after)) ||
  (sip === 'sure' &&
    (isMended(name, before, after) ||
      HOLDS.test(name + after) ||
      (NO_ENGLISH.test(name) && WITHIN_SENTENCE.test(before))));

/** `Diversion and History-Info`: named together with one that only SIP has. */
const isListed = (before: string, after: string): boolean => LISTED_AFTER.test(after) || LISTED_BEFORE.test(before);

const isMended = (name: string, before: string, after: string): boolean =>
  HOLDERS.has(name) &&
  !/^(?:From|To)$/.test(name) &&
  MENDED_BEFORE.test(before) &&
  /^(?:[,.;)]|\s*$| (?:and|in|of|from|to|with|for)\b)/.test(after);

const isOfMessage = (name: string, after: string): boolean =>
  IN_MESSAGE.test(after) || ((name === 'To' || name === 'From') && TAG_AFTER.test(after));
