import { headerFieldNamed } from '../../knowledge/names.ts';

/** Names of header fields in prose: beside the word, or those that no other protocol and no language has. */

export interface HeaderFound {
  readonly name: string;
  readonly start: number;
}

const NAME = /(?<![\w.-])[A-Za-z][A-Za-z]*(?:-[A-Za-z]+)*(?![\w-])/g;
const HEADER_BEFORE = /\bheader(?: field)?s?:?(?: name)? ?["'<[(]{0,2}$/i;
const HEADER_AFTER = /^["'>\])]?[ -](?:hdr|header)(?: field)?s?\b/i;
/** Names that HTTP has, too, but that are worth telling where SIP is spoken of. */
const OF_HTTP_TOO = /^(?:Retry-After|WWW-Authenticate|Proxy-Auth(?:enticate|orization))$/;
/** Names with a hyphen that are also those of HTTP or mail, or stand as keys before values everywhere. */
const SHARED =
  /^(?:Accept|Content|User|Authentication-Info|MIME|In-Reply|Reply-To|Call-(?:ID|Info)|Error-Info|X-|Session-ID|Policy|Info-Package|Response|RTP|Alert|Answer|SIP-)/i;

const isOwn = (name: string): boolean =>
  name === 'RSeq' || name === 'RAck' || (name.includes('-') && !SHARED.test(name));

/** Whether a name is there that no other protocol has. */
export const namesHeader = (text: string): boolean =>
  [...text.matchAll(NAME)].some(
    ({ 0: name }) => isOwn(name) && !OF_HTTP_TOO.test(name) && headerFieldNamed(name)?.name === name,
  );

export function headersIn(text: string): readonly HeaderFound[] {
  const found: HeaderFound[] = [];
  for (const { 0: name, index } of text.matchAll(NAME)) {
    const field = name.length > 1 ? headerFieldNamed(name) : undefined;
    if (!field) continue;
    const end = index + name.length;
    const called =
      HEADER_BEFORE.test(text.slice(Math.max(0, index - 20), index)) || HEADER_AFTER.test(text.slice(end, end + 20));
    if (called || (field.name === name && isOwn(name))) found.push({ name: field.name, start: index });
  }
  return found;
}
