import { q850CauseNamed } from '../../knowledge/names.ts';
import { codesIn } from './codes.ts';
import { namesHeader } from './headers.ts';
import { anyOf, CAUSE_NAME, type Evidence, METHOD, phraseBehind, REACH } from './words.ts';

/**
 * Whether a line speaks of SIP at all. A number or an English word alone is nothing; what a rule takes for SIP needs a
 * witness on the same line, and none of another protocol.
 */

/** A part of a line that speaks of one thing. */
export interface Clause {
  readonly text: string;
  /** Of the clause in the line. */
  readonly start: number;
  /** With none, only what names its own protocol is read. */
  readonly sip: Evidence;
}

/** What nothing but SIP writes. */
const SURELY_SIP = new RegExp(
  [
    String.raw`\bSIP\/2|\bsips?:[^\s:]|z9hG4bK|\bcseq\b|Session Initiation Protocol`,
    `\\bSIP ${anyOf`request response reply message method dialog transaction call status code error trace`}`,
    // Names in the logs of stacks.
    String.raw`pjs(?:ip|ua)|\b(?:tsx|inv|dlg)0x|\bsofia|chan_sip|\bn[ut]a(?:_|\b)|sipmsg|<script>`,
    String.raw`\bdialog \[|\bdlg_|\b(?:tm|sl)(?: \[|:)|\b[ts]l?_(?:reply|relay|check)|sl_send_reply`,
    `\\b${anyOf`
      kamailio opensips freeswitch drachtio flexisip baresip jssip sipp sipd sems belle[_-]sip liblinphone`}(?![a-z])`,
    `\\b${anyOf`UA[CS] B2BUA registrar in-dialog [PSI]-?CSCF`}\\b`,
  ].join('|'),
  'i',
);
/** Words of telephony over SIP. */
const MAYBE_SIP = new RegExp(
  [
    String.raw`(?<![a-z])sips?(?![a-z])|[a-z]sip\b|\bsip(?!h|ari|p?ed\b|ping\b)[a-z]+|call[-_]?id\b|VoIP|\bon_(?:reg|call(?:_tsx)?)_state\b`,
    `\\b${anyOf`
      trunk softphone PBX callee caller SBC SUA CUBE CUCM VoLTE asterisk jambonz linphone jigasi heplify 3CX`}(?![a-z])`,
    `\\b${anyOf`PSTN ISUP DTMF SDP SRTP LCR AoR MWI DND verstat STIR`}\\b`,
    `\\b${anyOf`
      early\smedia (?:To|From)\stag next\shop stateless [1-6]xx\srepl(?:y|ies) loose\srout event\spackage route\sset (?:final|provisional)\s(?:response|reply|answer) provisional\s\d`}`,
    `(?<![\\p{L}\\d_])${anyOf`santral çağrı arayan aranan abone`}`,
  ].join('|'),
  'iu',
);
/** `SIPHandler`, `onSipReply`; nobody but SIP shouts goodbye. */
const SIP_IN_NAME = /SIP[A-Z][a-z]|Sip[A-Z]|(?<![A-Za-z])sip[A-Z]|\bBYE\b/;

/** Protocols whose codes and verbs look like those of SIP. */
const OTHER_PROTOCOL = new RegExp(
  [
    `\\b${anyOf`
      HTTPS? E?SMTP S?FTP RTSP MRCP MGCP MSRP STUN TURN IMAP POP3 LDAP XMPP BOSH IRC SQL MQTT AMQP REST API XHR CORS URL
      gRPC`}\\b`,
    String.raw`\b(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?:["']?\/|\*\s)|"(?:GET|POST|PUT|DELETE|PATCH|HEAD) `,
    String.raw`\b(?:SELECT|INSERT INTO|DELETE FROM)\b|\bUPDATE \S+ SET\b|\d (?:for|on) \/\w`,
    // Publishing to a topic: `PUBLISH phones/200/state`, `NOTIFY calls, '200'`.
    String.raw`\b(?:PUBLISH|SUBSCRIBE|NOTIFY) (?!sips?:)[a-z_]+(?:[._/:#]|, ?')`,
  ].join('|'),
);
/** Programs that speak them. */
const OTHER_PROGRAM = new RegExp(
  `(?<![a-z])${anyOf`
    https? rtsp mosquitto mqtt redis kafka rabbitmq mysqld? mariadb postgres\w* sqlite webhook nginx apache2? httpd haproxy
    curl wget postfix (?:e-?)?mail git ircd? upload download bucket systemd docker twirp exited exit[\s_-](?:code|status)`}(?![a-z])`,
  'i',
);

const speaksOfAnother = (text: string): boolean => OTHER_PROTOCOL.test(text) || OTHER_PROGRAM.test(text);

/** Where one thing said ends and another begins. */
const CLAUSE_END = /[,;}]\s|\.\s|\s[-–—]\s|\s(?:-+>|=>|→|so|then|and|but)\s/g;

const OTHER_METHOD = '(?:REGISTER|SUBSCRIBE|BYE|REFER|CANCEL|NOTIFY|OPTIONS|PUBLISH)';
const DONE_WITH_METHOD = anyOf`
  [Ss]ent [Ss]end(?:ing|s)? [Rr]eceived? [Rr]eceiving [Rr]ecv rcvd [RT][Xx] [Gg]ot [Ii]ncoming [Oo]utgoing [Ii]nbound
  [Oo]utbound [Rr]etransmit\w* [Uu]nexpected [Rr]eject(?:ed|ing)? [Pp]rocess(?:ed|ing)? [Mm]ethod [Kk]eep-?alive (?:[Ii]ncoming|[Oo]utgoing)\srequest
  [Pp]rob(?:ed?|ing)(?:\s(?:with|by))? (?:[Rr]esponse|[Rr]eply|[Aa]nswer)\s(?:to|for)`;
const DONE_BY_METHOD = anyOf`
  requests?\b transaction response retransmission timed?\s?out sent received rejected accepted declined failed answered
  challenged forked relayed forwarded refresh flood failures? attempts? keep-?alive ping iste[ğk] al[ıi]nd gönder`;
/** Methods whose capitals nobody else writes, and the others where something is done with them. */
const METHOD_IN_USE = new RegExp(
  [
    // Kamailio's mark of a call: `{1 3 REGISTER call-id}`.
    '\\{\\d{1,3} \\d{1,10} [A-Z]{3,12} [^}\\s]',
    '\\b(?:[Rr]e-?)?INVITE\\b|\\bPRACK\\b|\\bstray ACK\\b|\\b[Rr]e-REGISTER\\b',
    `\\b${DONE_WITH_METHOD}[=:]? ["'(<[]?(?:an? |the |initial )?${OTHER_METHOD}\\b`,
    `\\b[Mm]ethod["']?\\s?[:=]\\s{0,3}["'<]?(?!OPTIONS)${OTHER_METHOD}\\b`,
    `\\b${OTHER_METHOD} ${DONE_BY_METHOD}`,
    // To or from somebody: `REGISTER of 4005`, `SUBSCRIBE  alice@example.com`.
    `\\b${OTHER_METHOD}(?: (?:from|of|by|to))?\\s{1,10}(?:<?sips?:|[\\w.+-]{1,64}@\\w|\\+?\\d{3,}\\b|\\d{1,3}\\.\\d{1,3}\\.\\d)`,
    `\\b${OTHER_METHOD}\\s?(?:-+>|=>|→|:)?\\s?[1-6]\\d\\d\\b`,
    `\\b${OTHER_METHOD}\\s?-{2,}>|(?:<-{2,9}|(?<!-)-{2,40}>)\\s?(?:${OTHER_METHOD}|ACK)\\b`,
    `\\b[1-6]\\d\\d\\b(?: [A-Za-z/-]{2,20}){0,4} (?:for|to) ${OTHER_METHOD}\\b`,
    // Ladders: `<--407--`, `180 <----------`.
    '<-{1,9}\\s?[1-6]\\d\\d\\s?-|-\\s?[1-6]\\d\\d\\s?-{1,9}>|(?<![\\w.])[1-6]\\d\\d\\s{1,9}<-{3}',
  ].join('|'),
);
const ANY_OTHER_METHOD = new RegExp(`\\b(?:${OTHER_METHOD}|ACK)\\b`);
/** What a method is spoken of with. */
const OF_METHODS =
  /\bdialog(?:ue)?\b(?! (?:box|window))|\b(?:registration|binding|Expires|nonce|realm|peer|watcher|subscription|retransmi\w+|transaction)\b/i;
/** What answers in telephony are about; beside a code that HTTP does not have, it is one of SIP. */
const CALL =
  /\b(?:calls?|leg|branch|carrier|codec|ring(?:ing|back)?|dial\w*|extension|dialog|busy|gateway|peer|hunt|transfer|meşgul|arama\p{Ll}*|dahili)(?![a-z])/iu;
const ANY_METHOD = new RegExp(METHOD, 'g');
/** Methods that are English verbs, in a sentence that only shouts: `REFER to section 4`, `please NOTIFY the owner`. */
const VERB = new RegExp(
  `(?:\\b[Pp]lease |\\b[Kk]indly |\\b[Yy]ou (?:may|must|can|should) )?\\b(?:REFER|NOTIFY|UPDATE|CANCEL|REGISTER|SUBSCRIBE|PUBLISH|INVITE|ACK)(?= (?:to )?${anyOf`
    the your our my this that these all us me it section page chapter table figure appendix step manual`}\\b)`,
  'g',
);
/** Nobody means a transaction who lists TCP flags. */
const TCP_FLAGS = /\b(?:SYN|RST|FIN|PSH)\b/;

const CODE = /(?<![\w.])[1-6]\d\d(?!\w)/g;
/** Codes whose phrases HTTP has, too: these speak of SIP only beside a method or a registration. */
const HTTP_TOO = new Set(
  '200 202 204 300 301 302 305 400 401 402 403 404 405 406 407 408 410 411 413 414 415 500 501 502 503'
    .split(' ')
    .map(Number),
);
/** `Server Internal Error` where HTTP says `Internal Server Error`. */
const OWN_WORDS = new Set([302, 500]);
/** What answers with phrases that HTTP has, too, are about in telephony. */
const REGISTRATION = new RegExp(
  `(?<![a-z])${anyOf`
    dialog(?!\s(?:box|window)) call\s\d+: leg extension (?:un)?regist(?:er(?:ed|ing)?|ration) hang-?up dial(?:led|ing)? voicemail kayıt
    kayd[ıi]`}(?![a-z])`,
  'i',
);

/** The parts of a line in which prose is read, in order. */
export function clausesOf(line: string): readonly Clause[] {
  if (!speaksOfAnother(line)) return [{ text: line, start: 0, sip: evidenceIn(line) }];
  return split(line)
    .filter(({ text }) => !speaksOfAnother(text))
    .map((clause) => ({ ...clause, sip: evidenceIn(clause.text) }))
    .filter(({ sip }) => sip !== 'none');
}

function split(line: string): readonly { readonly text: string; readonly start: number }[] {
  const clauses: { text: string; start: number }[] = [];
  let start = 0;
  for (const { index, 0: end } of line.matchAll(CLAUSE_END)) {
    clauses.push({ text: line.slice(start, index), start });
    start = index + end.length;
  }
  return [...clauses, { text: line.slice(start), start }];
}

function evidenceIn(text: string): Evidence {
  if (SURELY_SIP.test(text) || METHOD_IN_USE.test(text) || hasTwoMethods(text) || namesHeader(text)) return 'sure';
  const phrase = phraseIn(text);
  if (phrase === 'own') return 'sure';
  const method = ANY_OTHER_METHOD.test(text) && !TCP_FLAGS.test(text);
  const answers = codesIn(text, 'none');
  if (method && (answers.length > 0 || OF_METHODS.test(text))) return 'sure';
  if (MAYBE_SIP.test(text) || SIP_IN_NAME.test(text) || namesCause(text)) return 'some';
  if ((phrase === 'shared' || answers.length > 0) && REGISTRATION.test(text)) return 'some';
  const own = answers.filter(({ code }) => !HTTP_TOO.has(code)).length;
  return own > 1 || (own > 0 && CALL.test(text)) ? 'some' : 'none';
}

const namesCause = (text: string): boolean =>
  (text.match(CAUSE_NAME) ?? []).some((name) => q850CauseNamed(name) !== undefined);

/** Whether a code and its phrase are there, and whether HTTP has them, too: `486 Busy Here` is SIP's own. */
function phraseIn(text: string): 'own' | 'shared' | undefined {
  let shared = false;
  for (const { 0: digits, index } of text.matchAll(CODE)) {
    const code = Number(digits);
    const { length, near } = phraseBehind(code, text.slice(index + 3, index + 3 + REACH));
    if (near && (!HTTP_TOO.has(code) || (length > 0 && OWN_WORDS.has(code)))) return 'own';
    shared ||= length > 0;
  }
  return shared ? 'shared' : undefined;
}

function hasTwoMethods(text: string): boolean {
  if (TCP_FLAGS.test(text)) return false;
  const names = new Set(text.replace(VERB, '').match(ANY_METHOD));
  for (const level of ['INFO', 'MESSAGE', 'UPDATE']) names.delete(level);
  return names.size > 1;
}
