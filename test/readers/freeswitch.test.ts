// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables like this
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import table from '../../data/dialects/freeswitch.json';
import enTexts from '../../data/dialects/texts/en/freeswitch.json';
import enRules from '../../data/dialects/texts/en/freeswitch.rules.json';
import trTexts from '../../data/dialects/texts/tr/freeswitch.json';
import trRules from '../../data/dialects/texts/tr/freeswitch.rules.json';
import { isFreeswitch } from '../../server/src/readers/config/freeswitch/is-freeswitch.ts';
import { readFreeswitch } from '../../server/src/readers/config/freeswitch/read.ts';
import { freeswitchRules } from '../../server/src/readers/config/freeswitch/rules.ts';
import { isSipp } from '../../server/src/readers/config/sipp/read.ts';
import type { Term } from '../../server/src/readers/mention.ts';
import { textOf } from '../../server/src/sip/span.ts';

const dialplan = readFileSync('test/fixtures/freeswitch/dialplan.xml', 'utf8');
const profile = readFileSync('test/fixtures/freeswitch/profile.xml', 'utf8');
const corpus = '../shared/corpora/configs/freeswitch';

/** `486 = statusCode 486 INVITE`: what is mentioned, as it is written and as it is meant. */
function mentioned(text: string, ...kinds: readonly Term['kind'][]): readonly string[] {
  return readFreeswitch(text)
    .mentions.filter(({ term }) => kinds.length === 0 || kinds.includes(term.kind))
    .map(({ term, span }) => `${textOf(text, span)} = ${meaning(term)}`);
}

function meaning(term: Term): string {
  const { kind, ...rest } = term;
  return [kind, ...Object.values(rest).filter((value) => value !== 'freeswitch')].join(' ');
}

const action = (application: string, data: string): string =>
  `<extension name="x"><condition><action application="${application}" data="${data}"/></condition></extension>`;

const condition = (variable: string, expression: string): string =>
  `<extension name="x"><condition field="\${${variable}}" expression="${expression}"/></extension>`;

const entry = (param: string): string =>
  `<include><menu name="x"><entry action="menu-exec-app" digits="1" param="${param}"/></menu></include>`;

const parameter = (name: string, value: string): string =>
  `<profile name="x"><settings><param name="${name}" value="${value}"/></settings></profile>`;

const gatewayParameter = (name: string, value: string): string =>
  `<include><gateway name="x"><param name="${name}" value="${value}"/></gateway></include>`;

suite('FreeSWITCH is told by its content', () => {
  test('dialplans, profiles, gateways, users, whole documents', () => {
    for (const text of [
      dialplan,
      profile,
      '<?xml version="1.0"?>\n<document type="freeswitch/xml"><section name="dialplan"/></document>',
      '<include><gateway name="x"><param name="username" value="a"/></gateway></include>',
      '<include><user id="100"><variables><variable name="a" value="b"/></variables></user></include>',
      '<include><X-PRE-PROCESS cmd="set" data="domain=example.com"/></include>',
      '<configuration name="sofia.conf" description="x"><profiles/><settings><param name="a" value="b"/></settings></configuration>',
      action('answer', ''),
      entry('hangup USER_BUSY'),
      '<configuration name="ivr.conf" description="x"><menus><X-PRE-PROCESS cmd="include" data="a"/></menus></configuration>',
      parameter('sip-port', '5060'),
    ]) {
      assert.ok(isFreeswitch(text, 'x.xml'), text.slice(0, 80));
      assert.ok(!isSipp(text, 'x.xml'));
    }
  });

  test('other XML is not', () => {
    for (const text of [
      '<project><profiles><profile><settings><param name="a"/></settings></profile></profiles></project>',
      '<include><file>a</file></include>',
      '<include><menu name="file"><item name="open"/></menu></include>',
      '<configuration name="log4j"><param name="a" value="b"/></configuration>',
      '<profile><settings/></profile>',
      '<extension point="org.example.menus"><action class="x"/></extension>',
      '<scenario><recv request="BYE"/></scenario>',
      'INVITE sip:bob@example.com SIP/2.0',
      '',
    ]) {
      assert.ok(!isFreeswitch(text, 'freeswitch.xml'), text);
    }
  });
});

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

suite('completion slots', () => {
  const slotIn = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const slot = readFreeswitch(text).slotAt(offset);
    return slot && { ...slot, span: textOf(text, slot.span) };
  };

  test('applications, parameters and variables', () => {
    assert.deepEqual(slotIn('<action application="re‸'), { span: 're', of: 'dialectTerm', group: 'application' });
    assert.deepEqual(slotIn(parameter('ena‸', 'x')), { span: 'ena', of: 'dialectTerm', group: 'profileParameter' });
    assert.deepEqual(slotIn(action('export', 'nolocal:sip_i‸')), {
      span: 'sip_i',
      of: 'dialectTerm',
      group: 'variable',
    });
    assert.deepEqual(slotIn(action('log', 'x ${sip_‸} y')), { span: 'sip_', of: 'dialectTerm', group: 'variable' });
  });

  test('a code, with the place for its phrase', () => {
    const text = action('respond', '‸');
    const slot = readFreeswitch(text.replace('‸', '')).slotAt(text.indexOf('‸'));
    assert.equal(slot?.of, 'statusCode');
    assert.deepEqual(slot?.phrase, slot?.span);
    assert.deepEqual(slotIn(action('respond', '486 Bus‸')), { span: 'Bus', of: 'reasonPhrase', code: 486 });
  });

  test('causes, header fields and words out of a list', () => {
    assert.deepEqual(slotIn(action('hangup', 'USER‸')), { span: 'USER', of: 'causeName' });
    assert.deepEqual(slotIn(action('set', 'continue_on_fail=USER_BUSY,NO‸')), { span: 'NO', of: 'causeName' });
    assert.deepEqual(slotIn(action('set', 'sip_h_Div‸')), { span: 'Div', of: 'headerField' });
    assert.deepEqual(slotIn(parameter('caller-id-type', '‸'))?.names, ['rpid', 'pid', 'none']);
  });
});

suite('robustness', () => {
  test('a file that is being typed: nothing throws, everything stays inside', () => {
    for (const whole of [dialplan, profile]) {
      for (let end = 0; end <= whole.length; end += 2) {
        const text = whole.slice(0, end);
        const reading = readFreeswitch(text);
        isFreeswitch(text, 'x.xml');
        for (const { span } of [
          ...reading.mentions,
          ...reading.findings,
          ...reading.wildcards.map((span) => ({ span })),
        ]) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
        }
        reading.slotAt(end);
      }
    }
  });
});

suite('the table', () => {
  test('has a sentence for every row that says something, in both languages', () => {
    for (const group of [
      'application',
      'variable',
      'variablePrefix',
      'profileParameter',
      'gatewayParameter',
    ] as const) {
      const rows = Object.entries(table[group] as Record<string, { silent?: boolean }>);
      const spoken = rows
        .filter(([, row]) => !row.silent)
        .map(([name]) => name)
        .sort();
      for (const texts of [enTexts, trTexts]) assert.deepEqual(Object.keys(texts[group]).sort(), spoken);
    }
  });

  test('has a sentence for every value of a set, in both languages', () => {
    const groups = [table.variable, table.profileParameter, table.gatewayParameter];
    const rows = groups.flatMap((group) => Object.values(group as Record<string, { set?: string }>));
    const names = (words: object, set: string): readonly string[] =>
      Object.keys((words as Record<string, object>)[set] ?? {}).sort();
    for (const { set } of rows) {
      if (set === undefined || set === 'transport') continue;
      assert.ok(names(table, set).length > 0, set);
      for (const texts of [enTexts, trTexts]) assert.deepEqual(names(texts, set), names(table, set));
    }
  });

  test('every rule has its texts, in both languages', () => {
    for (const { rules } of [enRules, trRules]) {
      assert.deepEqual(Object.keys(rules).sort(), freeswitchRules.map(({ id }) => id).sort());
    }
  });
});

suite("FreeSWITCH's own configuration", { skip: !existsSync(corpus) }, () => {
  for (const file of existsSync(corpus) ? readdirSync(corpus) : []) {
    test(`${file}: no problem`, () => {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      assert.ok(isFreeswitch(text, file));
      assert.deepEqual(readFreeswitch(text).findings, []);
    });
  }

  test('applications and references are found wherever they stand outside comments', () => {
    for (const file of readdirSync(corpus)) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      const labelled = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
      const places = new Set(readFreeswitch(text).mentions.map(({ span }) => span.start));
      const expected = labelled.matchAll(
        /(?<=application=")(?:answer|bridge|hangup|deflect|respond|ring_ready|pre_answer|att_xfer)(?=")|(?<=(?<!\$)\$\{)sip_\w+|(?<=<param name=")(?:auth|sip|rfc|ext|force|challenge|inbound|apply)-[\w-]+(?=")/g,
      );
      for (const match of expected) assert.ok(places.has(match.index), `${file}: ${match[0]} at ${match.index}`);
    }
  });
});
