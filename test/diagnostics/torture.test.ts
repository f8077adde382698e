import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { described, judge, loud } from './judging.ts';

/**
 * What RFC 4475 and RFC 5118 say of their messages, and the errors and warnings that must stand for it: the rule and
 * the text that it points to. The messages themselves cannot be part of this repository; faults of each kind are in
 * `mutations/`.
 */
type Verdict = readonly [section: string, says: string, ...problems: readonly (readonly [rule: string, at: string])[]];

const requestLine = 'INVITE sip:user@example.com SIP/2.0';

const rfc4475: Readonly<Record<string, Verdict>> = {
  wsinv: ['3.1.1.1', 'a short tortuous INVITE: valid'],
  intmeth: ['3.1.1.2', 'a wide range of valid characters: valid'],
  esc01: ['3.1.1.3', 'valid use of % escapes: valid'],
  escnull: ['3.1.1.4', 'escaped nulls in URIs: valid'],
  esc02: ['3.1.1.5', '% where it is no escape: valid'],
  lwsdisp: ['3.1.1.6', 'no blank between display name and <: valid'],
  longreq: ['3.1.1.7', 'long values: valid'],
  dblreq: ['3.1.1.8', 'extra octets behind the body: valid'],
  semiuri: ['3.1.1.9', 'semicolons in the user part: valid'],
  transports: ['3.1.1.10', 'varied and unknown transports: valid'],
  mpart01: ['3.1.1.11', 'multipart with a binary part: valid'],
  unreason: ['3.1.1.12', 'unusual reason phrase: valid'],
  noreason: ['3.1.1.13', 'empty reason phrase: valid'],
  badinv01: ['3.1.2.1', 'extraneous separators', ['sip.extra-separator', ';;,;,,'], ['sip.extra-separator', ';;;;']],
  clerr: ['3.1.2.2', 'Content-Length larger than the message', ['sip.content-length-mismatch', '9999']],
  ncl: ['3.1.2.3', 'negative Content-Length', ['sip.invalid-content-length', '-999']],
  scalar02: [
    '3.1.2.4',
    'overlarge numbers in a request',
    ['sip.cseq-out-of-range', '36893488147419103232'],
    ['sip.invalid-max-forwards', '300'],
    ['sip.invalid-expires', `1${'0'.repeat(100)}`],
    ['sip.invalid-expires', '280297596632815'],
  ],
  scalarlg: [
    '3.1.2.5',
    'overlarge numbers in a response',
    // Nothing that the RFC names, and true nevertheless: a 503 has a To tag.
    ['sip.missing-to-tag', '<sip:user@example.com>'],
    ['sip.cseq-out-of-range', '9292394834772304023312'],
    ['sip.malformed-warning', '1812 overture "In Progress"'],
  ],
  quotbal: [
    '3.1.2.6',
    'unterminated quoted string',
    ['sip.unterminated-quote', '"Mr. J. User <sip:j.user@example.com>'],
  ],
  ltgtruri: ['3.1.2.7', '<> around the Request-URI', ['sip.request-uri-brackets', '<sip:user@example.com>']],
  lwsruri: ['3.1.2.8', 'blanks in the Request-URI', ['sip.uri-blank', 'sip:user@example.com; lr']],
  lwsstart: ['3.1.2.9', 'several blanks in the start line', ['sip.start-line-blanks', '  ']],
  trws: ['3.1.2.10', 'blanks at the end of the Request-Line', ['sip.start-line-blanks', '  ']],
  escruri: [
    '3.1.2.11',
    'header fields in the Request-URI',
    ['sip.request-uri-headers', '?Route=%3Csip:example.com%3E'],
  ],
  baddate: ['3.1.2.12', 'time zone other than GMT', ['sip.invalid-date', 'Fri, 01 Jan 2010 16:00:00 EST']],
  regbadct: [
    '3.1.2.13',
    'a URI that must be enclosed in <>',
    ['sip.uri-needs-brackets', 'sip:user@example.com?Route=%3Csip:sip.example.com%3E'],
  ],
  badaspec: ['3.1.2.14', 'blanks within an addr-spec', ['sip.uri-blank', ' sip:t.watson@example.org ']],
  baddn: [
    '3.1.2.15',
    'unquoted display name',
    ['sip.unquoted-display-name', 'Bell, Alexander'],
    ['sip.unquoted-display-name', 'Watson, Thomas'],
  ],
  badvers: ['3.1.2.16', 'unknown version', ['sip.unsupported-version', 'SIP/7.0']],
  mismatch01: ['3.1.2.17', 'method of CSeq differs', ['sip.cseq-method-mismatch', 'INVITE']],
  mismatch02: [
    '3.1.2.18',
    'unknown method, method of CSeq differs',
    ['sip.cseq-method-mismatch', 'INVITE'],
    // Its session description is short of two lines as well.
    ['sip.sdp-missing-line', 'v=0'],
    ['sip.sdp-missing-line', 'v=0'],
  ],
  bigcode: ['3.1.2.19', 'overlarge status code', ['sip.invalid-status-code', '4294967301']],
  badbranch: ['3.2.1', 'no transaction identifier', ['sip.empty-branch', 'branch=z9hG4bK']],
  insuf: [
    '3.3.1',
    'missing Call-ID, From and To (and Contact and Max-Forwards)',
    ['sip.missing-header', requestLine],
    ['sip.missing-header', requestLine],
    ['sip.missing-header', requestLine],
    ['sip.missing-header', requestLine],
    ['sip.missing-max-forwards', requestLine],
  ],
  unkscm: ['3.3.2', 'unknown scheme in the Request-URI: well-formed'],
  novelsc: ['3.3.3', 'known but atypical scheme: well-formed'],
  unksm2: ['3.3.4', 'unknown schemes in header fields: well-formed'],
  bext01: ['3.3.5', 'unknown option tags: well-formed'],
  invut: ['3.3.6', 'unknown Content-Type: valid'],
  regaut01: ['3.3.7', 'unknown authorization scheme: well-formed'],
  multi01: [
    '3.3.8',
    'several values where one is allowed',
    ['sip.duplicate-header', 'CSeq'],
    ['sip.duplicate-header', 'Call-ID'],
    ['sip.duplicate-header', 'To'],
    ['sip.duplicate-header', 'From'],
    ['sip.multiple-contacts', '<sip:caller@host36.example.net>'],
    ['sip.duplicate-header', 'Max-Forwards'],
  ],
  mcl01: ['3.3.9', 'two Content-Length values', ['sip.duplicate-header', 'Content-Length']],
  bcast: ['3.3.10', 'broadcast address in Via: well-formed'],
  zeromf: ['3.3.11', 'Max-Forwards of zero: legal'],
  cparam01: ['3.3.12', 'Contact header parameter: valid'],
  cparam02: ['3.3.13', 'Contact URI parameter: valid'],
  regescrt: ['3.3.14', 'escaped header in a Contact URI: valid'],
  sdp01: ['3.3.15', 'unacceptable Accept: valid'],
  inv2543: ['3.4.1', 'RFC 2543 syntax: legal'],
  test: [
    'archive',
    'in the archive, though not in the text; hardly a line of it is right',
    ['sip.malformed-start-line', 'INVITE sip:alan@jasomi.com'],
    ['sip.missing-header', 'INVITE sip:alan@jasomi.com'],
    ['sip.missing-header', 'INVITE sip:alan@jasomi.com'],
    ['sip.uri-without-scheme', 'alan@jasomi.com'],
    ['sip.missing-from-tag', 'ralph@example.com'],
    ['sip.uri-without-scheme', 'ralph@example.com'],
    ['sip.header-without-colon', 'Foobar roobar'],
    ['sip.sdp-malformed-line', 'testing=123'],
  ],
};

const rfc5118: Readonly<Record<string, Verdict>> = {
  '4.1-ipv6-good-1': ['4.1', 'valid'],
  '4.2-ipv6-bad-1': ['4.2', 'no brackets around an address', ['sip.ipv6-without-brackets', '2001:db8::10']],
  '4.3-port-ambiguous-1': ['4.3', 'port within the brackets: well-formed'],
  '4.4-port-unambiguous-1': ['4.4', 'valid'],
  '4.5-via-received-param-no-delim-2': ['4.5', 'received without brackets: valid'],
  '4.5-via-received-param-with-delim-1': ['4.5', 'received with brackets: to be accepted'],
  // The lengths that the RFC prints for these two fit neither kind of line end: 17 and 22 bytes too many, a slight fault.
  '4.6-ipv6-in-sdp-1': ['4.6', 'valid'],
  '4.8-mult-ip-in-sdp-1': ['4.8', 'valid'],
  '4.7-mult-ip-in-header-1': ['4.7', 'valid'],
  '4.9-ipv4-mapped-ipv6-1': ['4.9', 'valid'],
  '4.10-ipv6-bug-abnf-3-colons-1': ['4.10', 'a colon too many: to be accepted'],
  '4.10-ipv6-correct-abnf-2-colons-2': ['4.10', 'valid'],
};

const messages = '../shared/corpora/messages';

function verdicts(title: string, folder: string, extension: string, table: Readonly<Record<string, Verdict>>): void {
  const path = `${messages}/${folder}`;
  suite(title, { skip: existsSync(path) ? false : `${path} is not here` }, () => {
    for (const [name, [section, says, ...problems]] of Object.entries(table)) {
      test(`§${section} ${name}: ${says}`, () => {
        const text = readFileSync(`${path}/${name}.${extension}`, 'utf8');
        const found = loud(judge(text));
        assert.deepEqual(
          found.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
          problems,
          described(text, found).join('\n'),
        );
      });
    }

    test('every message has a verdict', () => {
      const files = readdirSync(path).map((file) => file.slice(0, -extension.length - 1));
      assert.deepEqual(files.sort(), Object.keys(table).sort());
    });
  });
}

verdicts('RFC 4475', 'rfc4475', 'dat', rfc4475);
verdicts('RFC 5118', 'rfc5118', 'sip', rfc5118);
