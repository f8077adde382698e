import { methodAlternatives } from '../../patterns.ts';
import { wordsAbroad } from './direction-vocabulary.ts';

/** Words, arrows and names of functions that say which way a message went. */

/** Behind the three signs of Python's prompt stands what somebody typed: `>>> hexdump(packet)`. */
const NO_PROMPT = '(?!(?<=>>>) [A-Za-z_][\\w.]*(?:\\(| = ))';

/** Where words of either direction are looked for, in the order in which the ways to say it are sure. */
export interface DirectionWords {
  /** What was done with a message. */
  readonly words: RegExp;
  /** A program may begin with one what it says, whichever way the message went: `m=OPTIONS >> <script>: RX udp`. */
  readonly arrows: RegExp;
  /** What it is called: `Incoming request`. A call that came in may be answered: `Incoming call: sending 200`. */
  readonly names: RegExp;
  /** `in` and `out`, which mean a direction where they stand alone or before what came or went. */
  readonly short: RegExp;
  readonly functions: RegExp;
}

/** `com.example.transmit.Observer` only says where a class lies, and a test has its name from what it tries. */
const NO_PACKAGE = '(?!(?<=[\\w]\\.)\\w{1,16}\\.\\w)(?<!\\btest_\\w{0,40})';

/** Where a program failed: `Transport.send(Transport.java:120)`. */
const NO_FRAME = '\\(\\w{1,64}\\.\\w{1,8}:\\d';

/** What stands between two addresses leads from one to the other, whoever logs it. */
const NOT_LINKED = '(?<!(?:\\.\\w{1,3}\\.\\d{1,3}(?::\\d{2,5})?|[a-z\\]]:\\d{2,5}|:[\\da-f]{1,4}:\\d{4,5})\\]?\\s?)';

/** Scripts other than Latin need no blank before a word of Latin letters, or behind it: `收到SIP消息`, `SIP受信`. */
const OTHER_SCRIPT = '[\\u0370-\\uffff]';

const wordsLike = (words: readonly string[]): string =>
  `(?:(?<![A-Za-z])|(?=${OTHER_SCRIPT}))${NO_PACKAGE}(?:${words.join('|')})(?:(?![a-z])|(?<=${OTHER_SCRIPT}))(?!${NO_FRAME})`;

const arrowsLike = (arrows: string): string => `(?:^|[^\\w<>=-])${NOT_LINKED}(?:${arrows})(?![\\w<>])`;

/** Before nothing, a colon, dashes, a field, or the end of a string. */
const ALONE = '["\')]?\\s*(?:$|[:\\]|}]|[-=*]{3})|["\'],|, \\w{2,12}=|\\s+\\$\\w{1,16} = ';
/** Before `from` or `to`, an address, or a method. */
const BEFORE_WHAT_WENT = `["')]?\\s+(?:from\\b|to\\b|(?:(?:udp|tcp|tls|wss?|sctp|UDP|TCP|TLS|WSS?|SCTP)[:/ ])?\\[?\\d{1,3}\\.\\d|(?:${methodAlternatives})\\b)`;
/** In capitals before a field as well, or before what it went over: `IN  proto=udp src=192.0.2.1:5060`, `IN  UDP 512B`. */
const BEFORE_FIELD = '\\s+(?:[a-z_]{2,12}=|(?:UDP|TCP|TLS|WSS?|SCTP)(?![\\w/-]))';

/** `in`, `In` and `IN`: between two words it is a preposition. `SIP-IN` and `msg_in` are none, `System.out` is Java's. */
function shortLike(lower: string): RegExp {
  const capitals = lower.toUpperCase();
  const capital = `${capitals[0]}${lower.slice(1)}`;
  const word = `(?:(?:(?<![a-z]{2} )|(?<=\\b(?:SIP|[Ss]ip|[Mm]essage|[Mm]sg|[Pp]acket|[Dd]atagram|[Rr]equest|[Rr]esponse|[Rr]eply) ))${lower}|${capital}|${capitals})`;
  const name = `(?:(?:SIP|MSG)[-_ ]${capitals}|(?:sip|msg|message|packet)_${lower}|(?:udp|tcp|tls|wss?)[-_]${lower}(?=[:\\])]))`;
  return new RegExp(
    `(?<![\\w-]|\\bSystem\\.)(?:${word}(?=${ALONE}|${BEFORE_WHAT_WENT})|${capitals}(?=${BEFORE_FIELD}))|(?<![A-Za-z])${name}(?![A-Za-z])`,
  );
}

/** A call, a leg or a route goes in a direction of its own, whichever way its messages go. */
const OF_A_MESSAGE =
  '(?<!(?:call|leg)[_ -]?dir(?:ection)?["\']?\\s?[:=]\\s?["\']?\\w{2,3}bound)' +
  '(?![ _-](?:calls|call[ _-]?leg|leg|rout\\w*|trunk|prox(?:y|ies)|rule|filter|queue|gateway|registration|profile|interface|port|dialplan|context))';
/** Programs read and write other things as well. */
const NO_FILE = '(?! (?:\\w+ )?(?:config\\w*|files?|settings|options|database|cache|timeout|lock)\\b)';
const NO_BUFFER = '(?![ _-](?:buffers?|queue|timeout|timer|window|size|rate|lock)\\b)';
const NO_COUNT = '_(?:total|count|bytes|packets|messages)';
/** `rx-thread` is a name, `RX-UDP` is none. */
const NO_NAME = '(?!-(?!udp|tcp|tls|wss?|sip|m(?:sg|essage)|re[qs]))';
/** What is asked for, or answered with yes or no, says nothing by its name: `is_outgoing`, `incoming=false`. */
const NO_TRUTH_BEFORE = '(?<!is[_ -]?)';
const NO_TRUTH = '(?!["\'`]?\\s?[:=]\\s?["\']?(?:\\d(?![\\w.])|(?:true|false|null|none)\\b))';
/** A field for what came in or went out that says that nothing did: `ingress: { [NO SOURCE] }`, `ingress: { }`. */
const NO_GRESS = '(?!: ?[[{(] ?(?:[[{(]?NO\\b|[\\]})]))';
/** Whoever a message was sent from may be the other side: `Sent from proxy-a`; an address or a transport is one's own. */
const NO_SENDER =
  '(?! from (?!\\S*\\d|(?:the )?(?:udp|tcp|tls|wss?|sctp|local|socket|interface|port|listener|transport)\\b)[a-z])';

/**
 * reSIProcate sends to its transaction user (TU) what it has received; what a program sends internally goes nowhere;
 * `received=192.0.2.1` is a parameter of Via; an error that was received is no message.
 */
const RECEIVED: readonly string[] = [
  `received(?!=|-\\w|${NO_COUNT}| (?:an? )?err(?:or)?s?\\b)|receiving|receives?${NO_BUFFER}|recv(?:'?d)?${NO_BUFFER}|rcvd?|rx${NO_NAME}|recvfrom|recvmsg|rxfrom|siprx|readfrom(?:udp)?`,
  `send(?= to TU\\b)|got(?=:?["']*\\s*$| (?:an? )?(?:\\{|(?:sip|${methodAlternatives})\\b|request|response|message|packet|data|\\d))`,
  `(?:read|reading)${NO_FILE}|(?:process|tcp|udp|socket)read`,
  'sen(?:t|ds?)(?= (?:to )?us(?![\\w.-]))',
  '📥|📨|📩',
  ...wordsAbroad('received'),
];
const SENT: readonly string[] = [
  `sent(?!-\\w| (?:to )?us(?![\\w.-])|${NO_COUNT})${NO_SENDER}|sending|sends?(?! (?:to TU|(?:to )?us|internal(?:ly)?)\\b)${NO_BUFFER}|snd|tx${NO_NAME}|sendto|sendmsg|txto|siptx|writeto(?:udp)?|send(?:to)?(?:network|tcp|udp)`,
  'replying(?= (?:[A-Za-z]+ ){0,2}(?:message|response|with)\\b)',
  'deliver(?:ing|y)(?= (?:with|over|via) (?:udp|tcp|tls|wss?|sctp)\\b)',
  'transmitting|transmitted|transmit|retransmitting|retransmit|retransmission',
  `(?:writing|wrote|write)${NO_FILE}`,
  '📤',
  ...wordsAbroad('sent'),
];
/** An event of a socket, before the object that tells of it: `udp message {`. */
const MESSAGE_EVENT = '(?:udp|tcp|ws|websocket|socket|dgram)[ .:_-]message(?=:? ?[{[]\\s*$)';
/** What Erlang's sockets deliver to whoever owns them, `{udp, Socket, Address, Port, Data}` (`gen_udp`, `gen_tcp`). */
const DELIVERED = '\\{(?:udp|tcp|sctp), ?#Port<[\\d.]{1,16}>';
/** Whom a message is of in the fields of a server that hands it to a program: the network, not an application. */
const OF_NETWORK = '(?<=\\|sip\\|)network(?=\\|)';
const COMING = [
  `${DELIVERED}|${OF_NETWORK}|${MESSAGE_EVENT}|${NO_TRUTH_BEFORE}(?:incoming|inbound)${NO_TRUTH}${OF_A_MESSAGE}|ingress${NO_GRESS}`,
  ...wordsAbroad('coming'),
];
const GOING = [
  `${NO_TRUTH_BEFORE}(?:outgoing|outbound)${NO_TRUTH}${OF_A_MESSAGE}|egress${NO_GRESS}`,
  ...wordsAbroad('going'),
];

/**
 * What functions are called with, or send: `onMessageReceived`, `udpRecv`, `sendRequest`, `sipSocketRecvMsg`; not
 * `bytesReceived`, nor whether something may be sent: `canSendRequest`.
 */
const MESSAGES = 'Message|Msg|Request|Response|Packet|Datagram';
const THING = `(?:Sip|SIP)?(?:${MESSAGES}|Data)?`;
const functionsLike = (verbs: string, done: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])[Oo]n(?:[A-Z][A-Za-z]{0,24}?)?(?:${done})${THING}(?![A-Za-z])` +
      `|(?<![A-Za-z])(?:${verbs})(?=[A-Z])${THING}(?![A-Za-z])` +
      `|[a-z](?<!bytes|packets|last|total|count|time)(?:${done})(?![A-Za-z])` +
      `|[a-z](?<!can|could|may|must|should|never|not|last|is|to)(?:${done})(?:Sip|SIP)?(?:${MESSAGES})(?![A-Za-z]|${NO_FRAME})`,
  );

export const IN: DirectionWords = {
  words: new RegExp(wordsLike(RECEIVED), 'i'),
  arrows: new RegExp(arrowsLike('<{2,}'), 'i'),
  names: new RegExp(wordsLike(COMING), 'i'),
  short: shortLike('in'),
  functions: functionsLike('receive|recv|on(?=Message|Msg|Packet|Datagram)', 'Received?|Recvd?|Rcvd'),
};
export const OUT: DirectionWords = {
  words: new RegExp(wordsLike(SENT), 'i'),
  arrows: new RegExp(arrowsLike(`>{2,}${NO_PROMPT}`), 'i'),
  names: new RegExp(wordsLike(GOING), 'i'),
  short: shortLike('out'),
  functions: functionsLike('send', 'Sen[dt]'),
};
