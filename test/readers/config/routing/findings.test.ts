import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import rulesEn from '../../../../data/dialects/texts/en/routing.rules.json' with { type: 'json' };
import rulesTr from '../../../../data/dialects/texts/tr/routing.rules.json' with { type: 'json' };
import { readRouting } from '../../../../server/src/readers/config/routing/routing.ts';
import { routingRules } from '../../../../server/src/readers/config/routing/rules.ts';
import { brief, byLine, cfg, expectations, lineAt, mentionsIn, read } from './scripts.ts';

suite('Routing scripts: what is wrong', () => {
  test('each fault is reported by its rule, at its line', () => {
    const text = read('faults.cfg');
    const found = byLine(text, readRouting(text).findings, ({ rule }) => rule.replace('sip.routing-', ''));
    for (const [index, expected] of expectations(text).entries()) {
      assert.equal(found[index], expected, `faults.cfg:${index + 1}`);
    }
  });

  test('what only looks like a fault is none', () => {
    const text = read('sound.cfg');
    assert.deepEqual(
      readRouting(text).findings.map(({ rule, span }) => `${lineAt(text, span.start)}: ${rule}`),
      [],
    );
  });

  test('what a template engine takes away is text under a condition, and what it puts in nobody knows', () => {
    const text = `request_route {
	if (is_method("INVITE")) { {# t_reply("799", "x"); #}
{%- if limits %}
		if ($si == "{{ blocked }}") { sl_send_reply("{{ code }}", "{{ reason }}"); exit; }
{% else %}
	}
	if (is_method("BYE")) {
{% endif %}
		t_reply("180", "Ringing");
	}
	{% for peer in peers %}
	if ($si == {{ peer }}) append_hf("{{ name }}: x\\r\\n");
	{% endfor %}
	if (is_method("ACK")) {{ t_reply("200", "OK"); }}
}
`;
    const { findings, mentions } = readRouting(text);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['sip.routing-answer-to-ack'],
    );
    assert.deepEqual(
      mentions.map(({ term }) => brief(term)),
      ['method INVITE', 'method BYE', 'code 180', 'phrase Ringing', 'method ACK', 'code 200', 'phrase OK'],
    );
  });

  test('the same in Lua, Python and JavaScript', () => {
    const lua = 'function ksr_request_route()\n if KSR.is_ACK() then KSR.sl.send_reply(200, "OK") end\nend\n';
    const python =
      'def ksr_request_route(msg):\n    if KSR.is_BYE():\n        KSR.sl.send_reply(180, "x")\n    KSR.sl.send_reply(180, "x")\n';
    const javascript = 'function ksr_request_route() {\n if (KSR.is_INVITE() && KSR.is_BYE()) { return; }\n}\n';
    const rules = [lua, python, javascript].map((text) => readRouting(text).findings.map(({ rule }) => rule));
    assert.deepEqual(rules, [
      ['sip.routing-answer-to-ack'],
      ['sip.routing-provisional-answer'],
      ['sip.routing-never-true'],
    ]);
  });

  test("a function of the products' own language that is called by its name", () => {
    const python = `def ksr_request_route(msg):
    KSR.x.modf("send_reply", 404, "Not here")
    KSR.x.modf("append_hf", "X-Desk: 1\\r\\n")
    KSR.x.modf("own_function", 486, "INVITE")
    KSR.x.modf(name, 486)
    if KSR.is_ACK():
        KSR.x.modf("sl_send_reply", "200", "OK")
`;
    assert.deepEqual(mentionsIn(python), [
      'code 404',
      'phrase Not here',
      'header X-Desk',
      'method ACK',
      'code 200',
      'phrase OK',
    ]);
    assert.deepEqual(
      readRouting(python).findings.map(({ rule }) => rule),
      ['sip.routing-answer-to-ack'],
    );
  });

  test('a finding marks the condition, and quotes it', () => {
    const text = cfg('if ((is_method("INVITE")\n  && is_method("ACK")) || $rd == "x") exit;');
    const [finding] = readRouting(text).findings;
    assert.equal(text.slice(finding?.span.start, finding?.span.end), 'is_method("INVITE")\n  && is_method("ACK")');
    assert.deepEqual(finding?.args, ['is_method("INVITE") && is_method("ACK")']);
  });

  test('the code of a reply is the same by each of its names', () => {
    assert.deepEqual(
      readRouting(cfg('if ($rs == 200 && status =~ "4[0-9][0-9]") exit;')).findings.map(({ rule }) => rule),
      ['sip.routing-never-true'],
    );
  });

  test('a set of digits that begin no code is a pattern that fits none', () => {
    assert.deepEqual(
      readRouting(cfg('if (t_check_status("[789][0-9][0-9]")) exit;')).findings.map(({ rule }) => rule),
      ['sip.routing-status-pattern'],
    );
  });

  test('fixes: a class as a pattern, a line break', () => {
    for (const [before, after] of [
      ['if (t_check_status("4xx")) exit;', 'if (t_check_status("4[0-9][0-9]")) exit;'],
      ['append_hf("X-A: b");', 'append_hf("X-A: b\\r\\n");'],
    ] as const) {
      const edit = readRouting(cfg(before)).findings[0]?.fix?.edits[0];
      assert.ok(edit);
      const text = cfg(before);
      assert.equal(text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end), cfg(after));
    }
  });

  test('every rule has its texts in both languages, and no text is without a rule', () => {
    const ids = routingRules.map(({ id }) => id).sort();
    for (const { rules, fixes } of [rulesEn, rulesTr]) {
      assert.deepEqual(Object.keys(rules).sort(), ids);
      for (const texts of Object.values(rules)) {
        assert.ok(texts.title && texts.message && texts.explanation);
      }
      assert.deepEqual(Object.keys(fixes), ['routing-add-line-break']);
    }
  });
});
