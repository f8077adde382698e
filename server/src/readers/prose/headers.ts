import { headerFields } from '../../knowledge/facts.ts';
import { headerFieldNamed } from '../../knowledge/names.ts';
import { anyOf, METHOD } from './words.ts';

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
const TAG_AFTER = /^ tag\b/;
/** Without a capital, names are words: `appended to header`. These are not. */
const NO_WORD = new RegExp(`^${anyOf`route contact expires via cseq diversion replaces rseq rack`}$|-`);
/** Names that HTTP has, too, but that are worth telling where SIP is spoken of. */
const OF_HTTP_TOO = /^(?:Retry-After|WWW-Authenticate|Proxy-Auth(?:enticate|orization))$/;
/** Names with a hyphen that are also those of HTTP or mail, or stand as keys before values everywhere. */
const SHARED =
  /^(?:Accept|Content|User|Authentication-Info|MIME|In-Reply|Reply-To|Call-(?:ID|Info)|Error-Info|X-|Session-ID|Policy|Info-Package|Response|RTP|Alert|Answer|SIP-)/i;

const isOwn = (name: string): boolean =>
  name === 'RSeq' || name === 'RAck' || (name.includes('-') && !SHARED.test(name));

const ownNames = headerFields.map(({ name }) => name).filter((name) => isOwn(name) && !OF_HTTP_TOO.test(name));
/** A name that no other protocol has, or one that HTTP has not, called a header. */
const OWN_NAME = new RegExp(
  `(?<![\\w.-])(?:(?:${ownNames.join('|')})(?![\\w-])|${anyOf`
    Contact Diversion Replaces Reason Route Supported Require Unsupported Event CSeq`}["'>\\])]? (?:header|başlı[kğ]))`,
);

export const namesHeader = (text: string): boolean => OWN_NAME.test(text);

export function headersIn(text: string): readonly HeaderFound[] {
  const found: HeaderFound[] = [];
  for (const { 0: written, index } of text.matchAll(NAME)) {
    const name = written.length > 1 ? headerFieldNamed(written)?.name : undefined;
    if (!name || !(/[A-Z]/.test(written) || NO_WORD.test(written))) continue;
    const end = index + written.length;
    const before = text.slice(Math.max(0, index - 20), index);
    const after = text.slice(end, end + 40);
    const called =
      HEADER_BEFORE.test(before) ||
      HEADER_AFTER.test(after) ||
      (name === written && FAULT_BEFORE.test(before) && isOfMessage(name, after));
    if (called || (name === written && isOwn(name))) found.push({ name, start: index });
  }
  return found;
}

const isOfMessage = (name: string, after: string): boolean =>
  IN_MESSAGE.test(after) || ((name === 'To' || name === 'From') && TAG_AFTER.test(after));
