import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Header fields by the shape that their RFCs give them: lists or single values, heads of one kind, parameters. */

/** RFC 3261 §20.4, §20.9, §20.18, RFC 6442 §4.1 */
const enclosed: readonly Mutation[] = [
  ...adding('invite', {
    'Call-Info: <http://example.com/a>,⟦,⟧<http://example.com/b>': 'sip.extra-separator',
    'Call-Info: ⟦,⟧<http://example.com/a>': 'sip.extra-separator',
    'Call-Info: <http://example.com/a>;purpose=icon;⟦;⟧x=1': 'sip.extra-separator',
    'Call-Info: <http://example.com/a>;purpose=icon;⟦purpose=info⟧': 'sip.duplicate-parameter',
    'Call-Info: <http://example.com/a>⟦purpose=icon⟧': 'sip.unexpected-text',
    'Call-Info: ⟦<>⟧;purpose=icon': 'sip.uri-without-scheme',
    'Call-Info: <⟦example.com/a⟧>;purpose=icon': 'sip.uri-without-scheme',
    'Call-Info: <⟦http://example.com/a b⟧>': 'sip.uri-blank',
    'Call-Info: <sip:⟦:5060⟧>;answer-after=0': 'sip.missing-host',
    'Call-Info: ⟦<uri>⟧;answer-after=0': 'sip.uri-without-scheme',
    'Call-Info: ;answer-after=0': 'sip.none',
    'Call-Info: <https://example.com/?a=1,2;b=3>;purpose=card, <data:text/plain,hi>;x="a,;b"': 'sip.none',
    'Alert-Info: <http://example.com/b>⟦,⟧': 'sip.extra-separator',
    'Alert-Info: <http://example.com/b>⟦;⟧': 'sip.extra-separator',
    'Alert-Info: <⟦urn alert:service:call-waiting⟧>': 'sip.uri-blank',
    'Alert-Info: <⟦example.com/b.wav⟧>': 'sip.uri-without-scheme',
    'Alert-Info: ⟦<Bellcore-dr1>⟧': 'sip.uri-without-scheme',
    'Alert-Info: ⟦Ring Answer⟧': 'sip.uri-without-scheme',
    'Alert-Info: ⟦info=alert-autoanswer⟧;delay=0': 'sip.uri-without-scheme',
    'Alert-Info: <http://127.0.0.1>;info=alert-external;x-line-id=0': 'sip.none',
    'Geolocation: <⟦target@example.com⟧>': 'sip.uri-without-scheme',
    'Geolocation: <cid:target@example.com>⟦,⟧': 'sip.extra-separator',
    'Geolocation: ⟦cid:target@example.com⟧': 'sip.uri-needs-brackets',
    'Geolocation: <pres:bob@example.com>, <https://example.com/l?t=1>;x': 'sip.none',
    'P-User-Database: <aaa://hss.example.com:3868;transport=tcp>': 'sip.none',
    'P-User-Database: ⟦hss.example.com⟧': 'sip.uri-without-scheme',
  }),
  ...adding('busy-486', {
    'Error-Info: <sip:busy@example.com>⟦,⟧': 'sip.extra-separator',
    'Error-Info: <⟦busy-here⟧>': 'sip.uri-without-scheme',
  }),
];

/** RFC 4488, 5360, 5373, 5839, 6442, 6809, 7433 */
const extensions: readonly Mutation[] = [
  ...adding('invite', {
    'Feature-Caps: *;⟦;⟧+g.3gpp.srvcc': 'sip.extra-separator',
    'Feature-Caps: ⟦+g.3gpp.srvcc⟧': 'sip.malformed-value',
    'Feature-Caps: *;+g.3gpp.ti="1", *;+g.3gpp.srvcc': 'sip.none',
    'User-to-User: 56a3;⟦;⟧encoding=hex': 'sip.extra-separator',
    'User-to-User: 56a3;encoding=hex;⟦encoding=hex⟧': 'sip.duplicate-parameter',
    'User-to-User: 56a3;⟦encoding=⟧': 'sip.malformed-parameter',
    'User-to-User: ⟦56a⟧;encoding=hex': 'sip.malformed-value',
    'User-to-User: ⟦zz⟧;encoding=HEX': 'sip.malformed-value',
    'User-to-User: "56A3";encoding=hex;purpose=isdn-uui, 00;encoding=hex': 'sip.none',
    'User-to-User: customer=42;encoding=ascii': 'sip.none',
    'User-to-User: ⟦@@@⟧': 'sip.malformed-value',
    'User-to-User: ⟦a b⟧;encoding=ascii': 'sip.malformed-value',
    'User-to-User: ⟦@@@⟧;encoding=hex': 'sip.malformed-value',
    'User-to-User: "@@@", dXNlcg==;encoding=base64': 'sip.none',
    'Answer-Mode: Manual⟦;⟧': 'sip.extra-separator',
    'Answer-Mode: Auto, ⟦Manual⟧': 'sip.multiple-values',
    'Priv-Answer-Mode: Auto;require;⟦require⟧': 'sip.duplicate-parameter',
    'In-Reply-To: 1@example.com,⟦,⟧2@example.com': 'sip.extra-separator',
    'In-Reply-To: <1@example.com>, {a"b}@[c]': 'sip.none',
    'Accept-Language: ⟦123456789⟧': 'sip.malformed-value',
    'Accept-Language: fr;q=0.5, en': 'sip.none',
    'Content-Language: ⟦fr;en⟧': 'sip.malformed-value',
    'Content-Language: ⟦fr;q=0.5⟧, en': 'sip.malformed-value',
    'Content-Language: fr, en-GB': 'sip.none',
    'Content-Encoding: ⟦identity;q=1⟧': 'sip.malformed-value',
    'Diversion: <sip:bob@example.com>;counter=⟦100⟧': 'sip.malformed-value',
    'Diversion: <sip:bob@example.com>;counter=99': 'sip.none',
  }),
  ...adding('refer', { 'Refer-Sub: false⟦;⟧': 'sip.extra-separator', 'Refer-Sub: false;x=1': 'sip.none' }),
  ...adding('subscribe', { 'Suppress-If-Match: ⟦a b⟧': 'sip.malformed-value', 'Suppress-If-Match: *': 'sip.none' }),
  ...adding('busy-486', {
    'Geolocation-Error: 100⟦;⟧': 'sip.extra-separator',
    'Geolocation-Error: ⟦abc⟧': 'sip.malformed-value',
    'Geolocation-Error: ⟦1000⟧;code="x"': 'sip.malformed-value',
    'Geolocation-Error: 100;code="a";⟦code="b"⟧': 'sip.duplicate-parameter',
    'Geolocation-Error: 100;code="Cannot Process Location"': 'sip.none',
    'Permission-Missing: sip:carol@example.com⟦,⟧': 'sip.extra-separator',
    'Permission-Missing: ⟦carol@example.com⟧': 'sip.uri-without-scheme',
    'Permission-Missing: sip:carol@example.com, <sip:dave@example.com>': 'sip.none',
  }),
  ...adding('message', {
    'Trigger-Consent: sip:1@example.com⟦;⟧': 'sip.extra-separator',
    'Trigger-Consent: ⟦relay⟧;target-uri="sip:all@example.com"': 'sip.uri-without-scheme',
    'Trigger-Consent: sip:1@example.com;target-uri="sip:all@example.com"': 'sip.none',
  }),
  ...inPlaceOf('busy-486', 'duration=3600', {
    'duration=3600;⟦duration=1⟧': 'sip.duplicate-parameter',
  }),
  ...inPlaceOf('invite', 'Max-Forwards: 70', {
    'Max-Forwards: 70\nHistory-Info: <sip:bob@example.com>;index=1;rc=⟦x⟧': 'sip.malformed-value',
    'Max-Forwards: 70\nHistory-Info: <sip:bob@example.com>;index=1, <sip:al@example.com>;index=1.1;mp=1': 'sip.none',
    'Max-Forwards: 70\nP-Asserted-Identity: <tel:⟦+1-abc⟧>': 'sip.malformed-value',
    'Max-Forwards: 70\nP-Asserted-Identity: <tel:+1-(212).555*1>': 'sip.none',
    'Max-Forwards: 70\nUser-Agent: ⟦Phone/⟧': 'sip.malformed-value',
    'Max-Forwards: 70\nUser-Agent: Phone/ 1.0 http://example.com/': 'sip.none',
  }),
];

/** RFC 3313, 3329, 5502, 5626, 6050, 7315, 8496 */
const ofNetworks: readonly Mutation[] = [
  ...adding('invite', {
    'Security-Verify: ipsec-3gpp;⟦;⟧q=0.1': 'sip.extra-separator',
    'Security-Verify: ipsec-3gpp;alg=hmac-sha-1-96;⟦alg=hmac-md5-96⟧': 'sip.duplicate-parameter',
    'Security-Verify: ipsec-3gpp;q=⟦2⟧': 'sip.invalid-q-value',
    'Security-Client: tls;q=0.2, ipsec-3gpp;alg=hmac-md5-96;port-c=5062': 'sip.none',
    'P-Access-Network-Info: ⟦3GPP-UTRAN-TDD utran-cell-id-3gpp=1⟧': 'sip.malformed-value',
    'P-Access-Network-Info: 3GPP-UTRAN-TDD;utran-cell-id-3gpp=1;⟦utran-cell-id-3gpp=2⟧': 'sip.duplicate-parameter',
    'P-Access-Network-Info: IEEE-802.11': 'sip.none',
    'P-Access-Network-Info: ADSL;dsl-location="x, y";network-provided, DOCSIS;"z"': 'sip.none',
    'P-Charging-Function-Addresses: ⟦ccf=⟧;ecf=192.0.2.1': 'sip.malformed-parameter',
    'P-Charging-Function-Addresses: ccf=192.0.2.1;⟦;⟧ecf=192.0.2.2': 'sip.extra-separator',
    'P-Charging-Function-Addresses: ccf=192.0.2.1; ccf=[2001:db8::1]; ecf="aaa://ecf.example.com:3868;transport=tcp"':
      'sip.none',
    'P-Preferred-Service: ⟦mmtel⟧': 'sip.malformed-value',
    'P-Asserted-Service: urn:urn-7:3gpp-service.ims.icsi.mmtel, urn:urn-7:3gpp-application.a.b': 'sip.none',
    'P-Preferred-Identity: ⟦Alice A.,⟧ <sips:alice@example.com>': 'sip.unquoted-display-name',
    'P-Preferred-Identity: ⟦Alice,⟧ <sips:alice@example.com>': 'sip.unquoted-display-name',
    'P-Preferred-Identity: ⟦example.com⟧, <tel:+15550100>': 'sip.uri-without-scheme',
    'P-Preferred-Identity: "Alice A., B." <sips:alice@example.com>, Alice A. <tel:+15550100>': 'sip.none',
    'P-Visited-Network-ID: ⟦other network⟧': 'sip.malformed-value',
    'P-Visited-Network-ID: other.net, "Visited network; number 1"': 'sip.none',
    'P-Media-Authorization: 00100a2b,⟦,⟧0020': 'sip.extra-separator',
    'P-Served-User: <sip:bob@example.com>;sescase=orig;regstate=reg': 'sip.none',
    'P-Served-User: ⟦sip:bob@example.com⟧;sescase=orig': 'sip.uri-needs-brackets',
    'P-Charge-Info: <sip:+15550100@example.com>;npi=ISDN;⟦npi=ISDN⟧': 'sip.duplicate-parameter',
  }),
  // RFC 5626 §6
  ...inPlaceOf('register', ';+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>";reg-id=1', {
    ';⟦reg-id=1⟧': 'sip.missing-parameter',
    ';+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>"': 'sip.none',
  }),
];

oneFaultEach({ enclosed, extensions, ofNetworks });
