import { digitBlind } from './digit-blind.ts';
import { peersIn } from './peers.ts';

/** As the program that logs sees it. */
export type Direction = 'in' | 'out';

/** `com.example.transmit.Observer` only says where a class lies. */
const NO_PACKAGE = '(?!(?<=[\\w]\\.)\\w{1,16}\\.\\w)';

/** What stands between two addresses leads from one to the other, whoever logs it. */
const NOT_LINKED = '(?<!(?:\\.\\d{1,3}\\.\\d{1,3}(?::\\d{2,5})?|[a-z\\]]:\\d{2,5})\\s?)';

const words = (whole: string, arrows: string, short: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])${NO_PACKAGE}(?:${whole})(?![a-z])|(?:^|[^\\w<>-])${NOT_LINKED}(?:${arrows})(?![\\w<>])|(?<![\\w-])(?:${short})(?=["')]?\\s*(?:$|[:\\]|}]|[-=*]{3})|["')]?\\s+(?:from\\b|to\\b|(?:(?:udp|tcp|tls|wss?|sctp)[:/ ])?\\[?\\d{1,3}\\.\\d))`,
    'i',
  );
/** A call, a leg or a route goes in a direction of its own, whichever way its messages go. */
const OF_A_MESSAGE =
  '(?![ _-](?:call[ _-]?leg|leg|rout\\w*|trunk|prox(?:y|ies)|rule|filter|queue|gateway|registration|profile|interface|port|dialplan|context))';
/** Programs read and write other things as well. */
const NO_FILE = '(?! (?:\\w+ )?(?:config\\w*|files?|settings|options|database|cache|timeout)\\b)';
/** reSIProcate sends to its transaction user (TU) what it has received; `received=192.0.2.1` is a parameter of Via. */
const IN = words(
  `received(?!=)|send(?= to TU\\b)|receiving|receives?|got(?= (?:an? )?(?:[A-Z]{3,9}\\b|request|response|message|packet|\\d))|recv(?:'?d)?|rcvd?|rcv|(?:read|reading)${NO_FILE}|(?:incoming|inbound)${OF_A_MESSAGE}|rx|ingress(?!: ?[[{] ?NO)|(?:process|tcp|udp|socket)read|recvfrom|recvmsg|接收|收到|gelen|al[ıi]nan|al[ıi]nd[ıi]|al[ıi]n[ıi]yor|empfangen|eingehende?|recibid[oa]|recebid[oa]|reçue?|entrante?|получено?|принято?|принят`,
  '<{2,}',
  'in',
);
const OUT = words(
  `sent|sending|sends?(?! to TU\\b)|snd|transmitting|transmitted|transmit|retransmitting|retransmit|retransmission|(?:outgoing|outbound)${OF_A_MESSAGE}|tx|egress(?!: ?[[{] ?NO)|(?:writing|wrote|write)${NO_FILE}|send(?:to)?(?:network|tcp|udp)|sendto|sendmsg|发送|发出|g[iİ]den|g[öo]nderilen|g[öo]nderildi|g[öo]nderiliyor|gesendet|ausgehende?|enviad[oa]|enviando|envoyée?|sortante?|saliente|отправлено?|отправлен`,
  '>{2,}',
  'out',
);

/** Functions that a stack calls with what came, or that send something: `onMessageReceived`, `udpRecv`, `sendRequest`. */
const THING = '(?:Sip|SIP)?(?:Message|Msg|Request|Response|Packet|Datagram|Data)?';
const FUNCTION_IN = new RegExp(
  `(?<![A-Za-z])[Oo]n(?:[A-Z][A-Za-z]{0,24}?)?(?:Receive|Recv|Rcvd)d?${THING}(?![A-Za-z])|(?<![A-Za-z])(?:receive|recv)(?=[A-Z])${THING}(?![A-Za-z])|[a-z](?<!bytes|packets|last|total|count|time)(?:Received|Recv)(?![A-Za-z])`,
);
const FUNCTION_OUT = new RegExp(
  `(?<![A-Za-z])[Oo]n(?:[A-Z][A-Za-z]{0,24}?)?Sen[dt]${THING}(?![A-Za-z])|(?<![A-Za-z])send(?=[A-Z])${THING}(?![A-Za-z])|[a-z](?<!bytes|packets|last|total|count|time)Sent(?![A-Za-z])`,
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

/** How many there were of either kind: `12 sent, 14 received`, `tx=12 rx=14`. */
const COUNTED = '(?:(?:sent|received|recv|rx|tx)\\s?[:=]?\\s?\\d+|\\d+ (?:\\w+ )?(?:sent|received))(?! ?bytes)';
const COUNTS = new RegExp(`${COUNTED}[,;/ ]{1,3}(?:and )?${COUNTED}`, 'i');
/** A field of its own says it more surely than any word. */
const FIELD =
  /(?<![A-Za-z])(?:direction|dir)["']?\s?[:=]>?\s?["':]{0,2}(incoming|outgoing|inbound|outbound|received|recv|rcvd?|sent|snd|send|in|out|rx|tx)(?![a-z])/i;
/** The interface that tcpdump took a packet from: `eth0  Out IP 192.0.2.1.5060 > `. */
const AT_INTERFACE = /^\S* ?[\d:.]+ [\w.@-]{1,16} +(In|Out) +IP6? /;

const directionIn = digitBlind((text): Direction | undefined => {
  const field = (FIELD.exec(text) ?? AT_INTERFACE.exec(text))?.[1];
  if (field) return /^(?:in|r)/i.test(field) ? 'in' : 'out';
  const received = IN.exec(text);
  const sent = OUT.exec(text);
  if ((received || sent) && COUNTS.test(text)) return undefined;
  if (received && sent) return received.index < sent.index ? 'in' : 'out';
  if (received || sent) return received ? 'in' : 'out';
  return FUNCTION_IN.test(text) ? 'in' : FUNCTION_OUT.test(text) ? 'out' : undefined;
});

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
  const [, way, truth] =
    /\bis_?(sender|outgoing|outbound|sent|incoming|inbound|received)["']?\s*[:=>]\s*["']?(true|false)/i.exec(record) ??
    [];
  if (way && truth) return /^(?:in|rec)/i.test(way) === (truth.toLowerCase() === 'true') ? 'in' : 'out';
  const gress = /\b(in|e)gress["']?\s*[:=]\s*[{[(](?! ?NO)/i.exec(record)?.[1];
  if (gress) return gress.toLowerCase() === 'in' ? 'in' : 'out';
  const leg = /(?:direction|dir)["']?\s*[:=]\s*["']?(ue|local|client|network|remote|server|peer)_?to_?\w/i.exec(
    record,
  )?.[1];
  if (leg) return /^(?:ue|local|client)/i.test(leg) ? 'out' : 'in';
  const whole = WHOLE_VALUE.exec(record)?.[1];
  if (whole) return /^(?:in|rec)/i.test(whole) ? 'in' : 'out';
  const word =
    /(?:direction|dir|tag|type)["']?\]?\s*(?:[:=]>?|>)\s*(?:string\(\d+\) )?["']?(in|out|incoming|outgoing|rcv|snd|recv|send|rx|tx|received|sent|inbound|outbound)\b/i.exec(
      record,
    )?.[1] ??
    CELL.exec(record)?.[1] ??
    TEXT_FIELD.exec(record)?.[1];
  if (word === undefined) return undefined;
  return /^(?:in|rcv|recv|rx|received|incoming|inbound)/i.test(word) ? 'in' : 'out';
});

/** Whether a text has a word for a direction. */
export const saysDirection = (text: string): boolean => directionIn(text) !== undefined;
