import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isRouting, readRouting } from '../../../../server/src/readers/config/routing/routing.ts';
import { brief, byLine, cfg, corpora, fixtures, read } from './scripts.ts';

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
