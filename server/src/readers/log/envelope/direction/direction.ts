import { TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';
import { digitBlind } from '../digit-blind.ts';
import { peersIn } from '../peers/peers.ts';
import { wordsAbroad } from './direction-vocabulary.ts';
import { type DirectionWords, IN, OUT } from './direction-words.ts';

/** As the program that logs sees it. */
export type Direction = 'in' | 'out';

/** What a word of a field says: those for received messages begin with `in` or with `r`. */
const directionNamed = (word: string): Direction => (/^(?:in|r)/i.test(word) ? 'in' : 'out');

/** What ends what stands before a start line: `[-->] INVITE`, `TRANSPORT - <-- SIP/2.0 200 OK`, `(i)[INVITE`. */
const ARROW_AT_END = new RegExp(
  `(?<![^\\s[(])(?:(?<out>${TO_THE_RIGHT}\\uFE0F?|[⬆↑]\\uFE0F?|(?<=\\()o(?=\\)))|(?<in>${TO_THE_LEFT}\\uFE0F?|[⬇↓]\\uFE0F?|(?<=\\()i(?=\\))))[\\])]?\\[?\\s*$`,
);

/** A single sign is one behind a tag alone: `[SIP]> INVITE`. */
const TAG_AT_END = /\[[A-Za-z]{2,8}\](?:(?<out>>)|(?<in><))\s*$/;

export function arrowBefore(own: string): Direction | undefined {
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
/** A field whose value is a letter: `dir=I`, `"direction":"S"`. */
const LETTER_FIELD =
  /(?<![A-Za-z]|(?:call|leg)[_ -])(?:direction|Direction|DIRECTION|dir|Dir|DIR)["']?\s?[:=]\s?["']?(?:([IR])|[OST])(?![\w-])/;
/**
 * The same in other languages: `Yön: Giden`, `"mesajYonu": "GELEN"`, `verso=uscita`, `Direction: eingehend`. That of a
 * call is none of its messages'.
 */
const OF_A_CALL = '(?<!(?:call|leg|çağrı|cagri|arama|anruf|llamada|chamada|chiamata|呼叫?|通[话話])[_ -]?)';
const IN_VALUES = [
  ...['received', 'coming', 'inward'].flatMap((thing) => wordsAbroad(thing as 'received')),
  'incoming|inbound|received|recv|rx|in(?! ?\\p{L})',
].join('|');
const OUT_VALUES = [
  ...['sent', 'going', 'outward'].flatMap((thing) => wordsAbroad(thing as 'sent')),
  'outgoing|outbound|sent|send|tx|out(?! ?\\p{L})',
].join('|');
const FIELD_ABROAD = new RegExp(
  `${OF_A_CALL}(?:(?<![A-Za-z])(?:direction|dir)|${wordsAbroad('field').join('|')})["']?\\s?[:：=]>?\\s?["':]{0,2}` +
    `(?:(?<in>${IN_VALUES})|(?<out>${OUT_VALUES}))(?!\\p{L})`,
  'iu',
);

function fieldAbroad(text: string): Direction | undefined {
  const value = FIELD_ABROAD.exec(text)?.groups;
  return value && (value['in'] === undefined ? 'out' : 'in');
}

/** The interface that tcpdump took a packet from: `eth0  Out IP 192.0.2.1.5060 > `. */
const AT_INTERFACE = /^\S{0,32} ?[\d:.]+ [\w.@-]{1,16} +(In|Out) +IP6? /;

/** What a line begins with is an arrow, or the sign of a prompt or a quotation. */
const LEADING_SIGN = /^(?:(?<right>>{2,4})|<{2,4}) +(?=[^ ])/;
/** Where a message came from, or where it went, as the only address that a line has a word for. */
const ONLY_FROM = /^(?!.*\bto ).*\bfrom (?:\w{2,4}[ :/])?\[?\d/i;
const ONLY_TO = /^(?!.*\bfrom ).*\bto (?:\w{2,4}[ :/])?\[?\d/i;

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
  const line = withoutPrompt(shown);
  const text = (line.includes('://') ? line.replace(/\bhttps?:\/\/\S+/g, '') : line).replace(BOTH_WAYS, '');
  const field = (FIELD.exec(text) ?? AT_INTERFACE.exec(text))?.[1];
  if (field) return directionNamed(field);
  const letter = LETTER_FIELD.exec(text);
  if (letter) return letter[1] ? 'in' : 'out';
  const told = fieldAbroad(text) ?? truthIn(text);
  if (told) return told;
  const said =
    firstOf(text, 'words') ??
    firstOf(text, 'arrows') ??
    firstOf(text, 'names') ??
    firstOf(text, 'short') ??
    firstOf(text, 'functions');
  return said && OTHER_TIME.test(text) ? undefined : said;
});

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

/** `is_sender: true`, `"incoming": false` behind `is`. */
const TRUTH =
  /(?<![A-Za-z])(?:is_?)?((?<=is_?)(?:sender|sent|received)|outgoing|outbound|incoming|inbound)["']?\s*[:=>]\s*["']?(true|false)/i;
/** A field that holds what came in or went out, and does not say that nothing did. */
const GRESS = /\b(in|e)gress["']?\s*[:=]\s*[{[(](?!\s?[[({]?NO\b)/i;
/** From the side of a user, or towards it: `UE_TO_NETWORK`. */
const LEG = /(?:direction|dir)["']?\s*[:=]\s*["']?(ue|local|client|network|remote|server|peer)_?to_?\w/i;
const NAMED =
  /(?:direction|dir|tag|type)["']?\]?\s*(?:[:=]>?|>|(?<=\{(?:direction|dir)),)\s*(?:string\(\d+\) )?["']?(in|out|incoming|outgoing|rcv|snd|recv|send|rx|tx|received|sent|inbound|outbound|(?<=dir(?:ection)?\W{1,24})(?:receiver|sender))\b/i;
/** `"dir":"<-"` */
const ARROW_VALUE = /\bdir(?:ection)?["']?\s*[:=](?!>)\s*["']?(?:(?<in><-{0,3}|←)|(?<out>-{0,3}>|→))["'\s,;]/i;
/** What may stand before it in the name of an event: `0x7A0001 SIP message received`. */
const EVENT = '(?:(?:\\w{0,8}\\d\\w{0,8} )?(?:SIP )?(?:message|request|response|packet) )?';
/** A field whose value is a direction, whatever its name. */
const wholeValue = (...words: readonly string[]): RegExp =>
  new RegExp(`^[\\p{L}\\w .-]{1,40}[:：=][ \\t]*["']?${EVENT}(?:${words.join('|')})["']?[ \\t\\r]*$`, 'imu');
const WHOLE_VALUE = {
  in: wholeValue('incoming|inbound|received', ...wordsAbroad('received'), ...wordsAbroad('coming')),
  out: wholeValue('outgoing|outbound|sent|transmitted', ...wordsAbroad('sent'), ...wordsAbroad('going')),
};

/** A field of a table's row, a list or an HTML table that holds nothing else. */
const CELL = /[,|;\t>(]\s*["']?(in|out|rx|tx)["']?\s*(?:[,|;\t<)\]}]|$)/im;
/** The text of a record that says what was done with the message. */
const TEXT_FIELD =
  /(?:(?:["'](?:msg|message|event|text|action)["']|(?<![\w.-])(?:msg|message|event|action)(?==|\s?:\s?["']))\s*[:=]\s*["']?(?:(?:sip|udp|tcp|datagram|packet|message|request|response)[ ._-]){0,2})(received|sent|receiving|sending|recv|send|[rt]x|(?<=(?:sip|udp|tcp|packet|message)(?:[._-]| (?=\w{2,3}["'])))(?:in|out))(?![\w-])/i;

function truthIn(text: string): Direction | undefined {
  const [, way, truth] = TRUTH.exec(text) ?? [];
  if (!way || !truth) return undefined;
  return (directionNamed(way) === 'in') === (truth.toLowerCase() === 'true') ? 'in' : 'out';
}

/** The same with a digit for the answer: `is_incoming=1`. */
const TRUTH_IN_DIGIT =
  /\bis_?(sender|outgoing|outbound|sent|incoming|inbound|received)["'`]?\s*[:=>]\s*["']?([01])(?![\w.])/i;

export function recordDirection(fields: string): Direction | undefined {
  const [, way, truth] = TRUTH_IN_DIGIT.exec(fields) ?? [];
  if (way && truth) return (directionNamed(way) === 'in') === (truth === '1') ? 'in' : 'out';
  return directionOfShape(fields);
}

/** `direction = out`, `Direction = UE_TO_NETWORK`, `"direction":"in"`, `tag: rcv`, or the last field of a table's row. */
const directionOfShape = digitBlind((fields): Direction | undefined => {
  const record = fields.replace(/\\+(?=["'])/g, '');
  const truth = truthIn(record);
  if (truth) return truth;
  const gress = GRESS.exec(record)?.[1];
  if (gress) return gress.toLowerCase() === 'in' ? 'in' : 'out';
  const leg = LEG.exec(record)?.[1];
  if (leg) return /^(?:ue|local|client)/i.test(leg) ? 'out' : 'in';
  const abroad = fieldAbroad(record);
  if (abroad) return abroad;
  const arrow = ARROW_VALUE.exec(record)?.groups;
  if (arrow) return arrow['in'] === undefined ? 'out' : 'in';
  if (WHOLE_VALUE.in.test(record)) return 'in';
  if (WHOLE_VALUE.out.test(record)) return 'out';
  const letter = LETTER_FIELD.exec(record);
  if (letter) return letter[1] ? 'in' : 'out';
  const word = (NAMED.exec(record) ?? CELL.exec(record) ?? TEXT_FIELD.exec(record))?.[1];
  return word === undefined ? undefined : directionNamed(word);
});

/** Whether a text has a word for a direction. */
export const saysDirection = (text: string): boolean => directionIn(text) !== undefined;
