import { digitBlind } from './digit-blind.ts';
import { peersIn } from './peers.ts';

/** As the program that logs sees it. */
export type Direction = 'in' | 'out';

/** `com.example.transmit.Observer` only says where a class lies. */
const NO_PACKAGE = '(?!(?<=[\\w]\\.)\\w{1,16}\\.\\w)';

const words = (whole: string, arrows: string, short: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])${NO_PACKAGE}(?:${whole})(?![a-z])|(?:^|[^\\w<>-])(?:${arrows})(?![\\w<>])|(?<![\\w-])(?:${short})(?=\\s*(?:$|[:\\]|}])|\\s+(?:from|to)\\b)`,
    'i',
  );
/** reSIProcate sends to its transaction user (TU) what it has received. */
const IN = words(
  "received|send(?= to TU\\b)|receiving|receives?|got(?= (?:an? )?(?:[A-Z]{3,9}\\b|request|response|message|packet|\\d))|recv(?:'?d)?|rcvd?|read|reading|incoming|inbound|rx|ingress(?!: ?[[{] ?NO)|(?:process|tcp|udp|socket)read|recvfrom|recvmsg|接收|收到|gelen|alınan|alındı|empfangen|recibido|reçu",
  '<{2,}',
  'in',
);
const OUT = words(
  'sent|sending|sends?(?! to TU\\b)|snd|transmitting|transmitted|transmit|retransmitting|retransmit|outgoing|outbound|tx|egress(?!: ?[[{] ?NO)|writing|wrote|write|send(?:to)?(?:network|tcp|udp)|sendto|sendmsg|发送|发出|g[iİ]den|gönderilen|gönderildi|gönderiliyor|gesendet|enviado|enviando|envoyé',
  '>{2,}',
  'out',
);

/** What ends what stands before a start line: `[-->] INVITE`, `TRANSPORT - <-- SIP/2.0 200 OK`, `(i)[INVITE`. */
const ARROW_AT_END = /(?<![^\s[(])(?:(?<out>-{1,8}>|→|(?<=\()o(?=\)))|(?<in><-{1,8}|←|(?<=\()i(?=\))))[\])]?\[?\s*$/;

export function arrowBefore(own: string): Direction | undefined {
  const arrow = ARROW_AT_END.exec(own)?.groups;
  return arrow && (arrow['out'] === undefined ? 'in' : 'out');
}

/** The direction that the nearest line gives; a line that gives both says nothing, but for which stands last. */
export function firstDirection(texts: readonly string[]): Direction | undefined {
  for (const text of texts) {
    const direction = directionIn(text);
    if (direction) return direction;
  }
  return undefined;
}

const directionIn = digitBlind((text): Direction | undefined => {
  const received = IN.exec(text);
  const sent = OUT.exec(text);
  if (received && sent) return received.index < sent.index ? 'in' : 'out';
  return received ? 'in' : sent ? 'out' : undefined;
});

/** `from` before the only address, or `to`; `R:` and `T:` where nothing else says more. */
export function impliedDirection(texts: readonly string[]): Direction | undefined {
  for (const text of texts) {
    const { source, destination } = peersIn(text);
    if (source && !destination) return 'in';
    if (destination && !source) return 'out';
    const letter = letterIn(text);
    if (letter) return letter === 'R' ? 'in' : 'out';
  }
  return undefined;
}

const letterIn = digitBlind((text) => /(?<![\w.])([RT]): /.exec(text)?.[1]);

/** A field whose value is a direction, whatever its name. */
const WHOLE_VALUE = /^[\w .-]{1,40}[:=][ \t]*["']?(incoming|outgoing|inbound|outbound|received|sent)["']?[ \t\r]*$/im;

/** A field of a table's row, a list or an HTML table that holds nothing else. */
const CELL = /[,|;\t>(]\s*["']?(in|out|rx|tx)["']?\s*(?:[,|;\t<)\]}]|$)/im;
/** The text of a record that says what was done with the message. */
const TEXT_FIELD =
  /["'](?:msg|message|event|text|action)["']\s*:\s*["'](?:sip )?(received|sent|receiving|sending|recv|send)\b/i;

/** `direction = out`, `Direction = UE_TO_NETWORK`, `"direction":"in"`, `tag: rcv`, or the last field of a table's row. */
export const recordDirection = digitBlind((fields): Direction | undefined => {
  const record = fields.replace(/\\+(?=["'])/g, '');
  const sender = /is_?sender["']?\s*[:=]\s*["']?(true|false)/i.exec(record)?.[1];
  if (sender) return sender.toLowerCase() === 'true' ? 'out' : 'in';
  const gress = /\b(in|e)gress["']?\s*[:=]\s*[{[(](?! ?NO)/i.exec(record)?.[1];
  if (gress) return gress.toLowerCase() === 'in' ? 'in' : 'out';
  const leg = /(?:direction|dir)["']?\s*[:=]\s*["']?(ue|local|client|network|remote|server|peer)_?to_?\w/i.exec(
    record,
  )?.[1];
  if (leg) return /^(?:ue|local|client)/i.test(leg) ? 'out' : 'in';
  const whole = WHOLE_VALUE.exec(record)?.[1];
  if (whole) return /^(?:in|rec)/i.test(whole) ? 'in' : 'out';
  const word =
    /(?:direction|dir|tag|type)["']?\]?\s*[:=]>?\s*(?:string\(\d+\) )?["']?(in|out|incoming|outgoing|rcv|snd|recv|send|rx|tx|received|sent|inbound|outbound)\b/i.exec(
      record,
    )?.[1] ??
    CELL.exec(record)?.[1] ??
    TEXT_FIELD.exec(record)?.[1];
  if (word === undefined) return undefined;
  return /^(?:in|rcv|recv|rx|received|incoming|inbound)/i.test(word) ? 'in' : 'out';
});

/** Whether a text has a word for a direction. */
export const saysDirection = (text: string): boolean => directionIn(text) !== undefined;
