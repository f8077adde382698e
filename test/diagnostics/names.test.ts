import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { intendedHeader } from '../../server/src/features/diagnostics/header-names.ts';
import { intendedMethod } from '../../server/src/features/diagnostics/judged.ts';
import { editDistance, nearest } from '../../server/src/features/diagnostics/spelling.ts';
import { check, good } from './judging.ts';

suite('Spelling', () => {
  test('counts changed, missing, added and swapped letters', () => {
    assert.equal(editDistance('invite', 'invite', 2), 0);
    assert.equal(editDistance('invite', 'invote', 2), 1);
    assert.equal(editDistance('invite', 'inite', 2), 1);
    assert.equal(editDistance('invite', 'innvite', 2), 1);
    assert.equal(editDistance('invite', 'inivte', 2), 1);
    assert.equal(editDistance('invite', 'onvote', 2), 2);
  });

  test('stops counting above the limit', () => {
    assert.equal(editDistance('invite', 'subscribe', 2), 3);
    assert.equal(editDistance('', 'abc', 1), 2);
  });

  test('guesses a long word with two slips, a short one with one', () => {
    assert.equal(nearest('Subscirbtion', ['Subscription']), 'Subscription');
    assert.equal(nearest('Alouw', ['Allow']), undefined);
    assert.equal(nearest('Alow', ['Allow']), 'Allow');
  });

  test('guesses nothing between two words that are equally near', () => {
    assert.equal(nearest('bat', ['cat', 'hat']), undefined);
  });
});

suite('Methods', () => {
  const meant = {
    INVTE: 'INVITE',
    REGSITER: 'REGISTER',
    invite: 'INVITE',
    AKC: 'ACK',
    NOTFY: 'NOTIFY',
    SUSCRIBE: 'SUBSCRIBE',
  };
  for (const [written, method] of Object.entries(meant)) {
    test(`${written} was meant to be ${method}`, () => assert.equal(intendedMethod(written), method));
  }

  for (const method of [
    'INVITE',
    'SERVICE',
    'BENOTIFY',
    'NEGOTIATE',
    'PING',
    'DO',
    'SPRACK',
    'KDMQ',
    'RE%47IST%45R',
    'NEWMETHOD',
  ]) {
    test(`${method} is left alone`, () => assert.equal(intendedMethod(method), undefined));
  }

  test('of an extension are legal', () => {
    check(good('options').replace('OPTIONS sip:', 'BENOTIFY sip:').replace('63104 OPTIONS', '63104 BENOTIFY'));
  });
});

suite('Header fields', () => {
  const absent = (): boolean => false;
  const present = (): boolean => true;
  const meant = {
    Conact: 'Contact',
    'Refered-By': 'Referred-By',
    'Content-Lenght': 'Content-Length',
    'Max-Fowards': 'Max-Forwards',
    'WWW-Authentcate': 'WWW-Authenticate',
    UserAgent: 'User-Agent',
    Record_Route: 'Record-Route',
  };
  for (const [written, name] of Object.entries(meant)) {
    test(`${written} was meant to be ${name}`, () => assert.equal(intendedHeader(written, present), name));
  }

  test('with short names are misspelt only where they are missed', () => {
    assert.equal(intendedHeader('Vai', absent), 'Via');
    assert.equal(intendedHeader('Vai', present), undefined);
    assert.equal(intendedHeader('Data', absent), undefined);
  });

  const plausible = [
    'X-Contact',
    'xCall-ID',
    'X-Via',
    'P-Hint',
    'P-Charge',
    'Cisco-Guid',
    'Session-UUID',
    'Host',
    'Debug',
    'UUID',
    'Charge',
    'Info',
    'Av-Global-Session-ID',
    'Content-Transfer-Encoding',
    'Accept-Charset',
    'P-AV-Message-Id',
    'RTP-TxStat',
    'pjsip',
    'Seq',
    'Ms-Conversation-ID',
    'Thread-Topic',
    'Location-Info',
    'P-Attestation-Indicator',
    'P-Origination-ID',
    'Server-Name',
  ];
  for (const name of plausible) {
    test(`${name} is somebody's own`, () => assert.equal(intendedHeader(name, present), undefined));
  }
});
