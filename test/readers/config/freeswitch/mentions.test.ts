// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables like this
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFreeswitch } from '../../../../server/src/readers/config/freeswitch/read.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { action, dialplan, mentioned, profile } from './documents.ts';

suite('what a dialplan mentions', () => {
  test('responses, causes, header fields, codecs, conditions: in their places', () => {
    assert.deepEqual(
      mentioned(dialplan).filter((line) => !/dialectTerm application/.test(line)),
      [
        '486 = statusCode 486 INVITE',
        'Busy Here = reasonPhrase Busy Here 486',
        '503 = statusCode 503 INVITE',
        'sip_h_ = dialectTerm variablePrefix sip_h_',
        'X-Account = headerField X-Account',
        'sip_via_protocol = dialectTerm variable sip_via_protocol',
        'tls = value transport TLS',
        'wss = value transport WSS',
        'continue_on_fail = dialectTerm variable continue_on_fail',
        'USER_BUSY = q850Cause 17',
        'NO_ANSWER = q850Cause 19',
        '34 = q850Cause 34',
        'sip_h_ = dialectTerm variablePrefix sip_h_',
        'X-Caller = headerField X-Caller',
        'sip_h_ = dialectTerm variablePrefix sip_h_',
        'Diversion = headerField Diversion',
        'absolute_codec_string = dialectTerm variable absolute_codec_string',
        'PCMA = codec PCMA',
        'opus = codec opus 48000',
        'sip_cid_type = dialectTerm variable sip_cid_type',
        'pid = dialectTerm callerIdType pid',
        'leg_timeout = dialectTerm variable leg_timeout',
        'originate_disposition = dialectTerm variable originate_disposition',
        'originate_disposition = dialectTerm variable originate_disposition',
        'USER_BUSY = q850Cause 17',
        'CALL_REJECTED = q850Cause 21',
        'proto_specific_hangup_cause = dialectTerm variable proto_specific_hangup_cause',
        '486 = statusCode 486 INVITE',
        'USER_BUSY = q850Cause 17',
        'ALLOTTED_TIMEOUT = q850Cause 802',
        'sip_term_status = dialectTerm variable sip_term_status',
        '404 = statusCode 404 INVITE',
        '5\\d\\d = statusClass 5',
        'hangup_cause = dialectTerm variable hangup_cause',
      ],
    );
  });

  test('applications that speak SIP, and not those that only set something', () => {
    assert.deepEqual(
      new Set(mentioned(dialplan).filter((line) => / application /.test(line))),
      new Set([
        'respond = dialectTerm application respond',
        'bridge = dialectTerm application bridge',
        'hangup = dialectTerm application hangup',
        'sched_hangup = dialectTerm application sched_hangup',
      ]),
    );
  });

  test('extension numbers, sounds, logs and comments hold none', () => {
    assert.deepEqual(mentioned(action('playback', 'busy-486.wav')), []);
    assert.deepEqual(mentioned(action('log', 'INFO sent 486 USER_BUSY INVITE')), []);
    assert.deepEqual(mentioned(`<!-- ${action('respond', '486')} -->`), []);
    assert.deepEqual(mentioned('<condition field="destination_number" expression="^486$"/>'), []);
  });

  test('what a variable fills in is not judged', () => {
    const text = action('respond', '${code} ${phrase}');
    assert.deepEqual(mentioned(text, 'statusCode', 'reasonPhrase'), []);
    const { findings, wildcards } = readFreeswitch(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      wildcards.map((span) => textOf(text, span)),
      ['${code}', '${phrase}'],
    );
  });

  test('codes that do not exist are mentioned as well, so that they can be judged', () => {
    assert.deepEqual(mentioned(action('respond', '799 Nope'), 'statusCode'), ['799 = statusCode 799 INVITE']);
    assert.deepEqual(mentioned(action('hangup', '999'), 'q850Cause'), ['999 = q850Cause 999']);
  });

  test('header fields of responses and of the BYE', () => {
    assert.deepEqual(mentioned(action('set', 'sip_rh_Retry-After=30'), 'headerField'), [
      'Retry-After = headerField Retry-After',
    ]);
    assert.deepEqual(mentioned(action('multiset', '^^:sip_bye_h_X-A=1:sip_ph_X-B=2'), 'headerField'), [
      'X-A = headerField X-A',
      'X-B = headerField X-B',
    ]);
    assert.deepEqual(mentioned(action('unset', 'sip_h_X-A'), 'headerField'), ['X-A = headerField X-A']);
  });

  test('dial strings: every destination, lists with commas in quotes, own separators', () => {
    const strings = [
      '[sip_h_X-A=1]user/1,[sip_h_X-B=2]user/2|[sip_h_X-C=3]user/3',
      "{sip_h_X-A='a,b',sip_h_X-B=2}[sip_h_X-C=${x(1,2)}]user/1:_:{sip_h_X-D=1}user/2",
      '{^^;sip_h_X-A=1,2;sip_h_X-B=2}user/1',
    ];
    assert.deepEqual(
      strings.map((data) => mentioned(action('bridge', data), 'headerField').map((line) => line.split(' ')[0])),
      [
        ['X-A', 'X-B', 'X-C'],
        ['X-A', 'X-B', 'X-C', 'X-D'],
        ['X-A', 'X-B'],
      ],
    );
  });
});

suite('what a profile mentions', () => {
  test('parameters of the profile and of its gateways, and the SIP in their values', () => {
    assert.deepEqual(
      mentioned(profile).map((line) => line.replace('dialectTerm ', '')),
      [
        'username = gatewayParameter username',
        'password = gatewayParameter password',
        'register = gatewayParameter register',
        'register-transport = gatewayParameter register-transport',
        'tls = value transport TLS',
        'caller-id-in-from = gatewayParameter caller-id-in-from',
        'sip_h_ = variablePrefix sip_h_',
        'X-Trunk = headerField X-Trunk',
        'sip-port = profileParameter sip-port',
        'dtmf-type = profileParameter dtmf-type',
        'rfc2833 = dtmfType rfc2833',
        'rfc2833-pt = profileParameter rfc2833-pt',
        '101 = payloadType 101',
        'inbound-codec-prefs = profileParameter inbound-codec-prefs',
        'PCMA = codec PCMA',
        'G722 = codec G722',
        'enable-100rel = profileParameter enable-100rel',
        'minimum-session-expires = profileParameter minimum-session-expires',
        'caller-id-type = profileParameter caller-id-type',
        'pid = callerIdType pid',
        'nat-options-ping = profileParameter nat-options-ping',
        'udp-only = natPing udp-only',
      ],
    );
  });

  test('parameters of other modules are none', () => {
    assert.deepEqual(
      mentioned('<configuration name="a.conf"><settings><param name="username" value="x"/></settings></configuration>'),
      [],
    );
    assert.deepEqual(mentioned('<profile name="v"><param name="sip-port" value="5060"/></profile>'), []);
  });
});

suite('causes by number', () => {
  test('of Q.850, of its own, and of its own as older versions numbered them', () => {
    assert.deepEqual(mentioned(action('set', 'continue_on_fail=17,802,602,503'), 'q850Cause'), [
      '17 = q850Cause 17',
      '802 = q850Cause 802',
      '602 = q850Cause 802',
      '503 = q850Cause 703',
    ]);
    assert.deepEqual(mentioned(action('set', 'continue_on_fail=17,403'), 'q850Cause').slice(1), [
      '403 = q850Cause 403',
    ]);
  });
});
