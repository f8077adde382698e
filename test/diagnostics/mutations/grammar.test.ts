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
    'User-Agent: ⟦Lark/⟧ (build 7)': 'sip.malformed-value',
    'User-Agent: ⟦Lark/⟧(build 7)': 'sip.malformed-value',
    'User-Agent: Lark ⟦/⟧ (build 7)': 'sip.malformed-value',
    'User-Agent: Lark/ 3 (build 7; a/ (b))': 'sip.none',
    'User-Agent: (a lark)⟦)⟧': 'sip.malformed-value',
    'User-Agent: Lark/1 (a (b))⟦)⟧ Wren': 'sip.malformed-value',
    'User-Agent: Lark/1 (a \\) b)': 'sip.none',
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

/** RFC 3261 §25.1, RFC 3966 §3, RFC 8141 §2 */
const uris: readonly Mutation[] = [
  ...inPlaceOf('invite', 'INVITE sip:bob@example.com SIP', {
    'INVITE sip:bob@example.com;user=⟦fone⟧ SIP': 'sip.unknown-value',
    'INVITE sip:bob@example.com;user=dialstring SIP': 'sip.none',
    'INVITE tel:+12125550100;⟦isub=⟧ SIP': 'sip.malformed-parameter',
    'INVITE tel:12;phone-context=⟦+⟧ SIP': 'sip.malformed-value',
    'INVITE tel:+12125550100;ext=⟦abc⟧ SIP': 'sip.malformed-value',
    'INVITE tel:+12125550100;⟦ext⟧ SIP': 'sip.malformed-value',
    'INVITE tel:+12125550100;npdi;rn=⟦here!⟧ SIP': 'sip.malformed-value',
    'INVITE tel:+12125550100;npdi;rn=+1-201-555;cic=1288 SIP': 'sip.none',
    'INVITE tel:⟦+#1234⟧ SIP': 'sip.malformed-value',
    'INVITE tel:*21%23;phone-context=example.com SIP': 'sip.none',
    'INVITE tel:⟦*21%24⟧;phone-context=example.com SIP': 'sip.malformed-value',
    'INVITE tel:12;phone-context=+44-20;ext=7 SIP': 'sip.none',
    'INVITE ⟦urn:service⟧ SIP': 'sip.malformed-value',
    'INVITE urn:service:sos.fire SIP': 'sip.none',
    'INVITE ⟦"Bob" <sip:bob@example.com>⟧ SIP': 'sip.request-uri-brackets',
    'INVITE ⟦Bob <sip:bob@example.com>⟧ SIP': 'sip.request-uri-brackets',
    'INVITE sip:b@⟦ob@⟧example.com SIP': 'sip.second-at-sign',
    'INVITE sip:b%40ob@example.com SIP': 'sip.none',
    'INVITE sip:bob:one⟦:⟧two@example.com SIP': 'sip.unescaped-character',
    'INVITE sip:bob:one⟦;⟧two@example.com SIP': 'sip.unescaped-character',
    'INVITE sip:bob;one=/two?:one,two=3@example.com SIP': 'sip.none',
    'INVITE sip:bob:one%3Atwo@example.com SIP': 'sip.none',
    'INVITE sip:bob@example.com;maddr=⟦2001:db8::9⟧ SIP': 'sip.ipv6-without-brackets',
    'INVITE sip:bob@example.com;maddr=[2001:db8::9] SIP': 'sip.none',
  }),
  [
    'refer',
    '<sip:carol@192.0.2.30?Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321>',
    '<sip:carol@192.0.2.30;method=⟦INVTE⟧>',
    'sip.misspelt-method',
  ],
];

/** Users and passwords are made of other characters (RFC 3261 §25.1). */
const users: readonly Mutation[] = inPlaceOf('invite', '<sip:alice@example.com>;tag=', {
  '<sip:alice:one⟦:⟧two@example.com>;tag=': 'sip.unescaped-character',
  '<sip:alice:one⟦ş⟧two@example.com>;tag=': 'sip.unescaped-character',
  '<sip:a⟦😀⟧lice:one@example.com>;tag=': 'sip.unescaped-character',
  '<sip:alice:@example.com>;tag=': 'sip.none',
  '<sip:al@⟦ice@⟧example.com>;tag=': 'sip.second-at-sign',
  '<sip:al%40ice@example.com;x=(y)>;x-a=b;tag=': 'sip.none',
  '<sip:alice:a&b=c+d$e,f@example.com>;tag=': 'sip.none',
});

/** RFC 6223 §8, RFC 7339 §9 */
const vias: readonly Mutation[] = [
  ...inPlaceOf('invite', 'hds;rport', {
    'hds;rport;maddr=⟦2001:db8::9⟧': 'sip.ipv6-without-brackets',
    'hds;rport;maddr=[2001:db8::9]': 'sip.none',
    'hds;rport;keep=⟦abc⟧': 'sip.malformed-value',
    'hds;rport;oc=⟦x⟧': 'sip.malformed-value',
    'hds;rport;oc=20;oc-algo=⟦loss⟧': 'sip.malformed-value',
    'hds;rport;keep;oc;oc-algo="loss,rate"': 'sip.none',
    'hds;rport;keep=30;oc=20;oc-algo="loss";oc-validity=500;oc-seq=1282321615.782': 'sip.none',
  }),
  [
    'invite',
    'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    '⟦SIP/2.0/UDP: 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport⟧',
    'sip.malformed-via',
  ],
];

/** Parameters that are nothing without a value, and tags that have theirs in quotes (RFC 3840 §9). */
const values: readonly Mutation[] = [
  ['notify', 'active;expires=599', 'active;⟦expires⟧', 'sip.malformed-parameter'],
  ['invite', 'refresher=uac', '⟦refresher⟧', 'sip.malformed-parameter'],
  ...inPlaceOf('invite', 'Contact: <sip:alice@192.0.2.10:5060>', {
    'Contact: <sip:alice@192.0.2.10:5060>;⟦q⟧': 'sip.malformed-parameter',
    'Contact: <sip:alice@192.0.2.10:5060>;⟦+g.x=abc⟧': 'sip.malformed-parameter',
    'Contact: <sip:alice@192.0.2.10:5060>;+g.x="abc";+sip.ice': 'sip.none',
    'Contact: <sip:alice@192.0.2.10:5060>;+sip.instance="⟦<urn:uuid:12345>⟧"': 'sip.malformed-value',
    'Contact: <sip:alice@192.0.2.10:5060>;+sip.instance="<urn:gsma:imei:90420156-025763-0>"': 'sip.none',
    'Contact: <sip:alice@192.0.2.10:5060>;methods=INVITE,⟦BYE⟧': 'sip.uri-without-scheme',
  }),
];

const words: readonly Mutation[] = [
  ['subscribe', 'Event: presence', 'Event: presence, ⟦dialog⟧', 'sip.multiple-values'],
  ['subscribe', 'Event: presence', 'Event: presence;x="a, b"', 'sip.none'],
  ...inPlaceOf('notify', 'active;expires=599', {
    'active, ⟦pending⟧': 'sip.multiple-values',
    'active;expires=599, ⟦pending⟧': 'sip.multiple-values',
    'active;expires=599;x="a, b"': 'sip.none',
  }),
  ['subscribe', 'Event: presence', 'Event: ⟦presence.wnfo⟧', 'sip.misspelt-event'],
  ['publish-200', 'SIP-ETag: dx200xyz', 'SIP-ETag: ⟦a;b⟧', 'sip.malformed-value'],
  ...adding('invite', {
    'P-Early-Media: ⟦sendrecv;gated⟧': 'sip.malformed-value',
    'P-Early-Media: sendrecv, gated': 'sip.none',
    'P-Served-User: <sip:a@example.com>;sescase=⟦origin⟧': 'sip.unknown-value',
    'P-Served-User: <sip:a@example.com>;sescase=term;regstate=unreg;orig-cdiv': 'sip.none',
    'Security-Client: ipsec-3gpp;port-c=⟦99999⟧': 'sip.malformed-value',
    'Security-Client: ipsec-3gpp;spi-c=⟦abc⟧': 'sip.malformed-value',
    'Security-Client: ipsec-3gpp;spi-c=4294967295;port-c=5062': 'sip.none',
    'Security-Client: ipsec-3gpp;⟦alg⟧;port-c=5062': 'sip.malformed-parameter',
    'Security-Client: ipsec-3gpp;alg=⟦hmac-sha1-96⟧;port-c=5062': 'sip.unknown-value',
    'Security-Client: ipsec-3gpp;ealg=⟦aes-cbx⟧;port-c=5062': 'sip.unknown-value',
    'Security-Client: ipsec-3gpp;prot=⟦espp⟧;mod=tun': 'sip.unknown-value',
    'Security-Client: ipsec-3gpp;prot=esp;mod=⟦tuns⟧': 'sip.unknown-value',
    'Security-Client: ipsec-3gpp;alg=hmac-md5-96;ealg=null;prot=esp;mod=trans': 'sip.none',
    'Security-Client: ⟦ipsec-3gp⟧;alg=hmac-sha-1-96': 'sip.unknown-value',
    'Security-Client: ⟦tsl⟧;q=0.2, digest;d-alg=MD5': 'sip.unknown-value',
    'Security-Client: x-wren;q=0.2, sdes-srtp;mediasec': 'sip.none',
    'Resource-Priority: ⟦wsp⟧.3': 'sip.unknown-value',
    'Resource-Priority: ⟦etts⟧.0, dsn.flash': 'sip.unknown-value',
    'Resource-Priority: drsn.flash, ess.1, esnet.0, dsn-000001.8': 'sip.none',
    'User-to-User: 56a3;encoding=⟦hexa⟧': 'sip.unknown-value',
    'User-to-User: 56a3;encoding=base64': 'sip.none',
    'Call-Info: <http://example.com/a>;purpose=⟦icn⟧': 'sip.unknown-value',
    'Call-Info: <http://example.com/a>;purpose=impp': 'sip.none',
    'Resource-Priority: ⟦dsn⟧,flash': 'sip.malformed-value',
    'P-Answer-State: ⟦Confirmd⟧': 'sip.unknown-value',
    'P-Answer-State: Unconfirmed': 'sip.none',
    'Content-ID: ⟦body@example.com⟧': 'sip.malformed-value',
    'Content-ID: <body@example.com>': 'sip.none',
    'Subject: a⟦\r⟧Contact: b': 'sip.control-character',
  }),
  ['ringing', 'SIP/2.0 180 Ringing', 'SIP/2.0 180⟦\t⟧Ringing', 'sip.start-line-blanks'],
];

oneFaultEach({
  uris,
  users,
  vias,
  values,
  words,
  hosts,
  routes,
  uriHeaders,
  products,
  warnings,
  digests,
  dialogs,
  waits,
});
