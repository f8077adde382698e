import { TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';
import { digitBlind } from '../digit-blind.ts';
import { peersIn } from '../peers/peers.ts';
import { type Direction, directionNamed, fieldAbroad, letterField, truthIn } from './direction-fields.ts';
import { type DirectionWords, IN, OUT } from './direction-words.ts';

export type { Direction } from './direction-fields.ts';

/** What ends what stands before a start line: `[-->] INVITE`, `TRANSPORT - <-- SIP/2.0 200 OK`, `(i)[INVITE`. */
const ARROW_AT_END = new RegExp(
  `(?<![^\\s[(])(?:(?<out>${TO_THE_RIGHT}\\uFE0F?|[⬆↑]\\uFE0F?|(?<=\\()o(?=\\)))|(?<in>${TO_THE_LEFT}\\uFE0F?|[⬇↓]\\uFE0F?|(?<=\\()i(?=\\))))[\\])]?\\[?\\s*$`,
);

/** A clock and an arrow that nothing stands beside, but perhaps over what the message went: `;; 18:48:06.884 ->`. */
const STAMP =
  /^(?:[\W\d]|(?<![A-Za-z])(?:T(?=\d)|Z|UTC|GMT|[AP]M|SIP|sip|UDP|udp|TCP|tcp|TLS|tls|WSS?|wss?|SCTP|sctp|[A-Z][a-z]{2})(?![A-Za-z])|(?<=\d)T(?=\d))+$/;
/** A name and an arrow before the brace of the object that tells of the message: `ws <= {`. */
const NAME_BEFORE_BRACE = /^[A-Za-z][\w:./-]{0,32} .{1,8} [{[(]{1,2}\s*$/;
const STAMPED_ARROW = new RegExp(`(?<=^|[\\s\\])])(?:(?<out>${TO_THE_RIGHT})|(?<in>${TO_THE_LEFT}))(?=$|[\\s([{])`);
const ADDRESS = /\d\.\d{1,3}\.\d{1,3}\.\d|::|(?::\d{1,4}){4}/;
const CLOCKS = /\d:\d\d:\d\d/g;

/** An arrow that stands alone beside when something happened, or beside the name of what did it. */
export function arrowAlone(line: string): Direction | undefined {
  const arrow = STAMPED_ARROW.exec(line)?.groups;
  if (!arrow) return undefined;
  const isAlone =
    NAME_BEFORE_BRACE.test(line) || (line.match(CLOCKS)?.length === 1 && STAMP.test(line) && !ADDRESS.test(line));
  return isAlone ? (arrow['out'] === undefined ? 'in' : 'out') : undefined;
}

/** A single sign is one behind a tag alone: `[SIP]> INVITE`. */
const TAG_AT_END = /\[[A-Za-z]{2,8}\](?:(?<out>>)|(?<in><))\s*$/;

/** The name of a member, as PHP prints them: `    [payload] => `. */
const MEMBER_NAME = /^[ \t]+\[[\w ]{1,64}\] => $/;

export function arrowBefore(own: string): Direction | undefined {
  if (MEMBER_NAME.test(own)) return undefined;
  const arrow = (ARROW_AT_END.exec(own) ?? TAG_AT_END.exec(own))?.groups;
  return arrow && (arrow['out'] === undefined ? 'in' : 'out');
}

/** The direction that the nearest line gives. */
export function firstDirection(texts: readonly string[]): Direction | undefined {
  for (const text of texts) {
    const direction = directionIn(text);
    if (direction) return direction;
  }
  return undefined;
}

/** How many there were of either kind: `12 sent, 14 received`, `tx=12 rx=14`. */
const COUNTED =
  '(?:(?:sent|received|recv|rx|tx)\\s?[:=]?\\s?\\d+(?! ?bytes)(?: ?[a-z/%]{1,8})?|\\d+ (?:\\w+ )?(?:sent|received|in|out))(?! ?bytes)';
/** Counters, and what was done before or will be. */
const OTHER_TIME = new RegExp(
  `${COUNTED}[,;/ ]{1,3}(?:and )?${COUNTED}|\\b(?:wait(?:ing|s)? for|nothing to|total|repl(?:y|ies|ied|ying) to|earlier|previously)\\b`,
  'i',
);
/** What goes on both ways says none: `generates/receives`, `sent or received`, `RX/TX`. */
const ONE_WAY = 'send|sent|sends|sending|tx|out|outgoing|outbound|transmitted|[a-z]{3,16}s(?=/)';
const OTHER_WAY = 'receive|received|receives|receiving|recv|rx|in|incoming|inbound';
const JOINED = '(?:/| (?:and|or|&) )';
const BOTH_WAYS = new RegExp(
  `(?<![\\w/])(?:(?:${ONE_WAY})${JOINED}(?:${OTHER_WAY})|(?:${OTHER_WAY})${JOINED}(?:${ONE_WAY}))(?![\\w/])`,
  'gi',
);
/** A field of its own says it more surely than any word. */
const FIELD =
  /(?<![A-Za-z]|(?:call|leg)[_ -])(?:direction|dir|yön|yon)(?:["']?\s?[:=]>?\s?["':]{0,2}|["'],? ?["'])(incoming|outgoing|inbound|outbound|received|recv|rcvd?|receiver|sent|snd|send|sender|in|out|rx|tx)(?![a-z])/i;
/** The interface that tcpdump took a packet from: `eth0  Out IP 192.0.2.1.5060 > `. */
const AT_INTERFACE = /^\S{0,32} ?[\d:.]+ [\w.@-]{1,16} +(In|Out) +IP6? /;

/** What a line begins with is an arrow, or the sign of a prompt or a quotation. */
const LEADING_SIGN = /^(?:(?<right>>{2,4})|<{2,4}) +(?=[^ ])/;
/** Where a message came from, or where it went, as the only address that a line has a word for. */
const ONLY_FROM = /^(?!.*\bto ).*\bfrom (?:\w{2,4}[ :/])?\[?\d/i;
const ONLY_TO = /^(?!.*\bfrom ).*\bto (?:\w{2,4}[ :/])?\[?\d/i;

/** Signs that only set off what follows, which says the way itself: `>>> Incoming INVITE`, `<<< SIP INVITE → 192.0.2.1:5060`. */
const SETS_OFF = new RegExp(
  '(?<![^\\s\\])|])(?:[<>]{2,4} ?(?=(?:(?:sip|udp|tcp|tls) )?(?:incoming|outgoing|inbound|outbound)\\b)' +
    '|<{2,4} (?=[^<>]{0,48} (?:→|-{1,3}>) ?\\[?\\d{1,3}\\.)|>{2,4} (?=[^<>]{0,48} (?:←|<-{1,3}) ?\\[?\\d{1,3}\\.))',
  'i',
);

/** A line without a sign at its beginning that is no arrow, for the words behind it say which way the message went. */
function withoutPrompt(line: string): string {
  const sign = LEADING_SIGN.exec(line);
  if (!sign) return line;
  const rest = line.slice(sign[0].length);
  const contrary = sign.groups?.['right'] === undefined ? ONLY_TO : ONLY_FROM;
  const isSaidBehind = (firstOf(rest, 'words') ?? firstOf(rest, 'arrows')) !== undefined;
  return isSaidBehind || contrary.test(rest) ? rest : line;
}

const directionIn = digitBlind((shown): Direction | undefined => {
  const line = withoutPrompt(shown).replace(SETS_OFF, '');
  const text = (line.includes('://') ? line.replace(/\bhttps?:\/\/\S+/g, '') : line).replace(BOTH_WAYS, '');
  const field = (FIELD.exec(text) ?? AT_INTERFACE.exec(text))?.[1];
  if (field) return directionNamed(field);
  const letter = letterField(text);
  if (letter) return letter;
  const told = fieldAbroad(text) ?? truthIn(text);
  if (told) return told;
  const said =
    saidBesidePlace(text) ??
    firstOf(text, 'words') ??
    firstOf(text, 'arrows') ??
    firstOf(text, 'names') ??
    firstOf(text, 'short') ??
    firstOf(text, 'functions') ??
    arrowAlone(text);
  return said && OTHER_TIME.test(text) ? undefined : said;
});

/**
 * Where in a program a line was written, with the number of the line in its source: `sip.net:rx:10 - `, `[rx.cc:120]`.
 * The name of a function or a file is no word for what was done where the line has such a word.
 */
const PLACE =
  /(?<![\w.<>$:/-]|\w\()[\w.<>$/-]{0,64}[A-Za-z_>](?:\(\))?:(?:[\w<>]{1,64}:)?\d{1,5}(?=(?:\))?\]|\)|:? (?:- |\| )?(?![\d(]))/g;

const hasPlace = /[A-Za-z_>)]:\d{1,5}[\]): ]/;

function saidBesidePlace(text: string): Direction | undefined {
  if (!hasPlace.test(text)) return undefined;
  const rest = text.replace(PLACE, '');
  return rest === text ? undefined : firstOf(rest, 'words');
}

/** The direction that is said first, where it is said in one way or the other. */
function firstOf(text: string, way: keyof DirectionWords): Direction | undefined {
  const received = IN[way].exec(text)?.index;
  const sent = OUT[way].exec(text)?.index;
  if (received !== undefined && sent !== undefined) return received < sent ? 'in' : 'out';
  return received !== undefined ? 'in' : sent !== undefined ? 'out' : undefined;
}

/** `from` before the only address, or `to`; `R:` and `T:` where nothing else says more. */
export function impliedDirection(texts: readonly string[]): Direction | undefined {
  for (const text of texts) {
    const { source, destination } = peersIn(text);
    if (source && !destination) return 'in';
    if (destination && !source) return 'out';
    const letter = letterIn(text);
    if (letter) return letter === 'R' || letter === 'I' ? 'in' : 'out';
  }
  return undefined;
}

/** `I:` may be the level of a record, but not before an address. */
const letterIn = digitBlind((text) =>
  /(?<![\w.])(?:([RT]): |([IO]): ?\[?\d{1,3}\.\d{1,3}\.)/.exec(text)?.slice(1).find(Boolean),
);

/** Whether a text has a word for a direction. */
export const saysDirection = (text: string): boolean => directionIn(text) !== undefined;
