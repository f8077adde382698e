import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Quotation marks where none belong, and none where they do (RFC 3261 §25.1). */

const inHeaderFields: readonly Mutation[] = [
  ['register', 'expires=3600', 'expires=⟦"3600"⟧', 'sip.malformed-value'],
  ['register', 'q=0.8', 'q=⟦"0.8"⟧', 'sip.malformed-value'],
  ['register', 'reg-id=1', 'reg-id=⟦"1"⟧', 'sip.malformed-value'],
  ['register', 'q=0.8', 'q=0.8;x-name="a"', 'sip.none'],
  ['register', 'q=0.8', 'q=0.8;methods="INVITE,BYE";description="<sip:a>;q="', 'sip.none'],
  ['invite', 'refresher=uac', 'refresher=⟦"uac"⟧', 'sip.malformed-value'],
  ['notify', 'active;expires=599', 'terminated;reason=⟦"timeout"⟧', 'sip.malformed-value'],
  ['notify', 'expires=599', 'expires=⟦"599"⟧', 'sip.malformed-value'],
  ['notify', 'expires=599', 'expires=599;note="all well"', 'sip.none'],
  ['register-200', 'received=198.51.100.7', 'received=⟦"198.51.100.7"⟧', 'sip.malformed-value'],
  ['register-200', 'rport=41022', 'rport=⟦"41022"⟧', 'sip.malformed-value'],
  ...inPlaceOf('invite', 'hds;rport', {
    'hds;rport;maddr=⟦"192.0.2.3"⟧': 'sip.malformed-value',
    'hds;rport;x="y"': 'sip.none',
  }),
  // RFC 4235 §4.1, RFC 4730 §4.1
  ...inPlaceOf('subscribe', 'Event: presence', {
    'Event: dialog;from-tag=⟦"a"⟧': 'sip.malformed-value',
    'Event: dialog;call-id="a@b";to-tag=⟦"a"⟧': 'sip.malformed-value',
    'Event: dialog;call-id="a@b";from-tag=a;to-tag=b': 'sip.none',
    'Event: kpml;⟦remote-tag=sip:phn@example.com⟧': 'sip.malformed-parameter',
    'Event: kpml;remote-tag="sip:phn@example.com;tag=x";local-tag=y': 'sip.none',
  }),
  ['busy-486', 'duration=3600', 'duration=⟦"3600"⟧', 'sip.malformed-value'],
  ...adding('invite', {
    'Accept: application/sdp;q=⟦"0.5"⟧': 'sip.malformed-value',
    'Accept: application/sdp;level="1"': 'sip.none',
    'Call-Info: <http://example.com/a>;purpose=⟦"icon"⟧': 'sip.malformed-value',
    'Call-Info: <http://example.com/a>;purpose=icon;title="a;purpose=b"': 'sip.none',
    'Content-Disposition: session;handling=⟦"optional"⟧': 'sip.malformed-value',
    'Diversion: <sip:bob@example.com>;counter=⟦"1"⟧': 'sip.malformed-value',
    'Diversion: <sip:bob@example.com>;reason="no-answer";privacy="full"': 'sip.none',
    'History-Info: <sip:bob@example.com>;index=⟦"1"⟧': 'sip.malformed-value',
    'Security-Client: ipsec-3gpp;alg=⟦"hmac-md5-96"⟧': 'sip.malformed-value',
    'Security-Client: digest;d-alg=MD5;d-ver="0000000000000000000000000000abcd"': 'sip.none',
    'User-to-User: 56a3;encoding=⟦"hex"⟧': 'sip.malformed-value',
  }),
];

const inUris: readonly Mutation[] = [
  ...inPlaceOf('register', ';transport=udp', {
    ';⟦transport="udp"⟧': 'sip.malformed-parameter',
    ';x=%22udp%22': 'sip.none',
  }),
];

const torn: readonly Mutation[] = [
  ...inPlaceOf('invite', 'Contact: <sip:alice@192.0.2.10:5060>', {
    'Contact: <sip:alice@192.0.2.10:5060>;⟦x=a"b⟧': 'sip.malformed-parameter',
    'Contact: <sip:alice@192.0.2.10:5060>;⟦x=a"b⟧;y=2': 'sip.malformed-parameter',
    'Contact: <sip:alice@192.0.2.10:5060>;x=⟦"b⟧': 'sip.unterminated-quote',
    'Contact: <sip:alice@192.0.2.10:5060>;x="a\\"b"': 'sip.none',
  }),
];

/** RFC 3892 §2.2 */
const references: readonly Mutation[] = [
  ...inPlaceOf('refer', 'Referred-By: <sip:alice@example.com>', {
    'Referred-By: <sip:alice@example.com>;cid=⟦20398823.2UWQFN@example.com⟧': 'sip.malformed-value',
    'Referred-By: <sip:alice@example.com>;cid="⟦20398823⟧"': 'sip.malformed-value',
    'Referred-By: <sip:alice@example.com>;cid="20398823.2UWQFN@example.com"': 'sip.none',
  }),
];

oneFaultEach({ inHeaderFields, inUris, torn, references });
