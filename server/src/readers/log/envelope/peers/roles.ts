import { type Endpoint, isAny } from './endpoints.ts';
import { peerWordsAbroad } from './peer-vocabulary.ts';

/** Which part an address plays, by the words before it and behind it. */

/** What an address is to the message: `source`, or the other program where the direction tells which that is. */
export type Role = 'source' | 'destination' | 'local' | 'remote';

/** Words that say which part an address plays, and what may stand between the word and the address. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  source: ['from|src|source|sender|saddr|orig_h', ...peerWordsAbroad('source')].join('|'),
  destination: ['to|dst|dest|destination|towards|target|receiver|daddr|resp_h', ...peerWordsAbroad('destination')].join(
    '|',
  ),
  local: [
    'sent by|received[ _-]?(?:by|on)|(?:if|iface|interface)(?=["\']?\\s?[:=] ?["\']?$)|local(?!\\d\\.[a-z])|laddr|loc|my|own|on(?!\\w)|via(?!\\w|["\']?\\s?:\\s?["\']?SIP\\/)|listener',
    ...peerWordsAbroad('local'),
  ].join('|'),
  remote: ['remote|raddr|rem|peer|far', ...peerWordsAbroad('remote')].join('|'),
};
const PART =
  '(?:[_ .-]?(?:ip|ipv[46]|addr|address|host|hostname|ipaddr|socket|endpoint|uri|adress?e?|adresi|dirección|endereço|indirizzo)(?:/port)?)';
const wordOf = (words: string): string => `(?:${words})(?=${PART}|[^a-z]|(?<![A-Z])[A-Z])`;
const ROLE = new RegExp(
  `(?:(?<![A-Za-z])|(?<=(?<![A-Za-z])IP))(?:${Object.entries(ROLE_WORDS)
    .map(([role, words]) => `(?<${role}>${wordOf(words)})`)
    .join('|')})`,
  'gi',
);
/** Chinese puts no blanks between words. */
const HAS_NO_BLANKS = /[\u4e00-\u9fff]/;
function prepositions(thing: 'from' | 'to' | 'on'): string {
  const words = peerWordsAbroad(thing);
  const apart = words.filter((word) => !HAS_NO_BLANKS.test(word));
  const joined = words.filter((word) => HAS_NO_BLANKS.test(word));
  return [`(?<![^\\s(（])(?:${apart.join('|')})`, ...joined].join('|');
}
/** The short words of other languages for `from`, `to` and `on` are such words only right before an address. */
const PREPOSITION = new RegExp(
  `(?:(?<source>${prepositions('from')})|(?<destination>${prepositions('to')})|(?<local>${prepositions('on')}))\\s?[:：]?\\s*["'([]?$`,
  'i',
);
const LONGEST_PREPOSITION = 16;
/** In some languages the word stands behind the address, or as an ending of it: `192.0.2.1:5060'dan`, `192.0.2.1から`. */
const POSTPOSITION =
  /^["')\]]*(?:(?<source>['’]?[dt][ae]n(?!\p{L})| (?:ip )?adresinden(?!\p{L})| ?(?:から|より|에서|로부터))|(?<destination>['’]y?[ae](?!\p{L})| (?:ip )?adresine(?!\p{L})| ?(?:へ|宛(?!て?先)|으?로(?!\p{L}))))/iu;
/** What an address does to another one: `192.0.2.1:5060 received 618 bytes from 192.0.2.9:5062`, `… sending … to …`. */
const DOES =
  /^["')\]]* (?:(?<destination>received|receives|receiving|got)\b[^\n]{0,60}? from|(?<source>sent|sends|sending)\b[^\n]{0,60}? to) $/i;
const LONGEST_DOING = 96;
/**
 * Brackets behind the address of the other side that hold the program's own one, as a field for its interface or behind
 * the transport alone: `on udp$192.0.2.1:5060<if=udp$192.0.2.2:5060>`, `TO 192.0.2.1:5060 (udp, 192.0.2.2:5060)`.
 */
const INTERFACE_BEHIND = /^ ?[<([{](?:if|iface|interface)\s?[:=]/i;
const BEHIND_TRANSPORT = /^ ?[([{](?:udp|tcp|tls|wss?|sctp)(?:, ?|: )$/i;

export const hasInterfaceBehind = (text: string, { end }: Endpoint): boolean =>
  INTERFACE_BEHIND.test(text.slice(end, end + 16));

export const isInterfaceOf = (between: string): boolean => BEHIND_TRANSPORT.test(between);

/** The socket of a file descriptor, as `strace -yy` shows it: `sendto(4<UDP:[192.0.2.1:5060]>`, `(4<TCP:[own->other]>`. */
const OWN_SOCKET = /\d<(?:UDP|TCP)(?:v6)?:\[$/;

export const isOwnSocket = (text: string, { start }: Endpoint): boolean =>
  OWN_SOCKET.test(text.slice(Math.max(0, start - 16), start));

/** The program's own address before the one that a message came from: `received at 192.0.2.2:5060 from 192.0.2.1:5060`. */
const AT = /\bat\s+["'([]{0,3}$/i;
const FROM_BEHIND = /^["')\]]*\s+from\s/i;

export const isBeforeSender = (text: string, { start, end }: Endpoint): boolean =>
  AT.test(text.slice(Math.max(0, start - 8), start)) && FROM_BEHIND.test(text.slice(end, end + 16));

export function roleBehind(text: string, { address, end }: Endpoint, next: Endpoint | undefined): Role | undefined {
  const behind = isAny(address) ? '' : text.slice(end, Math.min(end + LONGEST_DOING, next?.start ?? 0));
  const side = (POSTPOSITION.exec(text.slice(end, end + 24)) ?? DOES.exec(behind))?.groups;
  return side && (side['source'] === undefined ? 'destination' : 'source');
}

export function roleBefore(near: string): Role | undefined {
  if (OWN_SOCKET.test(near)) return 'local';
  if (/[{ /,]L(?::\s?\/?)?$/.test(near)) return 'local';
  if (/[{ /,]R(?::\s?\/?)?$/.test(near)) return 'remote';
  const preposition = PREPOSITION.exec(near.slice(-LONGEST_PREPOSITION))?.groups;
  if (preposition) return roleIn(preposition);
  let last: Role | undefined;
  for (const match of near.matchAll(ROLE)) {
    last = roleIn(match.groups ?? {});
  }
  return last;
}

const roleIn = (groups: { readonly [name: string]: string | undefined }): Role | undefined =>
  (Object.keys(ROLE_WORDS) as Role[]).find((role) => groups[role] !== undefined);
