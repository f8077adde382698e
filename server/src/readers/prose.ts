import { q850CauseNamed, statusCode } from '../knowledge/names.ts';
import { methodAlternatives } from './log/patterns.ts';
import type { Mention, Term } from './mention.ts';

/**
 * SIP in the sentences of a log: `Got SIP response 486 "Busy Here"`, `status=487`, `Reason: Q.850;cause=16`.
 * A number or an English word alone is nothing; a rule asks for words around it that only SIP has.
 */

interface ProseRule {
  /** With `d` indices; the groups are named after what they hold. */
  readonly pattern: RegExp;
  /** Whether the rule needs another word of SIP in the same line. */
  readonly needsSip?: boolean;
}

const METHOD = `(?<method>${methodAlternatives})`;
/** Methods that nobody writes in capitals who means something else, where something else in the line is of SIP. */
const OWN_METHOD = '(?<method>(?:re-)?INVITE|REGISTER|SUBSCRIBE|PRACK|BYE|CANCEL|ACK|NOTIFY|REFER)';
/** 702 is the code that pjsip gives a name that does not resolve; it is never on the wire. */
const NUMBER = '[1-6]\\d\\d|702';
/** What is counted is no code; only plurals, for phrases begin with `Call/`, `Message`, `Request`, `Session`. */
const COUNTED =
  'ms|msec|s|sec|bytes?|kB|KB|MB|kbps|Hz|of|calls|channels|connections|devices|entries|extensions|frames|hours|items|lines|messages|minutes|octets|packets|peers|records|requests|retries|rows|seconds|sessions|threads|times|users';
const CODE = `(?<code>${NUMBER})(?!\\d|@|[.:]\\d|\\s*(?:%|(?:${COUNTED})\\b))`;
/** Where `INFO` is a log's level, something else than a word stands before it. */
const METHOD_NOT_LEVEL = `(?<method>(?<=[a-z] )INFO|INFO(?= \\S+ SIP/2\\.0)|(?!INFO\\b)(?:${methodAlternatives}))`;
/** The phrase right behind a code, or in the field behind it. */
const PHRASE =
  '(?:(?:["\']?[;, ]{1,2}(?:sip_|response[_-]?)?(?:reason|phrase|text)[_-]?(?:phrase|text)?["\']?[=:] ?|[ ,:-]{1,3})["\'(<\\[]?(?<phrase>[A-Z][A-Za-z/ -]{1,40}))?';

const CAUSE_NAME = /(?<![A-Z_])[A-Z]+(?:_[A-Z]+)+(?![A-Z_])/g;

const rules: readonly ProseRule[] = [
  { pattern: new RegExp(`\\bSIP/2\\.0 ${CODE}${PHRASE}`, 'dg') },
  {
    pattern: new RegExp(
      `\\bSIP[ _-](?:response|reply|status|code|error|answer|cause|result)(?:[ _-](?:code|status))?\\b[ :=#"'([<-]{0,4}${CODE}${PHRASE}`,
      'dgi',
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:response|reply|answer|status|final|provisional|rejected|declined|failed|error|replied|answered|respond(?:ed|ing)?|returned|returning|received|recv|rcvd|sent|sending|got)\\b(?:[ _-](?:code|status|line|reply|response|msg|message|by peer|from peer|with|SIP|is|of|as|a))*[ ,:=#"'(\\[<-]{1,4}${CODE}${PHRASE}`,
      'dgi',
    ),
    needsSip: true,
  },
  {
    pattern: new RegExp(
      `(?<![a-z]|\\b(?:access|area|country|dial|exit|feature|postal|return|user)[ _])(?:code|cause|reason|rc|sipcode|resp|respcode|responsecode|statuscode)["']?[ :=#"'(\\[<]{1,4}${CODE}${PHRASE}`,
      'dgi',
    ),
    needsSip: true,
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])(?:sip_(?:code|status|term_status)|sipcode|sip_response|sip_hangup_disposition)["']?[ :=]{1,3}["']?${CODE}`,
      'dgi',
    ),
  },
  // A word for an answer, and at most three more before the code.
  {
    pattern: new RegExp(
      `\\b(?:with|mapped to|challenge|reliable|then|event [ir]_\\w+) (?:(?:an?|the|SIP|code|status|response|final) ){0,3}${CODE}${PHRASE}`,
      'dg',
    ),
    needsSip: true,
  },
  { pattern: new RegExp(`\\bSIP:? ${CODE}(?=[)\\],.;|"']|\\s*$)`, 'dg') },
  { pattern: new RegExp(`\\bsip=["']?${CODE}`, 'dg') },
  // FreeSWITCH: `entering state [terminated][486]`, `Failed Registration with status Forbidden [403]`.
  { pattern: new RegExp(`\\bentering state \\[\\w+\\]\\[${CODE}\\]`, 'dg') },
  { pattern: new RegExp(`\\bFailed Registration (?:with status [\\w ]{1,40} )?\\[${CODE}\\]`, 'dg') },
  { pattern: new RegExp(`\\bResponding to ${METHOD} with:? ${CODE}`, 'dg') },
  // SIPp: `while expecting '180' (index 1), received 'SIP/2.0 404 Not Found`.
  { pattern: new RegExp(`\\bexpect(?:ing|ed) '${CODE}'`, 'dg'), needsSip: true },
  { pattern: new RegExp(`(?<![\\w.:/-])${CODE}/${METHOD}\\b`, 'dg') },
  { pattern: new RegExp(`(?<![\\w.:/-])${CODE}${PHRASE} (?:for|to) (?:[a-z][a-z-]{0,15} ){0,2}${METHOD}\\b`, 'dg') },
  // `INVITE -> 486`, `REGISTER: 401`
  { pattern: new RegExp(`\\b${OWN_METHOD}\\s?(?:-+>|=>|→|:|,)\\s?${CODE}${PHRASE}`, 'dg'), needsSip: true },
  { pattern: new RegExp(`\\b(?:UAC|UAS|[Rr]egist(?:er|ration))\\s?[:=]\\s?${CODE}${PHRASE}`, 'dg'), needsSip: true },
  // `FinalStatusCode=200 SipMethod=INVITE`
  {
    pattern: new RegExp(
      `(?:[Ss]tatus|[Rr]esponse|[Rr]eply|[Ss]ip|SIP)_?(?:[Cc]ode|[Ss]tatus)["']?\\s?[:=]\\s?["']?${CODE}${PHRASE}`,
      'dg',
    ),
    needsSip: true,
  },
  { pattern: new RegExp(`(?:[Ss]ip|SIP)_?[Mm]ethod["']?\\s?[:=]\\s?["']?${METHOD}\\b`, 'dg') },
  // Turkish: `SIP yanıtı: 486`, `SIP hata kodu 503`, `404 yanıtı`.
  { pattern: new RegExp(`\\bSIP (?:yanıt|cevap|cevab|hata|durum)[ıi]?(?: kodu)?[ :=]{1,3}${CODE}${PHRASE}`, 'dg') },
  {
    pattern: new RegExp(`(?<![\\w.:/-])${CODE} (?:hata |durum )?(?:yanıtı|cevabı|kodu|hatası)(?![a-zçğıöşü])`, 'dg'),
    needsSip: true,
  },
  { pattern: new RegExp(`\\bResponse msg ${CODE}/(?<method>${methodAlternatives})/cseq=`, 'dg') },
  { pattern: new RegExp(`\\bRequest msg ${METHOD}/cseq=`, 'dg') },
  { pattern: new RegExp(`\\b${METHOD_NOT_LEVEL} <?(?:sips?|tel):`, 'dg') },
  { pattern: new RegExp(`\\bCSeq["']?[:=]? ?["']?\\d{1,10} ${METHOD}\\b`, 'dgi') },
  { pattern: new RegExp(`\\bcseq=\\d{1,10}[ /]${METHOD}\\b`, 'dgi') },
  { pattern: new RegExp(`\\{\\d \\d+ ${METHOD} [^}\\s]+\\}`, 'dg') },
  { pattern: new RegExp(`\\bSIP (?:request|message|method)[ :="'(\\[<-]{1,4}${METHOD}\\b`, 'dgi') },
  {
    pattern: new RegExp(
      `\\b(?:[Mm]ethod|[Rr]equest|[Tt]ransaction|[Dd]ialog|[Mm]essage|msg)[ :="'(\\[<]{1,5}${METHOD}\\b(?![ ]?:)`,
      'dg',
    ),
    needsSip: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:received|recv|rcvd|sent|sending|send|got|new|initial|incoming|outgoing|inbound|outbound|processing|handling|for|to|on|of|the|an?|retransmit(?:ted|ting)?|in-dialog|answered) ${METHOD}\\b(?!:)(?! (?:level|log|table|into|set)\\b)`,
      'dgi',
    ),
    needsSip: true,
  },
  {
    pattern: new RegExp(
      `(?:^|[\\s"'(\\[<,;])${OWN_METHOD}(?=[\\s"')\\]>,;.:/]|$)(?![\\s,|+/]{1,2}(?:SYN|RST|FIN|PSH)\\b)(?<!(?:SYN|RST|FIN|PSH)[\\s,|+/]{1,2}ACK)`,
      'dg',
    ),
    needsSip: true,
  },
  {
    pattern: new RegExp(
      `\\b${METHOD_NOT_LEVEL} (?:request|transaction|response|message|method|timeout|timed out|failed|from|with|ping|answered|sent|received)\\b`,
      'dg',
    ),
    needsSip: true,
  },
  { pattern: /\bQ\.?850\b["']?(?:\s*;\s*cause\s*=\s*|[ :]*(?:cause|code)?[ :=#]{1,3})["']?(?<cause>\d{1,3})\b/dgi },
  { pattern: /(?<![\w.])(?<protocol>Q\.850)(?![\w])/dg },
  { pattern: /\bRemote Reason: (?<cause>\d{1,3})\b/dg },
  { pattern: /\bSIP\s*;\s*cause\s*=\s*(?<code>[1-6]\d\d|702)\b/dgi },
  {
    pattern:
      /(?<![A-Za-z])(?:hangup|isdn|q\.?931|release|clearing)[ _-]?cause(?:[ _-]?(?:code|q850))?["']?[ :=#]{1,3}["']?(?<cause>\d{1,3})\b/dgi,
  },
  { pattern: new RegExp(`(?<causeName>${CAUSE_NAME.source})`, 'dg') },
  { pattern: new RegExp(`(?<causeName>${CAUSE_NAME.source})\\s?[([=/]\\s?(?<namedCause>\\d{1,3})(?!\\d)`, 'dg') },
  // `Forbidden [403]`
  {
    pattern: new RegExp(`(?<before>[A-Z][A-Za-z/ -]{1,40}) [[(](?<code>${NUMBER})[)\\]]`, 'dg'),
    needsSip: true,
  },
  {
    pattern: /(?<![\d.:/=-])(?<code>[1-6]\d\d)[ ,:-]{1,2}["'(<[]?(?<standard>[A-Z][A-Za-z/ -]{1,40})/dg,
    needsSip: true,
  },
];

/** Words that only telephony has; one of them makes a code beside it a SIP code. */
const SIP_WORD =
  /\bSIPS?\b|\bsips?:|\bpjsip|\bsofia|\bchan_sip|\bres_pjsip|\bcall-?id\b|\bcseq\b|\bre-INVITE\b|\b(?:UAC|UAS|B2BUA|registrar|t_reply|sl_reply|sl_send_reply|nta|nua|sipmsg|trunk|softphone)\b|\bdialog \[|\bin-dialog\b|\bdlg_|\bt_(?:reply|relay|check)|\bbelle[_-]sip|z9hG4bK|\b(?:tm|sl)(?: \[|:)|<script>|\bsip_|Busy Here|Request Terminated|Temporarily Unavailable|Not Acceptable Here/i;
/** Methods that are no words when they are in capitals, and parts of names that hold `SIP` in capitals. */
const SIP_METHOD = /\b(?:INVITE|REGISTER|SUBSCRIBE|PRACK|BYE|REFER)\b|[a-z]SIP\b|\bSip[A-Z]/;
const OTHER_PROTOCOL =
  /\bHTTP\/\d|\bHTTPS?\b|\bhttps?:\/\/|"(?:GET|POST|PUT|DELETE|PATCH|HEAD) |\bSMTP\b|\bFTP\b|\bRTSP\/|\bSQL\b|\d (?:for|on) \/\w/;
const LONGEST_LINE = 4096;

/** The mentions of one line of prose, in order. `start` is the line's offset in the document; long lines are cut. */
export function proseMentions(line: string, start: number): readonly Mention[] {
  const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  if (!/\d{2}|[A-Z]{3}/.test(text) || OTHER_PROTOCOL.test(text)) return [];
  const sip = SIP_WORD.test(text) || SIP_METHOD.test(text) || namesCause(text);
  const found = new Map<number, Mention>();
  for (const rule of rules) {
    if (rule.needsSip && !sip) continue;
    for (const match of text.matchAll(rule.pattern)) {
      for (const mention of matchedMentions(match, start)) {
        if (!found.has(mention.span.start)) found.set(mention.span.start, mention);
      }
    }
  }
  return [...found.values()].sort((one, other) => one.span.start - other.span.start);
}

const namesCause = (text: string): boolean =>
  (text.match(CAUSE_NAME) ?? []).some((name) => q850CauseNamed(name) !== undefined);

function* matchedMentions(match: RegExpMatchArray, start: number): Generator<Mention> {
  const { method, code, phrase, cause, causeName, standard, before, protocol, namedCause } = match.groups ?? {};
  const at = (group: string, term: Term): Mention => {
    const [from, to] = match.indices?.groups?.[group] ?? [0, 0];
    return { term, span: { start: start + from, end: start + to } };
  };
  const number = code === undefined ? undefined : Number(code);
  if (number !== undefined && before !== undefined) {
    const exact = statusCode(number)?.phrase;
    if (!exact || !before.toLowerCase().endsWith(exact.toLowerCase())) return;
    const { term, span } = at('before', { kind: 'reasonPhrase', phrase: exact, code: number });
    yield { term, span: { start: span.end - exact.length, end: span.end } };
    yield at('code', { kind: 'statusCode', code: number });
    return;
  }
  if (number !== undefined && standard !== undefined) {
    const exact = standardPhrase(number, standard);
    if (exact === undefined) return;
    yield at('code', { kind: 'statusCode', code: number });
    yield cutTo(at('standard', { kind: 'reasonPhrase', phrase: exact, code: number }), exact.length);
    return;
  }
  if (number !== undefined) {
    yield at('code', { kind: 'statusCode', code: number, ...(method ? { request: method } : {}) });
    const exact = phrase === undefined ? undefined : standardPhrase(number, phrase);
    if (exact) yield cutTo(at('phrase', { kind: 'reasonPhrase', phrase: exact, code: number }), exact.length);
  }
  if (method) yield at('method', { kind: 'method', name: method.replace(/^re-/i, '').toUpperCase() });
  if (cause) yield at('cause', { kind: 'q850Cause', code: Number(cause) });
  if (protocol) yield at('protocol', { kind: 'reasonProtocol', name: protocol });
  const named = causeName === undefined ? undefined : q850CauseNamed(causeName);
  if (named) yield at('causeName', { kind: 'q850Cause', code: named.code });
  if (named && namedCause) yield at('namedCause', { kind: 'q850Cause', code: Number(namedCause) });
}

/** The standard phrase of a code when a text begins with it. */
function standardPhrase(code: number, text: string): string | undefined {
  const phrase = statusCode(code)?.phrase;
  return phrase && text.toLowerCase().startsWith(phrase.toLowerCase()) ? text.slice(0, phrase.length) : undefined;
}

const cutTo = (mention: Mention, length: number): Mention => ({
  ...mention,
  span: { start: mention.span.start, end: mention.span.start + length },
});
