import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Request lines and status lines (RFC 3261 §7.1, §7.2). */

const startLine: readonly Mutation[] = [
  ...inPlaceOf('invite', 'INVITE sip:bob@example.com', {
    '⟦INVTE⟧ sip:bob@example.com': 'sip.misspelt-method',
    '⟦invite⟧ sip:bob@example.com': 'sip.misspelt-method',
  }),
  ['bye', 'BYE sip:alice', '⟦BEY⟧ sip:alice', 'sip.misspelt-method'],
  ['register', 'REGISTER sip:', '⟦REGSITER⟧ sip:', 'sip.misspelt-method'],
  ['subscribe', 'SUBSCRIBE sip:', '⟦SUSCRIBE⟧ sip:', 'sip.misspelt-method'],
  ['options', 'OPTIONS sip:', '⟦OPTION⟧ sip:', 'sip.misspelt-method'],
  ...inPlaceOf('invite', 'INVITE sip:bob@example.com SIP/2.0', {
    'INVITE sip:bob@example.com': 'sip.malformed-start-line',
    'INVITE SIP/2.0': 'sip.malformed-start-line',
    'INVITE sip:bob@example.com HTTP/1.1': 'sip.malformed-start-line',
  }),
  ...inPlaceOf('invite', 'INVITE sip:bob@', {
    '⟦"INVITE"⟧ sip:bob@': 'sip.malformed-start-line',
    'INVITE⟦  ⟧sip:bob@': 'sip.start-line-blanks',
    '⟦ ⟧INVITE sip:bob@': 'sip.start-line-blanks',
  }),
  ...inPlaceOf('invite', 'example.com SIP/2.0', {
    'example.com ⟦SIP/3.0⟧': 'sip.unsupported-version',
    'example.com ⟦sip/2.0⟧': 'sip.version-case',
    'example.com SIP/2.0⟦ ⟧': 'sip.start-line-blanks',
  }),
  ...inPlaceOf('ringing', 'SIP/2.0 180', {
    'SIP/2.0⟦  ⟧180': 'sip.start-line-blanks',
    '⟦\t⟧SIP/2.0 180': 'sip.start-line-blanks',
  }),
  ...inPlaceOf('invite', 'INVITE sip:bob@example.com SIP', {
    'INVITE ⟦<sip:bob@example.com>⟧ SIP': 'sip.request-uri-brackets',
    'INVITE sip:bob@example.com⟦?Subject=x⟧ SIP': 'sip.request-uri-headers',
    'INVITE ⟦sip:bob@example.com; lr⟧ SIP': 'sip.uri-blank',
    'INVITE ⟦bob@example.com⟧ SIP': 'sip.uri-without-scheme',
    'INVITE ⟦spi⟧:bob@example.com SIP': 'sip.misspelt-scheme',
    'INVITE sip:bob⟦@⟧ SIP': 'sip.missing-host',
    'INVITE sip:bob@⟦192.0.2.300⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@⟦example..com⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@⟦köprü.example⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@xn--kpr-0na5eb.example SIP': 'sip.none',
    'INVITE sip:bob@⟦gw_1.example.com⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@gw-1.example.com SIP': 'sip.none',
    'INVITE sip:bob@⟦[2001:db8::1⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@⟦[2001:db8::1::2]⟧ SIP': 'sip.invalid-host',
    'INVITE sip:bob@⟦2001:db8::1⟧ SIP': 'sip.ipv6-without-brackets',
    'INVITE sip:bob@⟦[2001:db8:::192.0.2.1]⟧ SIP': 'sip.ipv6-extra-colon',
    'INVITE sip:bob@example.com:⟦70000⟧ SIP': 'sip.invalid-port',
    'INVITE sip:bob@example.com:⟦sip⟧ SIP': 'sip.invalid-port',
    'INVITE sip:bob@example.com⟦:⟧ SIP': 'sip.invalid-port',
    'INVITE sip:b⟦%4o⟧b@example.com SIP': 'sip.invalid-escape',
    'INVITE sip:*21⟦#⟧@example.com SIP': 'sip.unescaped-character',
    'INVITE sip:bob@example.com⟦;⟧ SIP': 'sip.extra-separator',
    'INVITE sip:bob@example.com;lr;⟦lr⟧ SIP': 'sip.duplicate-parameter',
    'INVITE ⟦sip://⟧bob@example.com SIP': 'sip.misspelt-scheme',
    'INVITE sip:⟦@⟧example.com SIP': 'sip.empty-user',
  }),
  ['register', 'REGISTER sip:example.com', 'REGISTER sip:⟦alice@⟧example.com', 'sip.register-uri-user'],
];

const statusLine: readonly Mutation[] = [
  ...inPlaceOf('ringing', 'SIP/2.0 180', {
    'SIP/2.0 ⟦1800⟧': 'sip.invalid-status-code',
    'SIP/2.0 ⟦18o⟧': 'sip.invalid-status-code',
    'SIP/2.0 ⟦099⟧': 'sip.invalid-status-code',
  }),
  ...inPlaceOf('ringing', 'SIP/2.0 180 Ringing\n', {
    'SIP/2.0 ⟦180⟧\n': 'sip.missing-reason-blank',
    'SIP/2.0 180 \n': 'sip.none',
  }),
  ['ringing', 'SIP/2.0 180 Ringing', 'SIP/2.0  ⟦Ringing⟧', 'sip.invalid-status-code'],
  ...inPlaceOf('busy-486', 'SIP/2.0 486', {
    'SIP/2.0 ⟦786⟧': 'sip.invalid-status-code',
    'SIP/2.0 ⟦499⟧': 'sip.unknown-status-code',
  }),
  ['invite-200', 'SIP/2.0 200', 'SIP/2.0 ⟦299⟧', 'sip.unknown-status-code'],
  ['busy-486', '486 Busy Here', '486 ⟦Not Found⟧', 'sip.reason-phrase-mismatch'],
  ['invite-200', '200 OK', '200 ⟦Ringing⟧', 'sip.reason-phrase-mismatch'],
  ['register-401', '401 Unauthorized', '401 ⟦Proxy Authentication Required⟧', 'sip.reason-phrase-mismatch'],
  ...inPlaceOf('terminated-487', '487 Request Terminated', {
    '487 ⟦request timeout⟧': 'sip.reason-phrase-mismatch',
    '⟦409⟧ Conflict': 'sip.deprecated-status-code',
  }),
  ['refer-202', '200 OK', '⟦202⟧ Accepted', 'sip.deprecated-status-code'],
  ['register-200', '200 OK', '⟦180⟧ Ringing', 'sip.response-not-for-method'],
  ['terminated-487', '314159 INVITE', '314159 ⟦INVTE⟧', 'sip.misspelt-method'],
];

oneFaultEach({ startLine, statusLine });
