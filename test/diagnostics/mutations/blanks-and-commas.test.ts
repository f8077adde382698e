import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Blanks where the grammar lets them stand, commas that part nothing, and names that blanks have come into. */

/** RFC 3261 §25.1, EQUAL */
const equals: readonly Mutation[] = [
  ...inPlaceOf('message', 'text/plain; charset=UTF-8', {
    'text/plain;charset = UTF-8': 'sip.none',
    'text / plain ; charset\n  =\n "UTF-8"': 'sip.none',
    'text/plain;⟦charset =⟧': 'sip.malformed-parameter',
    'text/plain;charset = a;⟦charset=b⟧': 'sip.duplicate-parameter',
  }),
  ...inPlaceOf('siprec-invite', 'boundary="part=boundary 1"', {
    'boundary = "part=boundary 1"': 'sip.none',
    'boundary =\n  "part=boundary 1"': 'sip.none',
  }),
  ...inPlaceOf('siprec-invite', 'Content-Type: application/sdp\n', {
    'Content-Type: application/sdp; x = y\n': 'sip.none',
    'Content-Type: application/sdp; ⟦x = y z⟧\n': 'sip.malformed-parameter',
  }),
  ...inPlaceOf('options', 'application/pidf+xml;q=0.5', {
    'text/html;level = 1;q =\t0.5': 'sip.none',
    'text/html;q = ⟦1.5⟧': 'sip.invalid-q-value',
  }),
];

/** RFC 3261 §25.1: one address, one value, and nothing behind a comma. */
const commas: readonly Mutation[] = [
  ...inPlaceOf('invite', 'To: Bob <sip:bob@example.com>', {
    'To: Bob <sip:bob@example.com>⟦,⟧': 'sip.extra-separator',
    'To: ⟦,⟧ <sip:bob@example.com>': 'sip.extra-separator',
    'To: Bob <sip:bob@example.com>, ⟦<sip:bill@example.com>⟧': 'sip.multiple-values',
  }),
  ['invite', 'Content-Type: application/sdp', 'Content-Type: application/sdp⟦,⟧', 'sip.extra-separator'],
  ['invite', ';refresher=uac', ';refresher=uac⟦,⟧', 'sip.extra-separator'],
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: 70\nContent-Disposition: session⟦,⟧', 'sip.extra-separator'],
  [
    'invite',
    'Max-Forwards: 70',
    'Max-Forwards: 70\nReplaces: a@example.com;to-tag=1;from-tag=2⟦,⟧',
    'sip.extra-separator',
  ],
];

/** RFC 3261 §7.3.1: a line with a colon has a name, though none that a header field may have. */
const names: readonly Mutation[] = inPlaceOf('options', 'Max-Forwards: 70', {
  'Max-Forwards: 70\n⟦My Header⟧: 1': 'sip.invalid-header-name',
  'Max-Forwards: 70\n⟦X-Wren Trace Level⟧ : low': 'sip.invalid-header-name',
  'Max-Forwards: 70\n⟦Wren;Trace⟧: low': 'sip.invalid-header-name',
  'Max-Forwards: 70\n⟦Wren says hello⟧': 'sip.header-without-colon',
  'Max-Forwards: 70\n⟦Wren calls sip:bob@example.com⟧': 'sip.header-without-colon',
  'Max-Forwards: 70\n⟦Wren left at 12:30:00⟧': 'sip.header-without-colon',
});

oneFaultEach({ equals, commas, names });
