import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { sippRules } from '../../../../server/src/readers/config/sipp/rules.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { fixed, fixture, request, scenario } from './scenarios.ts';

suite('faults of a scenario', () => {
  test('the fixture has none', () => assert.deepEqual(readSipp(fixture).findings, []));

  /** Rule, what is underlined, the scenario, and what the fix makes of the underlined place and its surroundings. */
  const faults: readonly (readonly [rule: string, underlined: string, text: string, fixed?: RegExp])[] = [
    ['sip.sipp-unclosed-element', '<recv', scenario('<recv request="BYE">\n<pause/>'), /<recv request="BYE"\/>/],
    ['sip.sipp-stray-end-tag', '</recv>', scenario('<recv request="BYE"/></recv>')],
    ['sip.sipp-unfinished', '<recv', scenario('<recv request="BYE"\n<pause/>')],
    ['sip.sipp-unfinished', '<![CDATA[', scenario(request('BYE').replace(']]>', ''))],
    ['sip.sipp-unfinished', '<!--', '<scenario><recv request="BYE"/></scenario><!-- never closed'],
    ['sip.sipp-attribute-quotes', '"BYE', scenario('<recv request="BYE/>\n<pause/>')],
    ['sip.sipp-attribute-quotes', 'BYE', scenario('<recv request=BYE/>')],
    ['sip.sipp-unknown-element', 'receive', scenario('<receive request="BYE"/><recv request="BYE"/>')],
    ['sip.sipp-unknown-element', 'recvcmd', scenario('<recvcmd src="a"/>'), /<recvCmd src/],
    ['sip.sipp-unknown-element', 'erge', scenario('<nop><action><erge regexp="x" assign_to="1"/></action></nop>')],
    ['sip.sipp-misplaced-element', 'log', scenario('<recv request="BYE"><log message="x"/></recv>')],
    [
      'sip.sipp-unknown-attribute',
      'optinal',
      scenario('<recv response="100" optinal="true"/><recv response="200"/>'),
      /optional="true"/,
    ],
    [
      'sip.sipp-unknown-attribute',
      'ignosesdp',
      scenario('<recv request="INVITE" ignosesdp="true"/>'),
      /ignoresdp="true"/,
    ],
    ['sip.sipp-misplaced-attribute', 'optional', scenario(request('BYE').replace('<send', '<send optional="true"'))],
    [
      'sip.sipp-attribute-outside',
      'optional="true"',
      scenario('<recv response="100"> optional="true"\n</recv><recv response="200"/>'),
      /<recv response="100" optional="true">\s*<\/recv>/,
    ],
    ['sip.sipp-attribute-value', 'yes', scenario('<recv response="100" optional="yes"/>')],
    ['sip.sipp-attribute-value', 'ture', scenario('<recv response="200" rrs="ture"/>'), /rrs="true"/],
    ['sip.sipp-attribute-value', 'OK', scenario('<recv response="OK"/>')],
    ['sip.sipp-recv-both', 'response', scenario('<recv request="BYE" response="200"/>')],
    ['sip.sipp-recv-neither', 'recv', scenario('<recv crlf="true"/>')],
    [
      'sip.sipp-unknown-label',
      'bussy',
      scenario('<recv response="200" next="bussy"/><label id="busy"/>'),
      /next="busy"/,
    ],
    ['sip.sipp-unknown-label', '5', scenario('<recv response="200" ontimeout="5"/>')],
    ['sip.sipp-duplicate-label', '1', scenario('<label id="1"/><recv request="BYE"/><label id="1"/>')],
    ['sip.sipp-optional-recv', 'optional="true"', scenario('<recv response="180" optional="true"/><pause/>')],
    ['sip.sipp-optional-last', 'optional="true"', scenario('<recv request="ACK" optional="true"/>')],
    ['sip.sipp-timewait', 'recv', scenario('<timewait milliseconds="1"/><recv request="BYE"/>')],
    ['sip.sipp-timewait', 'recv', scenario('<timewait milliseconds="1"/><recv request="BYE"/><pause/><pause/>')],
    ['sip.sipp-unknown-attribute', 'respones', scenario('<recv respones="200"/>'), /response="200"/],
    ['sip.sipp-no-message', 'send', scenario('<send retrans="500"/>')],
    ['sip.sipp-no-message', 'send', scenario('<send><![CDATA[ \n ]]></send>')],
    ['sip.sipp-start-line', '[', scenario('<send><![CDATA[\n [$method] sip:a@example.com SIP/2.0\n]]></send>')],
    [
      'sip.sipp-misspelt-keyword',
      'locl_ip',
      scenario(request('BYE', '  Contact: <sip:[locl_ip]>')),
      /<sip:\[local_ip\]>/,
    ],
    ['sip.sipp-misspelt-keyword', 'Call_ID', scenario(request('BYE', '  X-Id: [Call_ID]')), /X-Id: \[call_id\]/],
    ['sip.sipp-unknown-keyword', 'my_trunk', scenario(request('BYE', '  X-Trunk: [my_trunk]'))],
    ['sip.sipp-unknown-keyword', 'my_trunk', scenario(request('BYE', '  X-Trunk: [my_trunk]').repeat(3))],
    [
      'sip.sipp-bracket',
      '[2001:db8::1]',
      scenario(request('BYE', '  Contact: <sip:[2001:db8::1]>')),
      /<sip:\\x5b2001:db8::1\]>/,
    ],
    ['sip.sipp-bracket', '[len', scenario(request('BYE', '  Content-Length: [len'))],
    [
      'sip.sipp-call-id',
      '12345@example.com',
      scenario(request('BYE').replace('[call_id]', '12345@example.com')),
      /Call-ID: \[call_id\]/,
    ],
    [
      'sip.sipp-cseq-number',
      '2',
      scenario(`${request('INVITE')}${request('ACK').replace('CSeq: 1', 'CSeq: 2')}`),
      /CSeq: 1 ACK/,
    ],
    [
      'sip.sipp-cseq-number',
      '3',
      scenario(`${request('INVITE')}${request('CANCEL').replace('CSeq: 1', 'CSeq: 3')}`),
      /CSeq: 1 CANCEL/,
    ],
    ['sip.sipp-cseq-order', '1', scenario(`${request('INVITE')}${request('ACK')}${request('BYE')}`)],
    [
      'sip.sipp-content-length',
      '0',
      scenario(request('MESSAGE', '  Content-Length: 0\n\n  hello')),
      /Content-Length: \[len\]/,
    ],
    [
      'sip.sipp-content-length',
      '9',
      scenario(request('MESSAGE', '  Content-Length: 9\n\n  hello')),
      /Content-Length: \[len\]/,
    ],
    [
      'sip.sipp-content-length',
      '4',
      scenario(request('MESSAGE', '  Content-Length: 4\n\n  hello [service]')),
      /Content-Length: \[len\]/,
    ],
    ['sip.sipp-content-length', '17', scenario(request('BYE', '  Content-Length: 17')), /Content-Length: 0/],
    [
      'sip.sipp-no-content-length',
      'MESSAGE sip:bob@example.com SIP/2.0',
      scenario(request('MESSAGE', '\n  hello')),
      /CSeq: 1 MESSAGE\n {2}Content-Length: \[len\]\n\n {2}hello/,
    ],
  ];

  for (const [rule, underlined, text, result] of faults) {
    test(`${rule}: ${underlined}`, () => {
      const { findings } = readSipp(text);
      assert.deepEqual(
        findings.map((finding) => [finding.rule, textOf(text, finding.span)]),
        [[rule, underlined]],
      );
      if (!result) return;
      const mended = fixed(text, findings[0]!);
      assert.match(mended, result);
      assert.deepEqual(readSipp(mended).findings, []);
    });
  }

  test('every rule is broken here once', () => {
    const broken = new Set(faults.map(([rule]) => rule));
    assert.deepEqual(
      sippRules.map(({ id }) => id).filter((id) => !broken.has(id)),
      [],
    );
  });

  test('what looks like a fault and is none', () => {
    for (const text of [
      scenario(request('MESSAGE', '  Content-Length: 7\n\n  hello')),
      scenario(request('MESSAGE', '  Content-Length: 9\n\n  \\x5bş\\xe7ö\\x5d')),
      scenario(request('MESSAGE', '  Content-Length: 90\n\n  hello [service]')),
      scenario(request('BYE', '  [$injected]')),
      scenario(`${request('INVITE')}${request('ACK').replace('CSeq: 1', 'CSeq: 01')}`),
      scenario(request('ACK').replace('CSeq: 1', 'CSeq: 9')),
      scenario(request('BYE').replace('[call_id]', 'mine///[call_id]')),
      scenario(request('BYE').replace('[call_id]', '[$id]')),
      scenario(request('BYE', '  To: <sip:[[local_ip]]:5060>')),
      scenario('<recv response="100" optional="true"/><label id="x"/><recv response="200" next="x"/>'),
      scenario('<xi:include href="register.xml"/><recv response="200" next="from-there"/>'),
      scenario('<nop><action><exec command="test [ -f x ] &amp;&amp; echo [$1]"/></action></nop><recv request="BYE"/>'),
      scenario(
        '<recv request="BYE"><action><ereg regexp="<sip:(.*)>;tag=\\"(.*)\\"" search_in="msg" assign_to="1,2"/></action></recv>',
      ),
    ]) {
      assert.deepEqual(readSipp(text).findings, [], text);
    }
  });
});
