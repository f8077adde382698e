import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Folded lines that something has cut off from the header field which they go on with (RFC 3261 §7.3.1). */

const withoutBlank: readonly Mutation[] = [
  ...inPlaceOf('invite', ';branch=z9hG4bK776asdhds;rport', {
    '\n⟦;branch=z9hG4bK776asdhds;rport⟧': 'sip.header-without-colon',
    ';\n⟦branch=z9hG4bK776asdhds;rport⟧': 'sip.header-without-colon',
    ';\n branch=z9hG4bK776asdhds\n\t;rport': 'sip.none',
  }),
  ...inPlaceOf('invite', ';tag=1928301774', {
    '\n⟦;tag=1928301774⟧': 'sip.header-without-colon',
    ';\n⟦tag=1928301774⟧': 'sip.header-without-colon',
  }),
  ...inPlaceOf('invite', 'Supported: 100rel, timer, replaces', {
    'Supported: 100rel,\n⟦timer, replaces⟧': 'sip.header-without-colon',
    'Supported: 100rel\n⟦, timer, replaces⟧': 'sip.header-without-colon',
    'Supported:\n⟦100rel, timer, replaces⟧': 'sip.header-without-colon',
  }),
  ['invite', 'From: "Alice" <', 'From: "Alice"\n<', 'sip.header-without-colon'],
  ...adding('invite', {
    'Authorization: Digest username="a", realm="b",\n⟦nonce="c", uri="sip:b",\n response="0123456789abcdef0123456789abcdef"⟧':
      'sip.header-without-colon',
    'Authorization: Digest\n⟦username="a", realm="b", nonce="c", uri="sip:b", response="0123456789abcdef0123456789abcdef"⟧':
      'sip.header-without-colon',
    'Subject: a call\n⟦about something⟧': 'sip.header-without-colon',
    'Route: <sip:a.example.com;lr>,\n⟦<sip:b.example.com;lr>⟧': 'sip.header-without-colon',
    // What stands below is a field itself, so that the comma above parts nothing.
    'Organization: x\nAccept: application/sdp⟦,⟧': 'sip.extra-separator',
  }),
];

const behindEmptyLine: readonly Mutation[] = [
  ['invite', '>;tag=1928301774\n', '>\n⟦\n⟧ ;tag=1928301774\n', 'sip.blank-line-in-head'],
  ['invite', 'Supported: 100rel, ', 'Supported: 100rel,\n⟦\n⟧ ', 'sip.blank-line-in-head'],
  ...adding('invite', { 'Subject: a\n⟦\n⟧ call\n\tof two': 'sip.blank-line-in-head', 'Subject: a\n call': 'sip.none' }),
];

oneFaultEach({ withoutBlank, behindEmptyLine });
