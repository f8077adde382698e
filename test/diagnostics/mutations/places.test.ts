import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Header fields where they do not belong, and what they need beside them (RFC 3261 §20 and its extensions). */

const wrongPlaces: readonly Mutation[] = [
  ...adding('ringing', {
    '⟦Error-Info⟧: <sip:busy@example.com>': 'sip.header-not-applicable',
    '⟦Retry-After⟧: 5': 'sip.header-not-applicable',
    '⟦Authentication-Info⟧: nextnonce="4f"': 'sip.header-not-applicable',
    '⟦SIP-ETag⟧: dx200xyz': 'sip.header-not-applicable',
    '⟦Path⟧: <sip:p1.example.com;lr>': 'sip.header-not-applicable',
    'Supported: path': 'sip.none',
  }),
  ...adding('register-200', { 'Path: <sip:p1.example.com;lr>': 'sip.none' }),
  // RFC 3261 §20.33, RFC 4028 table 2, RFC 5626, RFC 7315 §5.7
  ...adding('session-progress', { '⟦Session-Expires⟧: 1800': 'sip.header-not-applicable' }),
  ...adding('unavailable-503', { '⟦Min-SE⟧: 90': 'sip.header-not-applicable' }),
  ...adding('publish-200', {
    '⟦P-Associated-URI⟧: <sip:a@example.com>': 'sip.header-not-applicable',
    '⟦Flow-Timer⟧: 120': 'sip.header-not-applicable',
    '⟦Retry-After⟧: 5': 'sip.header-not-applicable',
  }),
  ...adding('register-200', {
    'P-Associated-URI: <sip:a@example.com>': 'sip.none',
    'Flow-Timer: 120': 'sip.none',
  }),
  ...adding('invite-200', {
    '⟦Error-Info⟧: <sip:busy@example.com>': 'sip.header-not-applicable',
    '⟦Proxy-Authenticate⟧: Digest realm="example.com", nonce="4f"': 'sip.header-not-applicable',
    '⟦WWW-Authenticate⟧: Digest realm="example.com", nonce="4f"': 'sip.header-not-applicable',
    'Authentication-Info: nextnonce="4f"': 'sip.none',
  }),
  ...adding('busy-486', {
    'Error-Info: <sip:busy@example.com>': 'sip.none',
    '⟦Service-Route⟧: <sip:proxy.example.com;lr>': 'sip.header-not-applicable',
  }),
  ...adding('bye', { '⟦Answer-Mode⟧: Auto': 'sip.header-not-applicable' }),
  ...adding('options', { '⟦Priv-Answer-Mode⟧: Auto': 'sip.header-not-applicable' }),
  ...adding('refer', { '⟦Answer-Mode⟧: Manual': 'sip.header-not-applicable' }),
  ...adding('publish', { '⟦SIP-ETag⟧: dx200xyz': 'sip.forbidden-header' }),
  ...adding('notify', { 'SIP-ETag: dx200xyz': 'sip.none' }),
  ...adding('invite', {
    'Join: a;to-tag=1;from-tag=2': 'sip.none',
    'Replaces: a;to-tag=1;from-tag=2\n⟦Join⟧: a;to-tag=1;from-tag=2': 'sip.forbidden-header',
    'Record-Route: <⟦tel:+15550100⟧>': 'sip.malformed-value',
    'Record-Route: <sips:proxy.example.com;lr>': 'sip.none',
  }),
  // Neither can be sent again with an answer to the challenge.
  ...inPlaceOf('register-401', '1 REGISTER', { '1 PING': 'sip.none' }),
  ['register-401', '1 REGISTER', '1 CANCEL', 'sip.response-not-for-method'],
  ['proxy-authentication-407', '314159 INVITE', '314159 CANCEL', 'sip.response-not-for-method'],
];

/** Whoever refers, with what proves it in the first part. */
const referrers = (proof: string, rule: string): readonly Mutation[] =>
  inPlaceOf('siprec-invite', 'Content-Length: 477\n\n--part=boundary 1\n', {
    [`Referred-By: <sip:carol@example.com>;${proof}\nContent-Length: 506\n\n--part=boundary 1\nContent-ID: <a@example.com>\n`]:
      rule,
  });

const tiesToOthers: readonly Mutation[] = [
  ...inPlaceOf('notify', 'To: <sip:alice@example.com>;tag=sub-1', {
    'To: ⟦<sip:alice@example.com>⟧': 'sip.missing-to-tag',
  }),
  // It ends in its dialog as well (RFC 6665 §4.4.1), and so does what a REFER has asked for.
  ['notify-terminated', 'To: <sip:alice@example.com>;tag=sub-1', 'To: ⟦<sip:alice@example.com>⟧', 'sip.missing-to-tag'],
  // Nobody has subscribed to these.
  ...adding('mwi-notify', { 'Subscription-State: active': 'sip.none', 'Subscription-State: terminated': 'sip.none' }),
  // RFC 3261 §21.3, §21.4.13
  ...inPlaceOf('terminated-487', 'SIP/2.0 487 Request Terminated', {
    '⟦SIP/2.0 305 Use Proxy⟧': 'sip.missing-response-header',
    '⟦SIP/2.0 415 Unsupported Media Type⟧': 'sip.missing-response-header',
    'SIP/2.0 415 Unsupported Media Type\nAccept-Language: tr': 'sip.none',
    'SIP/2.0 415 Unsupported Media Type\nAccept:': 'sip.none',
  }),
  ...adding('siprec-invite', {
    'Referred-By: <sip:carol@example.com>;cid="⟦token@example.com⟧"': 'sip.unknown-content-id',
  }),
  ...referrers('cid="a@example.com"', 'sip.none'),
  ...referrers('cid="a@example.com"⟦,⟧', 'sip.extra-separator'),
  ...referrers('cid="a@example.com"⟦"⟧', 'sip.unterminated-quote'),
  ...referrers('⟦cid="a@example.com" (⟧', 'sip.malformed-parameter'),
  ...inPlaceOf('siprec-invite', 'Content-Disposition: recording-session', {
    'Content-Disposition: recording-session\n⟦Content-Disposition⟧: render': 'sip.duplicate-header',
    'Content-Disposition: recording-session\n⟦content-type⟧: text/plain': 'sip.duplicate-header',
    'Content-Disposition: recording-session\nContent-ID: <metadata@example.com>': 'sip.none',
  }),
  ['stir-compact', 'Date: Tue, 03 Feb 2026 09:15:42 GMT\n', '', 'sip.missing-header'],
];

const dates: readonly Mutation[] = inPlaceOf('stir-compact', 'Date: Tue, 03 Feb', {
  'Date: Tue, 3 Feb': 'sip.invalid-date',
  'Date: Tue,03 Feb': 'sip.invalid-date',
  'Date: Tue,  03 Feb': 'sip.invalid-date',
  'Date: ⟦Mon⟧, 03 Feb': 'sip.date-weekday',
});

oneFaultEach({ 'wrong places': wrongPlaces, 'ties to others': tiesToOthers, dates });
