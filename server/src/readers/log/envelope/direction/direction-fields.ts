import { wordsAbroad } from './direction-vocabulary.ts';

/** Fields that say which way a message went, on a line or in a record. */

/** As the program that logs sees it. */
export type Direction = 'in' | 'out';

/** What a word of a field says: those for received messages begin with `in` or with `r`. */
export const directionNamed = (word: string): Direction => (/^(?:in|r)/i.test(word) ? 'in' : 'out');

/** A field whose value is a letter: `dir=I`, `"direction":"S"`. */
const LETTER_FIELD =
  /(?<![A-Za-z]|(?:call|leg)[_ -])(?:direction|Direction|DIRECTION|dir|Dir|DIR)["']?\s?[:=]\s?["']?(?:([IR])|[OST])(?![\w-])/;

export function letterField(text: string): Direction | undefined {
  const letter = LETTER_FIELD.exec(text);
  return letter ? (letter[1] ? 'in' : 'out') : undefined;
}

/**
 * A field for the direction in any language: `Yön: Giden`, `"mesajYonu": "GELEN"`, `verso=uscita`, `Direction: eingehend`, `Type: In`,
 * `dir=from_client`. That of a call is none of its messages'.
 */
const OF_A_CALL = '(?<!(?:call|leg|çağrı|cagri|arama|anruf|llamada|chamada|chiamata|呼叫?|通[话話])[_ -]?)';
/** Whoever the program speaks with; the target of an interception is none of its own. */
const OTHER = '[ _-]?(?:client|server|ua|ue|user|phone|device|peer|remote|network)';
const IN_VALUES = [
  ...wordsAbroad('fromOther'),
  ...wordsAbroad('received'),
  ...wordsAbroad('coming'),
  ...wordsAbroad('inward'),
  `incoming|inbound|received?|recv|rx|in(?! ?\\p{L})|from${OTHER}(?![ _-]?to(?!\\p{L}))`,
].join('|');
const OUT_VALUES = [
  ...wordsAbroad('toOther'),
  ...wordsAbroad('sent'),
  ...wordsAbroad('going'),
  ...wordsAbroad('outward'),
  `outgoing|outbound|sent|send|tx|out(?! ?\\p{L})|to${OTHER}`,
].join('|');
const FIELD_ABROAD = new RegExp(
  `${OF_A_CALL}(?:(?<![A-Za-z])(?:direction|dir|type)|${wordsAbroad('field').join('|')})["']?\\s?[:：=]>?\\s?["':]{0,2}` +
    `(?:(?<in>${IN_VALUES})|(?<out>${OUT_VALUES}))(?!-?\\p{L})`,
  'iu',
);

/** Names and values by turns, blanks between them, as Tcl prints a dictionary: `{peer 192.0.2.1:5060 dir out msg {…`. */
const FIELD_IN_TURNS =
  /\{(?:[\w.-]{1,32} \S{1,128} ){0,8}(?:direction|dir) (?:(?<in>in|incoming|inbound|received|recv|rx)|(?<out>out|outgoing|outbound|sent|send|tx))(?=[ }])/i;

/** Which of its streams a program wrote to, as PM2 has it beside the program's name. */
const STREAM = /"type":\s?"out"(?=,\s?"(?:process_id|app_name)")/;
export const withoutStream = (text: string): string => text.replace(STREAM, '');

export function fieldAbroad(text: string): Direction | undefined {
  const value = (FIELD_ABROAD.exec(text) ?? FIELD_IN_TURNS.exec(text))?.groups;
  return value && (value['in'] === undefined ? 'out' : 'in');
}

/** `is_sender: true`, `"incoming": false` behind `is`. */
const TRUTH =
  /(?<![A-Za-z])(?:is_?)?((?<=is_?)(?:sender|sent|received)|outgoing|outbound|incoming|inbound)["']?\s*[:=>]\s*["']?(true|false)/i;
/** The same with a digit for the answer: `is_incoming=1`. */
const TRUTH_IN_DIGIT =
  /\bis_?(sender|outgoing|outbound|sent|incoming|inbound|received)["'`]?\s*[:=>]\s*["']?([01])(?![\w.])/i;

/** The field of the Common Event Format. */
const DEVICE_DIRECTION = /(?<!\w)deviceDirection=([01])(?![\w.])/;

export function deviceDirection(record: string): Direction | undefined {
  const digit = DEVICE_DIRECTION.exec(record)?.[1];
  return digit === undefined ? undefined : digit === '0' ? 'in' : 'out';
}

export const truthIn = (text: string): Direction | undefined => answerIn(TRUTH.exec(text), 'true');
export const truthInDigit = (text: string): Direction | undefined => answerIn(TRUTH_IN_DIGIT.exec(text), '1');

function answerIn(match: RegExpExecArray | null, yes: string): Direction | undefined {
  const [, way, answer] = match ?? [];
  if (!way || !answer) return undefined;
  return (directionNamed(way) === 'in') === (answer.toLowerCase() === yes) ? 'in' : 'out';
}
