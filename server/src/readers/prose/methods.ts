import { methodAlternatives } from '../log/patterns.ts';
import { INVITED } from './methods-in-use.ts';
import { anyOf, around, type Evidence, METHOD, once } from './words.ts';

/** Methods in the prose of a line that speaks of SIP. */

export interface MethodFound {
  /** As written: `INVITE`, `re-INVITE`. */
  readonly written: string;
  readonly start: number;
}

const ANY_METHOD = new RegExp(METHOD, 'g');

/** `INFO` and `MESSAGE` are also levels of logs, and stand behind the name of a logger. */
const LEVELS = new Set(['INFO', 'MESSAGE']);
const BEFORE_METHOD_NOT_LEVEL = new RegExp(
  `(?:(?<![a-z])${anyOf`
    sent send(?:s|ing)? receiv(?:es?|ed|ing) recv rcvd [rt]x got incoming outgoing inbound outbound unexpected unsupported
    invalid unknown new in-dialog mid-call requests? method response reply respond(?:ed|ing)? answer(?:ed|ing)?
    reject(?:ed|ing)? handl(?:ed|ing) process(?:ed|ing)? relay(?:s|ed|ing)? forward(?:s|ed|ing)? retransmit(?:ted|ting)? ignor(?:ed|ing) dtmf via
    using with for to of by in on no an? the or and is msg`}["']?(?: ?[:=])? ["'(<[]?|` +
    String.raw`method["']?\s?[:=]\s?["'<([]?|\bcseq["']?[:=]?\s?["']?(?:\d{1,10}[ /])?|\{\d{1,3} \d{1,10} |\d\d\d\/)$`,
  'i',
);
const SAYS_LEVEL = /\b(?:level|severity|at|log|loglevel)(?: (?:is|was|set|changed))?(?: to|[:=])? ["'(<[]?$/i;
const WIRE_AFTER =
  /^ (?:["']?<?(?:sips?|tel):\S{1,200} SIP\/2\.0|ile\b|(?:\([\w /.-]{2,40}\) )?(?:(?:from|to) ["']?<?(?:sips?:|\+?\d)|(?:answered|rejected|refused|declined) (?:with |by )?[1-6]\d\d\b))/;
/** `INFO in Allow` */
const ALLOW_AFTER = /^ in (?:the )?Allow\b/;
const LISTED_BEFORE = new RegExp(`${METHOD}(?:, ?|/| or | and |\\|)$`);
const LISTED_AFTER = new RegExp(`^(?:, ?|/| or | and |\\|)${METHOD}`);

const SIP_BEFORE = /\bSIP ["'(<[]?$/;

/** Where something is done with a method, even one that is a word on a button. */
const DONE_WITH =
  /(?:(?<![a-z])(?:sent|send(?:s|ing)?|receiv(?:e|es|ed|ing)|recv|rcvd|RX|TX|Rx|Tx|got|incoming|outgoing|method|request|msg|cseq)(?: an?| the)?)["']?[ :=]{1,3}["'(<[]?$/i;
const SCREEN =
  /\b(?:button|click(?:ed|s)?|press(?:ed|es)?|menu|checkbox|tabs?|window|wizard|toolbar|popup|screen|keypad|tuş\p{Ll}*|düğme\p{Ll}*|bas(?:ıldı|tı|ın))(?![a-z])/iu;
const STATEMENT_AFTER = /^ (?:into|set|table|of(?! \+?\d)|level|log|menu|page)\b/i;
const INVITED_AFTER = new RegExp(`^ ${INVITED}\\b`);
const TCP_FLAG_AFTER = /^[\s,|+/]{1,2}(?:SYN|RST|FIN|PSH)\b/;
const TCP_FLAG_BEFORE = /\b(?:SYN|RST|FIN|PSH)[\s,|+/]{1,2}$/;

/** Methods whose capitals nobody else writes. */
const OWN = /INVITE$|^(?:PRACK|BYE)$/;
const USED_BEFORE = new RegExp(
  `(?:(?<![a-z])${anyOf`
    sent send(?:s|ing)? receiv(?:es?|ed|ing) recv rcvd [rt]x got incoming outgoing inbound outbound initial unexpected
    unsupported stray in-dialog periodic keep-?alive method transaction dialog request msg (?:response|reply)\sto
    answer(?:ed|s)? respond(?:ed|s|ing)?(?:\sto)? reject(?:ed|ing)? challeng(?:ed|ing) handl(?:ed|ing) process(?:ed|ing)?
    retransmit(?:ted|ting)? forward(?:s|ed|ing)? relay(?:s|ed|ing)? rout(?:es|ed|ing) ignor(?:ed|ing) refresh(?:ed|ing)? for using
    before after no failed prob(?:ed?|ing)(?:\s(?:with|by))?`}` +
    String.raw`|\d|-{2,}>?|<-{2,}|[=→|])(?: an?| the)?["']?[ :=]{0,3}["'(<[]?$`,
  'i',
);
const USED_AFTER = new RegExp(
  `^(?:-[Rr]e(?:quest|sponse|ply)\\b|["')\\]>]?(?: ?[.,;:()[\\]|/"'<>→-]| ?$| ${anyOf`
    request transaction response reply dialog method message timeout timed time-?out failed rejected accepted declined
    refused denied ignored dropped challenged sent rec[ei]{2}ved answered forked relayed forwarded retransmi\w+ refresh\w*
    keep-?alive ping with without from got flood <?sips?: [1-6]\d\d\b to\s<?sips?: to\s\d{3,} to\s\d+\.\d+\.\d+\.
    out\sof seen goes lost missing late per \d+\s(?:kez|kere|times)
    iste\p{Ll}+ al[ıi]nd\p{Ll}+ gönder\p{Ll}+ ile yokla\p{Ll}+ yanıts\p{Ll}+ için mesaj\p{Ll}+ gel[dm]\p{Ll}+ ulaş\p{Ll}+ bekle\p{Ll}+ yok never\s(?:came|arrived)`}))`,
  'iu',
);

export function methodsIn(text: string, sip: Evidence): readonly MethodFound[] {
  const onScreen = once(() => SCREEN.test(text));
  const found: MethodFound[] = [];
  for (const { 0: written, index } of text.matchAll(ANY_METHOD)) {
    const { before, after } = around(text, index, index + written.length);
    const inUse = sip === 'sure' || OWN.test(written) || isUsed(written, before, after);
    if (inUse && isMethod(written, before, after) && (!onScreen() || isDone(written, before, after))) {
      found.push({ written, start: index });
    }
  }
  return found;
}

/** What an ACK of SIP is about; messages of many protocols are acknowledged. */
const ABOUT_ACK =
  /\b(?:dialog(?:ue)?|transaction|out of|caller|callee|leg|200|487|stray|target|remote)\b|(?<!\p{L})(?:çağrı|görüşme)/iu;

const isUsed = (written: string, before: string, after: string): boolean =>
  (USED_BEFORE.test(before) || SIP_BEFORE.test(before) || USED_AFTER.test(after)) &&
  (written !== 'ACK' || ABOUT_ACK.test(before) || ABOUT_ACK.test(after));

/** What is on a screen is a word, unless something is done with it. */
const isDone = (written: string, before: string, after: string): boolean =>
  DONE_WITH.test(before) ||
  SIP_BEFORE.test(before) ||
  (OWN.test(written) &&
    !SCREEN.test(/[^,;:]*$/.exec(before.slice(-15))?.[0] ?? '') &&
    !SCREEN.test(after.slice(0, 15)));

function isMethod(written: string, before: string, after: string): boolean {
  if (LEVELS.has(written)) return isNoLevel(before, after);
  return !(
    INVITED_AFTER.test(after) ||
    STATEMENT_AFTER.test(after) ||
    TCP_FLAG_AFTER.test(after) ||
    TCP_FLAG_BEFORE.test(before) ||
    (written === 'OPTIONS' && /^:? ?-(?!re)/i.test(after))
  );
}

const isNoLevel = (before: string, after: string): boolean =>
  !SAYS_LEVEL.test(before) &&
  (WIRE_AFTER.test(after) ||
    ALLOW_AFTER.test(after) ||
    LISTED_BEFORE.test(before) ||
    LISTED_AFTER.test(after) ||
    ((BEFORE_METHOD_NOT_LEVEL.test(before) || SIP_BEFORE.test(before)) && !/^(?::| level)/.test(after)));

const AGAIN = new RegExp(`^re-?(?=(?:${methodAlternatives})$)`, 'i');

/** `INVITE` for `re-INVITE`; `REFER` begins with no such prefix. */
export const bareMethod = (written: string): string => written.replace(AGAIN, '').toUpperCase();
