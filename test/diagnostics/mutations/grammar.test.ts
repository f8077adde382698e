import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Hosts, URIs, products and warnings by the letter of their grammars (RFC 3261 §25.1), and what is valid beside them. */

const hosts: readonly Mutation[] = [
  ...inPlaceOf('invite', '<sip:alice@example.com>;tag=', {
    '<sip:alice@⟦ex_ample.com⟧>;tag=': 'sip.invalid-host',
    '<sip:alice@ex-ample.com>;tag=': 'sip.none',
    '<sip:alice@⟦[fe80::1%eth0]⟧:5060>;tag=': 'sip.invalid-host',
    '<sip:alice@[fe80::1]:5060>;tag=': 'sip.none',
    '<sip:al_ice@example.com>;tag=': 'sip.none',
    '<sip:alice@example.com:⟦5060:5061⟧>;tag=': 'sip.invalid-port',
    '<sip:alice@192.0.2.1:⟦5060:5061⟧>;tag=': 'sip.invalid-port',
    '<sip:alice@cafe:⟦5060:5061⟧>;tag=': 'sip.invalid-port',
    '<sip:alice@⟦2001:db8::1⟧>;tag=': 'sip.ipv6-without-brackets',
    '<sip:alice@⟦fe80::5060⟧>;tag=': 'sip.ipv6-without-brackets',
  }),
  ...inPlaceOf('register-200', 'received=198.51.100.7', {
    'received=⟦fe80::1%eth0⟧': 'sip.invalid-received',
    'received=fe80::1': 'sip.none',
  }),
];

/** RFC 3327 §5.1, RFC 3608 §6.2 */
const routes: readonly Mutation[] = [
  ...adding('register', {
    'Path: <⟦sip:p1.example.com⟧>': 'sip.route-without-lr',
    'Path: <sip:p1.example.com;lr>,<⟦sip:p2.example.com;ob⟧>': 'sip.route-without-lr',
    'Path: <sip:p1.example.com;lr=on>, <sips:p2.example.com;ob;lr>': 'sip.none',
  }),
  ...adding('register-200', {
    'Service-Route: <⟦sip:orig@scscf.example.com⟧>': 'sip.route-without-lr',
    'Service-Route: <sip:orig@scscf.example.com;lr>': 'sip.none',
  }),
];

/** Header fields of a URI (RFC 3261 §25.1, headers) */
const uriHeaders: readonly Mutation[] = [
  ...inPlaceOf('refer', '<sip:carol@192.0.2.30?Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321>', {
    '<sip:carol@192.0.2.30⟦?⟧>': 'sip.extra-separator',
    '<sip:carol@192.0.2.30?a=b⟦&⟧>': 'sip.extra-separator',
    '<sip:carol@192.0.2.30?⟦&⟧a=b>': 'sip.extra-separator',
    '<sip:carol@192.0.2.30?a=b&⟦&⟧c=d>': 'sip.extra-separator',
    '<sip:carol@192.0.2.30?⟦=b⟧>': 'sip.malformed-parameter',
    '<sip:carol@192.0.2.30?a=b&c=>': 'sip.none',
    '<sip:carol@192.0.2.30;method=INVITE?Subject=a%26b&Priority=urgent>': 'sip.none',
    '<http://example.com/?a=b&&c=d>': 'sip.none',
  }),
];

/** RFC 3261 §25.1, server-val */
const products: readonly Mutation[] = [
  ...adding('invite', {
    'User-Agent: ⟦a/b/c⟧': 'sip.malformed-value',
    'User-Agent: Phone/1.0 ⟦"x"⟧': 'sip.malformed-value',
    'User-Agent: ⟦x@y⟧ (1)': 'sip.malformed-value',
    'User-Agent: ⟦/1.0⟧': 'sip.malformed-value',
    'User-Agent: Lark ⟦[3.0]⟧': 'sip.malformed-value',
    'User-Agent: Lark (a/b/c; x@y, "z" [1]) Wren/2.0~rc1+git': 'sip.none',
    'User-Agent: Lark-2.8(1.4) http://example.com/': 'sip.none',
    'User-Agent: Lark /1.0 Wren / 2 (c)': 'sip.none',
  }),
];

/** RFC 3261 §25.1, warn-agent */
const warnings: readonly Mutation[] = [
  ...adding('busy-486', {
    'Warning: ⟦399 gw.example.com:abc "x"⟧': 'sip.malformed-warning',
    'Warning: ⟦399 gw.example.com: "x"⟧': 'sip.malformed-warning',
    'Warning: ⟦399 gw.example.com:70000 "x"⟧': 'sip.malformed-warning',
    'Warning: ⟦399 [2001:db8::1 "x"⟧': 'sip.malformed-warning',
    'Warning: ⟦399 2001:db8::1 "x"⟧': 'sip.malformed-warning',
    'Warning: ⟦399 gw@example.com "x"⟧': 'sip.malformed-warning',
    'Warning: 399 [2001:db8::1]:5060 "x", 399 gw_1 "y", 399 gw.example.com:5060 "z"': 'sip.none',
  }),
];

/** RFC 7616 §3.3, §3.4 */
const digests: readonly Mutation[] = [
  ...adding('invite', {
    'Authorization: Digest username="a",realm="b",nonce="c",uri="sip:b",response="0123456789abcdef0123456789abcdef",qop=auth,cnonce="x",nc=⟦00000000⟧':
      'sip.unknown-digest-value',
    'Authorization: Digest username="a",realm="b",nonce="c",uri="sip:b",response="0123456789abcdef0123456789abcdef",userhash=⟦maybe⟧':
      'sip.unknown-digest-value',
    'Authorization: Digest username="a",realm="b",nonce="c",uri="sip:b",response="0123456789abcdef0123456789abcdef",userhash=false,qop=auth,cnonce="x",nc=0000000a':
      'sip.none',
  }),
  ...inPlaceOf('register-401', 'algorithm=MD5', {
    'algorithm=MD5, charset=⟦UTF-16⟧': 'sip.unknown-digest-value',
    'algorithm=MD5, charset=UTF-8, userhash=true': 'sip.none',
  }),
];

/** RFC 3891 §6.1, RFC 4538 §7 */
const dialogs: readonly Mutation[] = [
  ...adding('invite', {
    'Replaces: ⟦to-tag=a;from-tag=b⟧': 'sip.malformed-value',
    'Replaces: ⟦;to-tag=a;from-tag=b⟧': 'sip.malformed-value',
    'Replaces: to-tag@example.com;to-tag=a;from-tag=b;early-only': 'sip.none',
    'Target-Dialog: ⟦local-tag=a;remote-tag=b⟧': 'sip.malformed-value',
    'Target-Dialog: 1@example.com;local-tag=a;remote-tag=b': 'sip.none',
  }),
];

/** RFC 3261 §20.33 */
const waits: readonly Mutation[] = [
  ...inPlaceOf('busy-486', 'Retry-After: 120 (in a meeting);duration=3600', {
    'Retry-After: ⟦120 seconds⟧': 'sip.invalid-retry-after',
    'Retry-After: ⟦120;duration=soon⟧': 'sip.invalid-retry-after',
    'Retry-After: 120  (a; b);duration = 10;x="y z"': 'sip.none',
  }),
];

oneFaultEach({ hosts, routes, uriHeaders, products, warnings, digests, dialogs, waits });
