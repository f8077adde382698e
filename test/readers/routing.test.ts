import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import rulesEn from '../../data/dialects/texts/en/routing.rules.json' with { type: 'json' };
import rulesTr from '../../data/dialects/texts/tr/routing.rules.json' with { type: 'json' };
import { isRouting, readRouting } from '../../server/src/readers/config/routing/routing.ts';
import { routingRules } from '../../server/src/readers/config/routing/rules.ts';
import type { Term } from '../../server/src/readers/mention.ts';
import type { CompletionSlot } from '../../server/src/readers/reading.ts';

const fixtures = 'test/fixtures/routing';
const corpora = ['../shared/corpora/configs/kamailio', '../shared/corpora/configs/opensips'];

const read = (file: string): string => readFileSync(`${fixtures}/${file}`, 'utf8');

/** A term in a few words, as the fixtures name it. */
function brief(term: Term): string {
  switch (term.kind) {
    case 'statusCode':
      return `code ${term.code}`;
    case 'statusClass':
      return `class ${term.digit}`;
    case 'reasonPhrase':
      return `phrase ${term.phrase}`;
    case 'headerField':
      return `header ${term.name}`;
    case 'optionTag':
      return `tag ${term.name}`;
    case 'eventPackage':
      return `event ${term.name}`;
    case 'reasonProtocol':
      return `protocol ${term.name}`;
    case 'headerParameter':
      return `parameter ${term.name}`;
    case 'q850Cause':
      return `cause ${term.code}`;
    case 'value':
      return `${term.of} ${term.name}`;
    default:
      return `${term.kind} ${'name' in term ? term.name : ''}`;
  }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** What stands behind the marker in each line, by line number. */
const expectations = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.split('<~')[1]?.trim() ?? '');

/** What is found in each line, by line number. */
function byLine<T extends { span: { start: number } }>(text: string, found: readonly T[], show: (item: T) => string) {
  const lines = text.split('\n').map(() => [] as string[]);
  for (const item of found) lines[lineAt(text, item.span.start) - 1]!.push(show(item));
  return lines.map((line) => line.join(', '));
}

const mentionsIn = (text: string): readonly string[] => readRouting(text).mentions.map(({ term }) => brief(term));

const cfg = (statements: string): string => `request_route {\n${statements}\n}\n`;

/** The slot at the `|` in the statements of a route. */
function slotIn(statements: string): { slot: CompletionSlot | undefined; text: string } {
  const marked = cfg(statements);
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { slot: readRouting(text).slotAt(offset), text };
}

/** The text that a choice would make of the statements of a route, phrase included. */
function completed(statements: string, choice: string, phrase: string): string {
  const { slot, text } = slotIn(statements);
  assert.ok(slot, 'there is a slot');
  const edits = [{ span: slot.span, newText: choice }];
  // Where both stand at one place, the last one comes first.
  if (slot.phrase) edits.unshift({ span: slot.phrase, newText: (slot.phraseFrame ?? ['', '']).join(phrase) });
  let result = text;
  for (const { span, newText } of edits.sort((one, other) => other.span.start - one.span.start)) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result.slice('request_route {\n'.length, -'\n}\n'.length);
}

suite('Routing scripts: which file it is', () => {
  for (const file of ['kamailio.cfg', 'opensips.cfg', 'template.m4', 'kemi.lua', 'kemi.py', 'kemi.js']) {
    test(`${file} is told by its content, whatever its name`, () => {
      assert.equal(isRouting(read(file), 'untitled'), true);
    });
  }

  for (const [name, text] of [
    ['register.inc', 'route[REGISTRAR] {\n\texit;\n}\n'],
    ['defines.cfg', '#!define WITH_TLS\n'],
    ['kamailio-local.cfg', '# nothing yet\n'],
    ['modules', 'loadmodule "tm.so"\n'],
    ['old.lua', 'function main()\n  sr.sl.send_reply(200, "OK")\nend\n'],
  ] as const) {
    test(`${name} is a part of one`, () => assert.equal(isRouting(text, name), true));
  }

  for (const [name, text] of [
    ['notes.md', '# Routing\n\n```\nroute {\n  exit;\n}\n```\n'],
    ['kamailio.log', 'INFO: <script>: route[404] reached\n'],
    ['extensions.conf', '[default]\nexten => 100,1,Hangup(17)\n'],
    ['nginx.conf', 'server {\n  location / {\n    return 404;\n  }\n}\n'],
    ['haproxy.cfg', 'global\n  maxconn 200\n'],
    ['routes.js', 'app.route("/users").get((request, response) => response.send(404));\n'],
    ['init.py', 'import os\n\ndef route(path):\n    return 404\n'],
    ['empty', ''],
  ] as const) {
    test(`${name} is none`, () => assert.equal(isRouting(text, name), false));
  }
});

suite('Routing scripts: what is SIP in each line', () => {
  for (const file of ['kamailio.cfg', 'opensips.cfg', 'template.m4', 'kemi.lua', 'kemi.py', 'kemi.js']) {
    test(file, () => {
      const text = read(file);
      const reading = readRouting(text);
      const found = byLine(text, reading.mentions, ({ term }) => brief(term));
      for (const [index, expected] of expectations(text).entries()) {
        assert.equal(found[index], expected, `${file}:${index + 1}`);
      }
      assert.deepEqual(reading.findings, []);
    });
  }

  test('a mention covers its word and nothing else', () => {
    const text = cfg('if (is_method(" INVITE | ACK ") && $hdr(Via) != $null) t_reply( "486" , "Busy \\"now\\"");');
    const { mentions } = readRouting(text);
    assert.deepEqual(
      mentions.map(({ span }) => text.slice(span.start, span.end)),
      ['INVITE', 'ACK', 'Via', '486', 'Busy \\"now\\"'],
    );
    assert.deepEqual(mentions.at(-1)?.term, { kind: 'reasonPhrase', phrase: 'Busy "now"', code: 486 });
  });

  test('a class pattern is one mention, a set of digits one for each that leaves no gap', () => {
    const text = cfg('if (t_check_status("4[0-9][0-9]|[56]..|50[03]"))');
    const words = readRouting(text).mentions.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(words, ['4[0-9][0-9]', '[5', '6]..', '50', '0', '3']);
  });

  test('names that nobody knows are mentions where the place is sure', () => {
    assert.deepEqual(mentionsIn(cfg('if (is_method("INVTE") || method == "BYEE") remove_hf("Suported");')), [
      'method INVTE',
      'method BYEE',
      'header Suported',
    ]);
    assert.deepEqual(mentionsIn(cfg('sl_send_reply("790", "x"); t_reply(99, "y");')), [
      'code 790',
      'phrase x',
      'code 99',
      'phrase y',
    ]);
  });

  test('methods are compared without regard to case, and spelt as they are registered', () => {
    assert.deepEqual(mentionsIn(cfg('if (is_method("invite")) exit;')), ['method INVITE']);
  });

  test('the phrase knows its code, and the code the request that it answers', () => {
    const { mentions } = readRouting(cfg('if (is_method("BYE")) { sl_send_reply("481", "Gone"); }'));
    assert.deepEqual(
      mentions.map(({ term }) => term),
      [
        { kind: 'method', name: 'BYE' },
        { kind: 'statusCode', code: 481, request: 'BYE' },
        { kind: 'reasonPhrase', phrase: 'Gone', code: 481 },
      ],
    );
  });

  test('a text that a variable stands for is read for the variables in it', () => {
    assert.deepEqual(mentionsIn(cfg('$var(row) = $_s(from::$fu|left::$hdr(Expires)|at::$TS);')), ['header Expires']);
  });

  test('a select names a field of the message, or a part that is none', () => {
    assert.deepEqual(mentionsIn(cfg('if (@msg.supported =~ "100rel" && @msg.first_line == "x") exit;')), [
      'header supported',
      'tag 100rel',
    ]);
  });

  test('the beginning of a method in a pattern stands for no method alone', () => {
    assert.deepEqual(mentionsIn(cfg('if ($rm =~ "^SUB" || $rm =~ "^(INVIT|BYE)") exit;')), ['method BYE']);
    assert.deepEqual(mentionsIn(cfg('if ($rm =~ "^INVIT$") exit;')), ['method INVIT']);
  });

  test('Squirrel, which declares as Lua does and has blocks as JavaScript does', () => {
    const text = `function ksr_request_route()
{
	local rc = KSR.registrar.lookup("location");
	if (KSR.is_INVITE()) {
		KSR.sl.send_reply(180, "Ringing");
	} else if (KSR.is_ACK()) {
		return;
	}
	if (KSR.is_method_in("IS")) { KSR.rr.record_route(); }
}
`;
    assert.deepEqual(readRouting(text).findings, []);
    assert.deepEqual(mentionsIn(text), [
      'method INVITE',
      'code 180',
      'phrase Ringing',
      'method ACK',
      'method INVITE',
      'method SUBSCRIBE',
    ]);
  });

  test('a value with a variable in it is a wildcard', () => {
    const text = cfg('sl_send_reply("$var(code)", "Sorry $fU"); append_hf("X-Who: $fu\\r\\n");');
    const { mentions, wildcards } = readRouting(text);
    assert.deepEqual(
      mentions.map(({ term }) => brief(term)),
      ['header X-Who'],
    );
    assert.deepEqual(
      wildcards.map(({ start, end }) => text.slice(start, end)),
      ['$var(code)', '$fU', '$fu'],
    );
  });

  test('line ends of any kind, a byte order mark, and a literal that is not closed yet', () => {
    const text = '\ufeffroute {\r\n\tt_reply("486\r\n\tsl_send_reply("404", "Not Found");\r\n}\r\n';
    assert.deepEqual(mentionsIn(text), ['code 486', 'code 404', 'phrase Not Found']);
  });

  test('literals over several lines', () => {
    const text = cfg('sql_query("ca", "select a\n from b where c=\'404\'");\nappend_hf("A: b\\r\\n"\n);');
    assert.deepEqual(mentionsIn(text), ['header A']);
  });
});

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

suite('Routing scripts: what could be written', () => {
  for (const [statements, of] of [
    ['t_reply("‸");', 'statusCode'],
    ['sl_send_reply(4‸, "x");', 'statusCode'],
    ['sl_send_reply(‸);', 'statusCode'],
    ['t_reply("486", "Bu‸");', 'reasonPhrase'],
    ['if (t_check_status("486|‸")) exit;', 'statusCode'],
    ['if ($rs == ‸) exit;', 'statusCode'],
    ['switch ($T_reply_code) { case ‸: break; }', 'statusCode'],
    ['if (is_method("‸")) exit;', 'method'],
    ['if (is_method("INVITE|‸")) exit;', 'method'],
    ['if (is_method("INV‸|ACK")) exit;', 'method'],
    ['if ($rm == "‸") exit;', 'method'],
    ['if ($rm =~ "^(INVITE|SUB‸)$") exit;', 'method'],
    ['switch ($rm) { case "‸": break; }', 'method'],
    ['remove_hf("‸");', 'headerField'],
    ['append_hf("Sup‸");', 'headerField'],
    ['append_hf("X-A: b\\r\\nSup‸");', 'headerField'],
    ['if ($hdr(‸) == "x") exit;', 'headerField'],
    ['if (is_supported("‸")) exit;', 'optionTag'],
    ['list_hdr_add_option("Supported", "‸");', 'optionTag'],
    ['if ($hdr(Event) == "‸") exit;', 'eventPackage'],
    ['modparam("usrloc", "ka_method", "‸")', 'method'],
  ] as const) {
    test(statements, () => assert.equal(slotIn(statements).slot?.of, of));
  }

  for (const statements of ['xlog("486‸");', 'route(4‸);', 't_on_reply("1‸");', '# t_reply("‸")', 'listen=udp:‸']) {
    test(`nothing in ${statements}`, () => assert.equal(slotIn(statements).slot, undefined));
  }

  test('a slot covers what the choice replaces', () => {
    const { slot, text } = slotIn('if (is_method("INVITE|SUB‸|ACK")) exit;');
    assert.equal(text.slice(slot?.span.start, slot?.span.end), 'SUB');
  });

  test('a phrase knows the code beside it', () => {
    assert.equal(slotIn('t_reply("486", "‸");').slot?.code, 486);
  });

  for (const [before, after] of [
    ['t_reply("‸", "");', 't_reply("486", "Busy Here");'],
    ['t_reply("‸");', 't_reply("486", "Busy Here");'],
    ['t_reply("‸", );', 't_reply("486", "Busy Here" );'],
    ['t_reply("4‸", "Mine");', 't_reply("486", "Mine");'],
    ['t_reply("‸\nexit;', 't_reply("486", "Busy Here"\nexit;'],
    ['t_reply("4‸\nif (is_method("ACK")) exit;', 't_reply("486", "Busy Here"\nif (is_method("ACK")) exit;'],
    ['send_reply(4‸);', 'send_reply(486, "Busy Here");'],
    ['send_reply(‸);', 'send_reply(486, "Busy Here");'],
    ['send_reply(4‸\nexit;\nt_relay();', 'send_reply(486\nexit;\nt_relay();'],
    ['if (t_check_status("‸")) exit;', 'if (t_check_status("486")) exit;'],
  ] as const) {
    test(`choosing 486 in ${before} makes ${after}`, () => assert.equal(completed(before, '486', 'Busy Here'), after));
  }
});

suite('Routing scripts: stock files and any text', () => {
  for (const corpus of corpora) {
    test(`no finding in ${corpus}`, { skip: !existsSync(corpus) && 'not here' }, () => {
      for (const file of readdirSync(corpus)) {
        const text = readFileSync(`${corpus}/${file}`, 'utf8');
        assert.equal(isRouting(text, file), true, file);
        assert.deepEqual(readRouting(text).findings, [], file);
      }
    });
  }

  test('labelled lines of a stock script', { skip: !existsSync(corpora[0]!) && 'not here' }, () => {
    const text = readFileSync(`${corpora[0]}/etc__kamailio.cfg`, 'utf8');
    const found = byLine(text, readRouting(text).mentions, ({ term }) => brief(term));
    const lines = text.split('\n').map((line, index) => [line.trim(), found[index]] as const);
    const mentionsOf = (line: string) => lines.find(([written]) => written === line)?.[1];
    assert.equal(
      mentionsOf('if (is_method("INVITE|SUBSCRIBE|REFER")) {'),
      'method INVITE, method SUBSCRIBE, method REFER',
    );
    assert.equal(mentionsOf('sl_send_reply("484", "Address Incomplete");'), 'code 484, phrase Address Incomplete');
    assert.equal(mentionsOf('if(status=~"[12][0-9][0-9]") {'), 'class 1, class 2');
    assert.equal(
      mentionsOf('if(is_method("SUBSCRIBE") && $hdr(Event)=="message-summary") {'),
      'method SUBSCRIBE, header Event, event message-summary',
    );
    assert.equal(found.filter(Boolean).length, 49);
  });

  test('any text is read, and every range lies in it', () => {
    const pieces = [
      ...[
        'route {',
        '}',
        '{',
        'if (',
        ')',
        '(',
        'else',
        'switch ($rm) {',
        'case "ACK":',
        't_reply("486", "x");',
        '"',
        "'",
      ],
      ...[
        'is_method("INVITE")',
        '&&',
        '||',
        '!',
        '$rs',
        '==',
        '=~',
        '"4[0-9][0-9]"',
        '$(hdr(',
        '{s.int}',
        '#!ifdef A\n',
      ],
      ...[
        '#!else\n',
        '#!endif\n',
        '/*',
        '*/',
        '#',
        '\n',
        '\\',
        'append_hf("X: y',
        '@hf_value["',
        'KSR.is_ACK()',
        'then',
      ],
      ...[
        'end',
        'def x():\n',
        '    ',
        'KSR.pv.get("$rs")',
        'int(',
        '[[',
        '"""',
        '`',
        ',',
        ';',
        ':',
        '=',
        '404',
        '\u0000',
        '\ud800',
      ],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join(' ');
        const reading = readRouting(text);
        const spans = [...reading.mentions, ...reading.findings].map(({ span }) => span).concat(reading.wildcards);
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
        for (let offset = 0; offset <= text.length; offset += 7) reading.slotAt(offset);
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
  });

  test('mentions and findings come in document order', () => {
    for (const file of readdirSync(fixtures)) {
      const { mentions, findings } = readRouting(read(file));
      for (const spans of [mentions, findings].map((list) => list.map(({ span }) => span.start))) {
        assert.deepEqual(
          spans,
          [...spans].sort((one, other) => one - other),
          file,
        );
      }
    }
  });

  test('deep nesting is read without a deep stack', () => {
    for (const text of ['('.repeat(20_000), 'if ('.repeat(20_000), '{'.repeat(20_000), 'is_method('.repeat(20_000)]) {
      assert.deepEqual(readRouting(cfg(text)).findings, []);
    }
  });
});
