/** How a stretch of a log says over what a message went. */

/** The address of a user, whose `transport` tells how to reach that user and not how this message went. */
const USER_URI = 'sips?:[^\\s<>"@]{1,80}@[^\\s<>"]{1,120}';
/** `proto=17`, `proto 6`, `"transport": "udp"`, `<transport>tls`. */
const FIELD = new RegExp(
  `(?:^|[\\n,{;|<\\s"'.[(])(?:ip_?)?(?:proto|transport|protocol)["']?(?:\\s*[:=>]\\s*["']?|\\s(?=\\d)|(?<=["']),? ?["'])(?:IPPROTO_)?(udp|tcp|tls|wss?|sctp|17|6|132)(?![\\w.])(?<!${USER_URI})`,
  'i',
);
/** The numbers of the transports in an IP packet (IANA's Protocol Numbers). */
const NUMBERS: Readonly<Record<string, string>> = { '6': 'TCP', '17': 'UDP', '132': 'SCTP' };

/** The transport that a field names. */
export function transportField(text: string): string | undefined {
  const written = FIELD.exec(text)?.[1];
  return written && (NUMBERS[written] ?? written.toUpperCase());
}

/**
 * ngrep begins a record with `U` for UDP or `T` for TCP, then its time, the seconds since the one before (`+0.002870`)
 * or the addresses, and an arrow between them; a mail that quotes it writes `> ` before that, a page may a backtick.
 */
const LETTER =
  /(?:^|^[^\n]{0,40}[\s>|:`-])(U|T)(?:\(\d+\))? (?:(?:\d{4}\/|\+?\d{1,10}\.\d|\[?[0-9a-f]{0,4}:)[^\n]{0,120}|[\w.-]{2,64}:\d{1,5}|<[\w .-]{1,64}>:\d{1,5}) -> /;

function inLetter(text: string): string | undefined {
  const letter = LETTER.exec(text)?.[1];
  return letter && (letter === 'U' ? 'UDP' : 'TCP');
}

/** A word of its own or a function's part: `tls_write`, `IPPROTO_UDP`, `TcpConnection`, `UDPAddr`. */
const DONE_OVER_IT = '_?(?:send|sent|recv|rcv|receive|read|write|snd)';
const NO_CONNECTION = '(?! (?:certificate|cert|handshake|cipher|version|key)s?\\b)';
const WORD = new RegExp(
  `(?:(?<![\\w.]|2\\.0\\/)(?:IPPROTO_)?(UDP|TCP|TLS|WSS|WS|SCTP|udp|tcp|tls|wss|(?<!\\/)ws|sctp)(?:(?![\\w.])${NO_CONNECTION}|(?=${DONE_OVER_IT}))|(?<!\\w)(?:(Udp|Tcp|Tls|Wss|Sctp)(?=[A-Z])|(UDP|TCP|TLS|WSS|SCTP)(?=[A-Z][a-z])))(?<!${USER_URI})`,
  'g',
);

/** What is carried over another transport: TLS and WebSockets over TCP, secure WebSockets over TLS. */
const CARRIES: Readonly<Record<string, readonly string[]>> = { TLS: ['TCP'], WS: ['TCP'], WSS: ['TLS', 'TCP'] };

/** A transport that stands alone as a word; where several do, none is said, but for one that is carried over the others. */
export function transportWord(text: string): string | undefined {
  const words = new Set([...text.matchAll(WORD)].map(([, ...forms]) => (forms.find(Boolean) ?? '').toUpperCase()));
  for (const word of words) if ([...words].every((one) => one === word || CARRIES[word]?.includes(one))) return word;
  return undefined;
}

/**
 * The transport that a field of the record names, where words have named what it is carried over, or the WebSockets
 * that it makes secure: `transport: 'wss'` below `ws => {`.
 */
export function finerTransport(said: string, record: string): string {
  const field = said === 'UDP' ? undefined : transportField(record);
  const isFiner = field !== undefined && (CARRIES[field]?.includes(said) || (field === 'WSS' && said === 'WS'));
  return isFiner ? field : said;
}

/** In capitals: `UDP`, `TCP`, `TLS`, `WS`, `WSS`, `SCTP`. */
export const transportIn = (text: string): string | undefined =>
  transportField(text) ?? inLetter(text) ?? transportWord(text);

/** Whether a line speaks of WebSockets, whichever kind of them: `Received WebSocket message:`. */
export const speaksOfWebSocket = (line: string): boolean => /websocket/i.test(line);
