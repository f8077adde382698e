// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables like this
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFreeswitch } from '../../../../server/src/readers/config/freeswitch/read.ts';
import { freeswitchRules } from '../../../../server/src/readers/config/freeswitch/rules.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { action, condition, dialplan, entry, gatewayParameter, parameter, profile } from './documents.ts';

suite('faults', () => {
  test('the fixtures have none', () => {
    assert.deepEqual(readFreeswitch(dialplan).findings, []);
    assert.deepEqual(readFreeswitch(profile).findings, []);
  });

  const faults: readonly (readonly [rule: string, underlined: string, text: string, replacement?: string])[] = [
    ['sip.freeswitch-unknown-cause', 'USER_BUSSY', action('hangup', 'USER_BUSSY'), 'USER_BUSY'],
    ['sip.freeswitch-unknown-cause', 'no_answr', action('hangup', 'no_answr'), 'NO_ANSWER'],
    ['sip.freeswitch-unknown-cause', 'BUSY', action('set', 'continue_on_fail=BUSY,NO_ANSWER')],
    ['sip.freeswitch-unknown-cause', 'CALL_REJECT', action('check_acl', '${ip} domains CALL_REJECT'), 'CALL_REJECTED'],
    ['sip.freeswitch-respond-code', 'Busy', action('respond', 'Busy Here')],
    ['sip.freeswitch-parameter-value', 'ture', parameter('enable-100rel', 'ture'), 'true'],
    ['sip.freeswitch-parameter-value', 'rfc4733', parameter('dtmf-type', 'rfc4733'), 'rfc2833'],
    ['sip.freeswitch-parameter-value', 'rpi', parameter('caller-id-type', 'rpi')],
    ['sip.freeswitch-parameter-value', '201', parameter('rfc2833-pt', '201')],
    ['sip.freeswitch-parameter-value', 'abc', parameter('session-timeout', 'abc')],
    ['sip.freeswitch-parameter-value', 'inof', action('set', 'dtmf_type=inof'), 'info'],
    ['sip.freeswitch-unknown-cause', 'USER_BSUY', condition('hangup_cause', '^(NO_ANSWER|USER_BSUY)$'), 'USER_BUSY'],
    ['sip.freeswitch-unknown-cause', 'USER_BUSSY', entry('hangup USER_BUSSY'), 'USER_BUSY'],
    ['sip.freeswitch-respond-code', 'Busy', entry('respond Busy')],
    ['sip.freeswitch-misspelt-parameter', 'enable-100rell', parameter('enable-100rell', 'true'), 'enable-100rel'],
    ['sip.freeswitch-misspelt-parameter', 'sesion-timeout', parameter('sesion-timeout', '600'), 'session-timeout'],
    ['sip.freeswitch-misspelt-parameter', 'regsiter', gatewayParameter('regsiter', 'true'), 'register'],
    ['sip.freeswitch-parameter-minimum', '30', parameter('minimum-session-expires', '30'), '90'],
  ];
  for (const [rule, underlined, text, replacement] of faults) {
    test(`${rule}: ${underlined}`, () => {
      const { findings } = readFreeswitch(text);
      assert.deepEqual(
        findings.map((finding) => [finding.rule, textOf(text, finding.span)]),
        [[rule, underlined]],
      );
      if (replacement !== undefined) assert.equal(findings[0]?.fix?.edits[0]?.newText, replacement);
    });
  }

  test('every rule is broken here once', () => {
    assert.deepEqual(new Set(faults.map(([rule]) => rule)), new Set(freeswitchRules.map(({ id }) => id)));
  });

  test('what looks like a fault and is none', () => {
    for (const text of [
      action('hangup', 'normal_clearing'),
      action('hangup', '17'),
      action('hangup', '${cause}'),
      action('hangup', ''),
      action('set', 'continue_on_fail=true'),
      action('set', 'continue_on_fail=NORMAL_TEMPORARY_FAILURE,TIMEOUT,NO_ROUTE_DESTINATION'),
      action('set', 'transfer_on_fail=VOICEMAIL XML default'),
      action('respond', '486 Not today'),
      parameter('enable-100rel', 'disabled'),
      parameter('enable-100rel', '$${reliable}'),
      parameter('manage-presence', 'passive'),
      parameter('dtmf-type', 'INFO'),
      parameter('session-timeout', '0'),
      parameter('session-timeout', 'off'),
      action('set', 'dtmf_type=whatever'),
      condition('hangup_cause', '^USER_'),
      condition('hangup_cause', 'REJECTED|TIMEOUT|OTHER_END'),
      entry('transfer USER_BUSSY XML default'),
      parameter('somebody-elses-parameter', '486'),
      parameter('SIP-PORT', '5060'),
      parameter('rtp-timer-name', 'soft'),
      parameter('register', 'true'),
      gatewayParameter('context', 'public'),
      '<configuration name="verto.conf"><profiles><profile name="x"><param name="sip-portt" value="1"/></profile></profiles></configuration>',
    ]) {
      assert.deepEqual(readFreeswitch(text).findings, [], text);
    }
  });
});
