import { digitBlind } from '../digit-blind.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';

/** What a line of a log speaks of. */

/** Some write a clock without colons: `11222026 184806.123456`. */
const CLOCK = /\d:\d\d:\d\d|(?<![\w.])\d{8}(?:T\d{6}(?!\w)|[ -]\d{6}[.,]\d{3})/;
export const hasClock = (text: string): boolean => CLOCK.test(text);

const SPEAKS_OF_SIP = /(?<![A-Za-z])sip(?![a-z])|[:>{]\s*$/i;
/** Whether a record speaks of SIP, or leads to the next one. */
export const speaksOfSip = (line: string): boolean => SPEAKS_OF_SIP.test(line);

/** Whether a line says which way a message went, and between whom. */
export const tellsAll = (line: string): boolean => saysDirection(line) && hasPeers(line);

/** Programs have to do with others than those they speak SIP with. */
const OTHER_SERVICE =
  /(?<![a-z])(?:keep-?alive|ping|pong|heartbeat|icmp6?|stun|rtc?p|srtp|https?|dns|ldap|radius|mysql|mariadb|postgres(?:ql)?|redis|mongodb|kafka|amqp|mqtt|smtp|ntp|database)(?![a-z])/i;

const MESSAGE = /\b(?:request|response|message)s?\b/i;
/** Whether a line says which way a request or a response went, and speaks of no other service: `Request sent: …`. */
export const tellsOfMessage = (line: string): boolean =>
  MESSAGE.test(line) && saysDirection(line) && !OTHER_SERVICE.test(line);

/** What becomes of a connection, a user or a host is no message. */
const STATE =
  /\b(?:refused|blocked|banned|authenticated|timed out|unreachable|reachable|dead|alive|disconnected|closed|connected|accepted|replying to|added|removed|verified|resolved|mapped|selected)\b/i;

/** Whether a line speaks of something else than a message, so that only its time counts. */
export const tellsOfOthers = digitBlind(
  (line) =>
    /\bHTTP\/\d|\b101 Switching Protocols\b/.test(line) ||
    (OTHER_SERVICE.test(line) && !speaksOfSip(line)) ||
    (STATE.test(line) && !saysDirection(line)),
);

const OVERWRITTEN = /\r+[^\r\n]+\r+[^\r\n]+\r+[^\r\n]/;
/** Whether a program wrote a line over and over in place: it shows its progress, and the clock on it is a counter. */
export const isOverwritten = (line: string): boolean => line.includes('\r') && OVERWRITTEN.test(line);
