import { anyOf } from './words.ts';

/** What other protocols write, and the programs that speak them: their codes and verbs look like those of SIP. */

/** Protocols whose codes and verbs look like those of SIP. */
const OTHER_PROTOCOL = new RegExp(
  [
    `\\b${anyOf`
      HTTPS? E?SMTP S?FTP RTSP MRCP MGCP MSRP STUN TURN IMAP POP3 LDAP XMPP BOSH IRC SQL MQTT AMQP REST API XHR CORS URL
      gRPC`}\\b`,
    String.raw`\b(?:Https?(?!Digest)|Rtsp|Smtp|Ldap|Rest)[A-Z]`,
    String.raw`\b(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?:["']?\/|\*\s)|"(?:GET|POST|PUT|DELETE|PATCH|HEAD) `,
    String.raw`\b(?:SELECT|INSERT|DELETE FROM)\b|\bUPDATE \S+ SET\b|\d (?:for|on) \/\w`,
    // A program of that name: `api: call create failed: 422`.
    String.raw`(?<![\w-])(?:api|rest):\s`,
    // Publishing to a topic: `PUBLISH phones/200/state`, `NOTIFY calls, '200'`.
    String.raw`\b(?:PUBLISH|SUBSCRIBE|NOTIFY) (?!sips?:)[a-z_]+(?:[._/:#]|, ?')`,
  ].join('|'),
);
/** Programs that speak them. */
const OTHER_PROGRAM = new RegExp(
  `(?<![a-z])${anyOf`
    https? rtsp mosquitto mqtt redis kafka rabbitmq mysqld? mariadb postgres\w* sqlite webhook nginx apache2? httpd haproxy
    curl wget fetch(?:ed|ing)? postfix (?:e-?)?mail git ircd? upload download bucket systemd docker twirp
    elastic\w* imapd? ftpd? snmp\w* pg\w* push\s(?:gateway|server|service|notification) FCM APNs? exited exit[\s_-](?:code|status)`}(?![a-z])`,
  'i',
);

export const speaksOfAnother = (text: string): boolean => OTHER_PROTOCOL.test(text) || OTHER_PROGRAM.test(text);
