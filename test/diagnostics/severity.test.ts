import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { good } from './judging.ts';

/** How loudly a fault is told of besides what the table of rules says. */

const problems = (name: string, text: string, settings = {}): string[] =>
  [...problemsOf(analyse(text, { name }), settings)].map(({ rule, severity }) => `${severity}: ${rule}`);

suite('A Content-Length that differs a little', () => {
  const slightlyLong = good('message').replace('Content-Length: 28', 'Content-Length: 36');

  test('is information in a file', () => {
    assert.deepEqual(problems('a.sip', slightlyLong), ['information: sip.content-length-mismatch']);
  });

  test('is what the user says it is', () => {
    const settings = { 'sip.content-length-mismatch': 'warning' };
    assert.deepEqual(problems('a.sip', slightlyLong, settings), ['warning: sip.content-length-mismatch']);
  });
});

suite('A faulty request behind another one', () => {
  const faulty = good('bye').replace('CSeq: 231 BYE', 'CSeq: 231');
  const error = 'error: sip.malformed-cseq';

  test('may be what is left of a datagram behind the body', () => {
    const datagram = good('register-star');
    assert.match(datagram, /SIP\/2\.0\/UDP.*Content-Length: 0/s);
    assert.deepEqual(problems('a.sip', `${datagram}\n${faulty}`), ['information: sip.malformed-cseq']);
  });

  test('of the same call is a message of its own', () => {
    assert.deepEqual(problems('a.sip', `${good('invite')}\n${faulty}`), [error]);
  });

  test('in a stream is a message of its own', () => {
    assert.deepEqual(problems('a.sip', `${good('subscribe')}\n${faulty}`), [error]);
  });

  test('in a file with more of them is a message of its own', () => {
    assert.deepEqual(problems('a.sip', `${good('register-star')}\n${faulty}\n${good('options')}`), [error]);
  });
});
