import { digitBlind } from '../digit-blind.ts';
import {
  type Direction,
  deviceDirection,
  directionNamed,
  fieldAbroad,
  letterField,
  truthIn,
  truthInDigit,
  withoutStream,
} from './direction-fields.ts';
import { wordsAbroad } from './direction-vocabulary.ts';

/** Which way a message went, as the fields of its record say it. */

/** A field that holds what came in or went out, and does not say that nothing did. */
const GRESS = /\b(in|e)gress["']?\s*[:=]\s*[{[(](?!\s?(?:[[({]?NO\b|[\]})]))/i;
/** From the side of a user, or towards it: `UE_TO_NETWORK`. */
const LEG = /(?:direction|dir)["']?\s*[:=]\s*["']?(ue|local|client|network|remote|server|peer)_?to_?\w/i;
/** A message that came from the network, or from the program itself: `source: 'network'`. */
const ORIGIN = /(?<![A-Za-z])source["']?\s*[:=]\s*["'](?:(?<in>network)|application)["']/;
const NAMED =
  /(?:direction|dir|tag|type)["']?\]?\s*(?:[:=]>?|>|(?<=\{(?:direction|dir)),)\s*(?:string\(\d+\) )?["']?(in|out|incoming|outgoing|rcv|snd|recv|send|rx|tx|received?|sent|inbound|outbound|(?<=dir(?:ection)?\W{1,24})(?:receiver|sender))\b/i;
/** What was done, by the name of an operation: `op=recv`. */
const OPERATION =
  /(?<![A-Za-z])(?:op|operation|way|flow)["']?\s*(?:[:=]>?)\s*["']?(incoming|outgoing|rcv|snd|recv|send|rx|tx|received?|sent|inbound|outbound)\b/i;
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

/** The quotes of an object that stands in a field of CSV: `""Direction"": ""Inbound""`. */
const DOUBLED_QUOTES = /""(?=\p{L})|(?<=\p{L})""/gu;

/** A digit says whether, so that this is no question to a shape alone. */
export const recordDirection = (fields: string): Direction | undefined =>
  truthInDigit(fields) ?? deviceDirection(fields) ?? directionOfShape(fields);

/** `direction = out`, `Direction = UE_TO_NETWORK`, `"direction":"in"`, `tag: rcv`, or the last field of a table's row. */
const directionOfShape = digitBlind((fields): Direction | undefined => {
  const record = withoutStream(fields)
    .replace(/\\+(?=["'])/g, '')
    .replace(DOUBLED_QUOTES, '"');
  const truth = truthIn(record);
  if (truth) return truth;
  const gress = GRESS.exec(record)?.[1];
  if (gress) return gress.toLowerCase() === 'in' ? 'in' : 'out';
  const leg = LEG.exec(record)?.[1];
  if (leg) return /^(?:ue|local|client)/i.test(leg) ? 'out' : 'in';
  const origin = ORIGIN.exec(record)?.groups;
  if (origin) return origin['in'] === undefined ? 'out' : 'in';
  const abroad = fieldAbroad(record);
  if (abroad) return abroad;
  const arrow = ARROW_VALUE.exec(record)?.groups;
  if (arrow) return arrow['in'] === undefined ? 'out' : 'in';
  if (WHOLE_VALUE.in.test(record)) return 'in';
  if (WHOLE_VALUE.out.test(record)) return 'out';
  const letter = letterField(record);
  if (letter) return letter;
  const word = (NAMED.exec(record) ?? OPERATION.exec(record) ?? CELL.exec(record) ?? TEXT_FIELD.exec(record))?.[1];
  return word === undefined ? undefined : directionNamed(word);
});
