import { digitBlind } from '../digit-blind.ts';
import { peersIn } from '../peers/peers.ts';
import { arrowAlone } from './direction-arrows.ts';
import {
  type Direction,
  directionNamed,
  fieldAbroad,
  letterField,
  truthIn,
  withoutStream,
} from './direction-fields.ts';
import { type DirectionWords, IN, OUT } from './direction-words.ts';

export type { Direction } from './direction-fields.ts';

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
/** The interface that tcpdump took a packet from: `eth0  Out IP 192.0.2.1.5060 > `, and with its number `eth0  Out ifindex 2 `. */
const AT_INTERFACE =
  /^(?: {0,8}\d{1,8} {1,2})?(?:\S{0,32} ?[\d:.]+ )?[\w.@-]{1,16} +(In|Out) +(?:IP6? (?=\S+ > |\()|ifindex \d{1,5} )/;

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
  const line = withoutPrompt(withoutStream(shown)).replace(SETS_OFF, '');
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
  return rest === text ? undefined : (firstOf(rest, 'words') ?? firstOf(rest, 'arrows'));
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
