import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Challenges and credentials by the letter of their grammar (RFC 3261 §25.1, RFC 7616 §3.3, §3.4, RFC 8760 §2.2). */

const start = 'Authorization: Digest username="a",realm="b",nonce="c",uri="sip:b"';
const rest = 'response="0123456789abcdef0123456789abcdef"';

const ofOthers: readonly Mutation[] = [
  ...inPlaceOf('register-401', 'opaque=""', {
    'opaque="", ⟦x-unknown=⟧': 'sip.malformed-parameter',
    'opaque="", ⟦x-unknown=a@b⟧': 'sip.malformed-parameter',
    'opaque="", x-unknown=a.b, y="a@b", z=""': 'sip.none',
  }),
  ...adding('invite', {
    [`${start},${rest},⟦x=⟧`]: 'sip.malformed-parameter',
    [`${start},${rest},⟦x=a@b⟧`]: 'sip.malformed-parameter',
    [`${start},${rest},x="a@b",y=z`]: 'sip.none',
    [`${start},⟦response=⟧`]: 'sip.malformed-value',
  }),
  ...adding('invite-200', { 'Authentication-Info: qop=auth,nc=00000001,cnonce="a",⟦x=⟧': 'sip.malformed-parameter' }),
];

const empty: readonly Mutation[] = inPlaceOf('register-401', 'opaque=""', {
  '⟦opaque=⟧': 'sip.malformed-value',
  'opaque="x"': 'sip.none',
});

const algorithms: readonly Mutation[] = inPlaceOf('register-401', 'algorithm=MD5', {
  'algorithm=⟦SHA-1⟧': 'sip.unknown-digest-value',
  'algorithm=⟦SHA1⟧': 'sip.unknown-digest-value',
  'algorithm=⟦FOO⟧': 'sip.unknown-digest-value',
  'algorithm=SHA-256-sess': 'sip.none',
  'algorithm=AKAv1-MD5': 'sip.none',
});

/** RFC 3261 §25.1, other-challenge */
const challenge =
  'Digest realm="example.com", nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", opaque="", stale=FALSE, algorithm=MD5, qop="auth"';
const schemes: readonly Mutation[] = inPlaceOf('register-401', challenge, {
  'Bearer ⟦realm="a" authz_server="b"⟧': 'sip.malformed-credentials',
  '⟦Bearer⟧ realm="a", scope="x"': 'sip.missing-parameter',
  'Foo ⟦realm="x"; nonce="y"⟧': 'sip.malformed-credentials',
  'Foo ⟦realm="x"; nonce=y⟧': 'sip.malformed-credentials',
  'Foo realm="x",⟦,⟧ nonce=y': 'sip.extra-separator',
  'Bearer authz_server="https://example.com/a?b=c", scope="x y", error="invalid_token"': 'sip.none',
  'NTLM realm="SIP Communications Service", targetname="x", version=4': 'sip.none',
  'Kerberos realm="SIP Communications Service", targetname="sip/x", version=4': 'sip.none',
  'TLS-DSK realm="SIP", targetname=x, version=4, sts-uri="https://example.com/a", gssapi-data=""': 'sip.none',
  'Negotiate TlRMTVNTUAAB==': 'sip.none',
  'Negotiate TlRMTVNTUAAB=': 'sip.none',
  'Asymmetric nonce="a",algorithm=A:RSA;H:SHA1;S:DES/ECB/PKCS5': 'sip.none',
});

oneFaultEach({ schemes, ofOthers, empty, algorithms });
