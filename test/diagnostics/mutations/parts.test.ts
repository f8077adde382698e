import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Parts of a body: what their types need, how they are encoded and what refers to them (RFC 2045, 2046, 2387, 8262). */

const ofWhole = 'multipart/mixed;boundary="part=boundary 1"';
const related = 'multipart/related;boundary="part=boundary 1"';

const signed = 'multipart/signed;boundary="part=boundary 1"';

/** RFC 1847 §2.1, §2.2, RFC 2046 §5.2.3, RFC 2387 §3.1 */
const needed: readonly Mutation[] = [
  ...inPlaceOf('siprec-invite', ofWhole, {
    [`⟦${related}⟧`]: 'sip.missing-parameter',
    [`${related};type="application/sdp"`]: 'sip.none',
    [`⟦${signed}⟧`]: 'sip.missing-parameter',
    [`⟦${signed};micalg=sha-256⟧`]: 'sip.missing-parameter',
    [`⟦${signed};protocol="application/pkcs7-signature"⟧`]: 'sip.missing-parameter',
    [`${signed};protocol="application/pkcs7-signature";micalg=sha-256`]: 'sip.none',
    '⟦multipart/encrypted;boundary="part=boundary 1"⟧': 'sip.missing-parameter',
  }),
  ...inPlaceOf('message', 'text/plain; charset=UTF-8', {
    '⟦message/external-body⟧': 'sip.missing-parameter',
    '⟦message/external-body;URL="http://example.com/a"⟧': 'sip.missing-parameter',
    'message/external-body; access-type="URL"; URL="http://example.com/a"': 'sip.none',
  }),
  ...inPlaceOf('siprec-invite', 'Content-Type: application/rs-metadata', {
    'Content-Type: ⟦message/external-body⟧': 'sip.missing-parameter',
    'Content-Type: message/external-body;access-type=URL;URL="http://example.com/a"': 'sip.none',
  }),
];

/** RFC 2387 §3.2 */
const starts: readonly Mutation[] = ['⟦<b@example.com>⟧', '<a@example.com>', '<a%40example.com>'].map((start) => [
  'siprec-invite',
  `${ofWhole}\nContent-Length: 477\n\n--part=boundary 1\n`,
  `${related};type="application/sdp";start="${start}"\nContent-Length: 506\n\n--part=boundary 1\nContent-ID: <a@example.com>\n`,
  start.startsWith('⟦') ? 'sip.unknown-content-id' : 'sip.none',
]);

/** RFC 2045 §6.1 */
const encodings: readonly Mutation[] = inPlaceOf('siprec-invite', 'Content-Type: application/sdp\n', {
  'Content-Type: application/sdp\nContent-Transfer-Encoding: ⟦7 bit⟧\n': 'sip.malformed-value',
  'Content-Type: application/sdp\nContent-Transfer-Encoding: ⟦base 64⟧\n': 'sip.malformed-value',
  'Content-Type: application/sdp\nContent-Transfer-Encoding: ⟦8bits⟧\n': 'sip.unknown-value',
  'Content-Type: application/sdp\nContent-Transfer-Encoding: 8BIT (letters)\n': 'sip.none',
  'Content-Type: application/sdp\nContent-Transfer-Encoding: x-mine\n': 'sip.none',
  'Content-Type: application/sdp;x=⟦"a⟧\n': 'sip.unterminated-quote',
  'Content-Type: application/sdp;x="a"\n': 'sip.none',
});

const referTo =
  'Refer-To: <sip:carol@192.0.2.30?Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321>\nReferred-By: <sip:alice@example.com>\nContent-Length: 0\n';
const list = 'Content-Type: application/resource-lists+xml\nContent-Length: 17\n';

/** RFC 5368 §5, RFC 8262 §3 */
const references: readonly Mutation[] = [
  ...inPlaceOf('refer', referTo, {
    'Refer-To: <cid:⟦list@example.com⟧>\nContent-Length: 0\n': 'sip.unknown-content-id',
  }),
  ...inPlaceOf('refer', `${referTo}\n`, {
    [`Refer-To: <cid:⟦list@example.com⟧>\n${list}\n<resource-lists/>`]: 'sip.unknown-content-id',
    [`Refer-To: <cid:⟦list@example.com⟧>\nContent-ID: <other@example.com>\n${list}\n<resource-lists/>`]:
      'sip.unknown-content-id',
    [`Refer-To: <cid:list@example.com>\nContent-ID: <list@example.com>\n${list}\n<resource-lists/>`]: 'sip.none',
  }),
  ...inPlaceOf('message', 'Content-Type: ', {
    'Content-ID: <a@example.com>\nCall-Info: <cid:⟦b@example.com⟧>\nContent-Type: ': 'sip.unknown-content-id',
    'Content-ID: <a@example.com>\nCall-Info: <cid:a@example.com>\nContent-Type: ': 'sip.none',
    'Call-Info: <cid:a@example.com>\nContent-Type: ': 'sip.none',
  }),
];

oneFaultEach({ needed, starts, encodings, references });
