import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { proseMentions } from '../../server/src/readers/prose.ts';

/** What a line of prose mentions, as it stands there. */
const mentioned = (line: string) => proseMentions(line, 0).map(({ span }) => line.slice(span.start, span.end));

suite('SIP in the sentences of a log', () => {
  for (const [line, ...terms] of [
    ['Got SIP response 486 "Busy Here" back from 192.0.2.7:5060', '486', 'Busy Here'],
    ["Fatal response '403' received from 'sip:pbx.example.com' on registration attempt", '403'],
    ['Channel sofia/internal/1000@192.0.2.1 entering state [terminated][486]', '486'],
    ['sofia_reg.c:2512 Failed Registration with status Forbidden [403]', 'Forbidden', '403'],
    ['mod_sofia.c: Responding to INVITE with: 488', 'INVITE', '488'],
    [
      "Call-Id '1-77@192.0.2.1': while expecting '180' (index 1), received 'SIP/2.0 404 Not Found",
      '180',
      '404',
      'Not Found',
    ],
    ['sip response 486/INVITE', '486', 'INVITE'],
    ['got a 202 for REFER', '202', 'REFER'],
    ["Really destroying SIP dialog 'a1@192.0.2.1' Method: OPTIONS", 'OPTIONS'],
    ["Outbound registration to 'sip:pbx.example.com' failed, 408", '408'],
    ['pjsip: name not resolved, sip code 702', '702'],
    ['Call rejected: SIP 486', '486'],
    ['leg ended sip=487', '487'],
    ['response_code: 404 call-id: 7a@192.0.2.1', '404'],
    ['SIP yanıtı: 486 Busy Here', '486', 'Busy Here'],
    ['SIP hata kodu 503', '503'],
    ['INVITE isteğine 486 yanıtı geldi', 'INVITE', '486'],
    ['Sending INFO to sip:alice@example.com', 'INFO'],
  ] as const) {
    test(line, () => assert.deepEqual(mentioned(line), terms));
  }
});

suite('The name of a method', () => {
  const methods = (line: string) =>
    proseMentions(line, 0).flatMap(({ term }) => (term.kind === 'method' ? [term.name] : []));

  test('is REFER where REFER is written', () => {
    assert.deepEqual(methods('SIP: sending REFER to 192.0.2.40'), ['REFER']);
  });

  for (const again of ['re-INVITE', 'reINVITE', 'Re-INVITE']) {
    test(`is INVITE for ${again}`, () => assert.deepEqual(methods(`SIP: got ${again} from 192.0.2.40`), ['INVITE']));
  }
});

suite('What only looks like SIP', () => {
  for (const line of [
    'request took 200 ms for sip:alice@example.com',
    'sent 486 packets to SIP trunk',
    'SIP returned 200 rows',
    'SIP module ended with exit code 100',
    'sip user code 404 at desk 3',
    'Received sip:200@example.com',
    'INFO sip:alice@example.com registered',
    '2026-01-05 10:00:00 INFO transaction sip committed',
    'INFO request received from sip:alice@example.com',
    '12 4.63 192.0.2.1 → 192.0.2.2 SIP 577 Status line follows',
    'dialog box closed, code 200',
    'database transaction failed: 404',
    '"GET / HTTP/1.1" 404 12',
    'port 5060, line 404 of sip.conf',
  ]) {
    test(line, () => assert.deepEqual(mentioned(line), []));
  }
});
