// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a dialplan refers to variables so
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import table from '../../../data/dialects/asterisk.json' with { type: 'json' };
import textsEn from '../../../data/dialects/texts/en/asterisk.json' with { type: 'json' };
import rulesEn from '../../../data/dialects/texts/en/asterisk.rules.json' with { type: 'json' };
import textsTr from '../../../data/dialects/texts/tr/asterisk.json' with { type: 'json' };
import rulesTr from '../../../data/dialects/texts/tr/asterisk.rules.json' with { type: 'json' };
import { flavorOf } from '../../../server/src/readers/config/asterisk/flavor.ts';
import { asteriskRules, isAsterisk, readAsterisk } from '../../../server/src/readers/config/asterisk/index.ts';
import type { Term } from '../../../server/src/readers/mention.ts';

const fixtures = 'test/fixtures/asterisk';
const corpus = '../shared/corpora/configs/asterisk';

const read = (file: string): string => readFileSync(`${fixtures}/${file}`, 'utf8');

/** A term in a few words, as the fixtures name it. */
function brief(term: Term): string {
  switch (term.kind) {
    case 'dialectTerm':
      return `${term.group}/${term.name}`;
    case 'q850Cause':
      return `cause ${term.code}`;
    case 'statusCode':
      return `code ${term.code}`;
    case 'reasonPhrase':
      return `phrase ${term.phrase}`;
    case 'headerField':
      return `header ${term.name}`;
    case 'eventPackage':
      return `event ${term.name}`;
    case 'optionTag':
      return `tag ${term.name}`;
    case 'reasonProtocol':
      return `protocol ${term.name}`;
    case 'uriParameter':
      return `uri ${term.name}`;
    case 'value':
      return `${term.of} ${term.name}`;
    default:
      return `${term.kind} ${'name' in term ? term.name : ''}`;
  }
}

/** The lines of a text with what stands behind the marker, and the offsets of each. */
function markedLines(
  text: string,
  marker: string,
): readonly { line: number; start: number; end: number; expected: string }[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const found = { line: index + 1, start, end: start + line.length, expected: line.split(marker)[1]?.trim() ?? '' };
    start += line.length + 1;
    return found;
  });
}

const within = (span: { start: number }, line: { start: number; end: number }): boolean =>
  span.start >= line.start && span.start <= line.end;

/** Reads `Hang|up()`: the text without the caret, and the caret's offset. */
function caret(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  return { text: marked.replace('‸', ''), offset };
}

suite('Asterisk: which file it is', () => {
  for (const [file, flavor] of [
    ['extensions.conf', 'dialplan'],
    ['extensions.ael', 'ael'],
    ['extensions.lua', 'lua'],
    ['pjsip.conf', 'pjsip'],
    ['pjsip_wizard.conf', 'wizard'],
    ['sip.conf', 'sip'],
    ['pjsip_notify.conf', 'notify'],
    ['stir_shaken.conf', 'stirShaken'],
  ] as const)
    test(`${file} is told by its content, whatever its name`, () => {
      assert.equal(flavorOf(read(file), 'untitled'), flavor);
    });

  test('a wizard template is told by its prefixes', () => {
    assert.equal(flavorOf('[nat](!)\nendpoint/rewrite_contact = yes\n'), 'wizard');
  });

  test('a part without a type of its own is told by its name', () => {
    assert.equal(flavorOf('[100](+)\ndtmf_mode=info\n', 'pjsip_custom_post.conf'), 'pjsip');
  });

  for (const [name, text] of [
    ['app.log', 'INVITE sip:100@example.com SIP/2.0\nexten => 100,1,Hangup()\nVia: SIP/2.0/UDP 192.0.2.1\n\n'],
    ['settings.ini', '[window]\nwidth=200\nheight=486\ntype=main\n'],
    ['app.lua', 'function hangup(session)\n  session:hangup("USER_BUSY")\nend\n'],
    ['server.cfg', 'route {\n  if (is_method("INVITE")) { sl_send_reply("486", "Busy Here"); }\n}\n'],
    ['main.c', 'int context = 5;\nvoid hangup(void) { return; }\n'],
    ['empty', ''],
  ] as const)
    test(`${name} is none`, () => {
      assert.equal(isAsterisk(text, name), false);
    });

  test('a file of Asterisk without SIP has no mention', () => {
    const queues = '[sales]\nstrategy=ringall\nmember => PJSIP/100\ntimeout=17\n';
    assert.equal(isAsterisk(queues, 'queues.conf'), true);
    assert.deepEqual(readAsterisk(queues, 'queues.conf').mentions, []);
  });
});

suite('Asterisk: what is SIP in each line', () => {
  for (const [file, marker] of [
    ['extensions.conf', ';;'],
    ['extensions.ael', '//='],
    ['extensions.lua', '--='],
    ['pjsip.conf', ';;'],
    ['pjsip_wizard.conf', ';;'],
    ['sip.conf', ';;'],
    ['pjsip_notify.conf', ';;'],
    ['stir_shaken.conf', ';;'],
  ] as const)
    test(file, () => {
      const text = read(file);
      const reading = readAsterisk(text, file);
      for (const line of markedLines(text, marker)) {
        const mentions = reading.mentions.filter(({ span }) => within(span, line)).map(({ term }) => brief(term));
        assert.deepEqual(mentions.join(' | '), line.expected, `${file}:${line.line}`);
      }
      assert.deepEqual(reading.findings, []);
    });

  test('a mention covers its word and nothing else', () => {
    const text = 'exten => 1,1,ExecIf($["${DIALSTATUS}" = "BUSY"]?Hangup( USER_BUSY ))\n';
    const words = readAsterisk(text).mentions.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(words, ['DIALSTATUS', 'BUSY', 'Hangup', 'USER_BUSY']);
  });

  test('line ends of any kind, and a byte order mark', () => {
    const text = '\ufeff[a]\r\nexten => 1,1,Hangup(17)\r\n same => n,Answer\r\n';
    assert.deepEqual(
      readAsterisk(text).mentions.map(({ term }) => brief(term)),
      ['application/Hangup', 'cause 17', 'application/Answer'],
    );
  });
});

suite('Asterisk: what cannot be', () => {
  for (const file of ['faults-extensions.conf', 'faults-pjsip.conf', 'faults-sip.conf'])
    test(file, () => {
      const text = read(file);
      const { findings } = readAsterisk(text, file.replace('faults-', ''));
      for (const line of markedLines(text, ';;')) {
        const found = findings
          .filter(({ span }) => within(span, line))
          .map(({ rule, fix }) =>
            [rule.replace('sip.asterisk-', ''), ...(fix ? [fix.edits[0]!.newText] : [])].join(' '),
          );
        assert.equal(found.join(' | '), line.expected, `${file}:${line.line}`);
      }
    });

  test('causes and codes that do not exist are mentions all the same, for the general rules', () => {
    const text =
      'exten => 1,1,Hangup(99999)\n same => n,PJSIPHangup(790)\n same => n,Set(PJSIP_HEADER(add,Contcat)=x)\n';
    assert.deepEqual(
      readAsterisk(text)
        .mentions.map(({ term }) => brief(term))
        .filter((one) => !one.includes('/')),
      ['cause 99999', 'code 790', 'header Contcat'],
    );
  });
});

suite('Asterisk: what can be written', () => {
  for (const [marked, expected] of [
    ['exten => 1,1,Hangup(‸)', 'q850Cause'],
    ['exten => 1,1,Hangup(USER‸)', 'causeName'],
    ['exten => 1,1,PJSIPHangup(4‸)', 'statusCode'],
    ['exten => 1,1,Hang‸', 'dialectTerm application'],
    ['exten => 1,1,Set(PJSIP_HEADER(‸)=)', 'dialectTerm headerAction'],
    ['exten => 1,1,Set(PJSIP_HEADER(add,X-T‸)=)', 'headerField'],
    ['exten => 1,1,SIPAddHeader(Cal‸)', 'headerField'],
    ['exten => 1,1,GotoIf($["${DIALSTATUS}" = "‸"]?x)', 'dialectTerm dialstatus'],
    ['exten => 1,1,GotoIf($["${HANGUPCAUSE}" = "1‸"]?x)', 'q850Cause'],
    ['[a]\ntype=endpoint\ndtmf_mode = ‸', 'dialectTerm pjsip.dtmf_mode'],
    ['[a]\ntype=endpoint\ndtmf_mode=inf‸\n', 'dialectTerm pjsip.dtmf_mode'],
    ['[a]\ntype=endpoint\nidentify_by=ip,‸\n', 'dialectTerm pjsip.identify_by'],
    ['[a]\ntype=endpoint\nsend_‸\n', 'dialectTerm pjsip.endpoint'],
    ['[a]\ntype=aor\n‸\n[b]\ntype=auth\n', 'dialectTerm pjsip.aor'],
    ['[a]\ntype=endpoint\nrewrite_contact=‸\n', 'dialectTerm boolean'],
    ['[a]\ntype=outbound-publish\nevent=‸\n', 'eventPackage'],
    ['[general]\nallowguest=no\ndisallowed_methods=UPDATE,‸\n', 'method'],
    ['[x]\nEvent=>check-sync\nSub‸\n', 'headerField'],
  ] as const)
    test(marked.replaceAll('\n', ' ↵ '), () => {
      const { text, offset } = caret(marked);
      const slot = readAsterisk(text).slotAt(offset);
      assert.equal(slot && [slot.of, slot.group].filter(Boolean).join(' '), expected);
      assert.ok(slot!.span.start <= offset && offset <= slot!.span.end);
    });

  test('nothing elsewhere', () => {
    const { text, offset } = caret('exten => 1‸00,1,Playback(beep)\n');
    assert.equal(readAsterisk(text).slotAt(offset), undefined);
  });
});

suite('Asterisk: the table and its texts', () => {
  const groups = table.groups as Record<string, Record<string, unknown>>;

  for (const [language, texts] of Object.entries({ en: textsEn, tr: textsTr }))
    test(`every name is explained (${language})`, () => {
      const terms = texts.terms as Record<string, Record<string, string>>;
      const missing = Object.entries(groups).flatMap(([group, rows]) =>
        Object.keys(rows)
          .filter((name) => !terms[group]?.[name])
          .map((name) => `${group}/${name}`),
      );
      assert.deepEqual(missing, []);
    });

  test('every group that a value refers to is there', () => {
    const named = [...JSON.stringify(table).matchAll(/"group":"([^"]+)"/g)].map((match) => match[1]!);
    assert.deepEqual(
      named.filter((group) => !groups[group]),
      [],
    );
  });

  for (const [language, texts] of Object.entries({ en: rulesEn, tr: rulesTr }))
    test(`every rule has its texts (${language})`, () => {
      const rules = texts.rules as Record<string, { title?: string; message?: string; explanation?: string }>;
      for (const { id } of asteriskRules) assert.ok(rules[id]?.title && rules[id].message && rules[id].explanation, id);
      assert.equal(Object.keys(rules).length, asteriskRules.length);
    });
});

suite('Asterisk: hostile and huge text', () => {
  for (const [name, piece] of [
    ['brackets that nobody closes', 'exten => 1,1,Set(${PJSIP_HEADER(add,${X}'],
    ['braces', '${${${${${'],
    ['expressions', 'exten => 1,1,GotoIf($["${DIALSTATUS}" = "'],
    ['block comments', ';-- ;-- '],
    ['AEL without end', 'context a { _X. => { if ("${X}'],
    ['Lua strings', 'extensions = { a = "\\\n app.hangup([['],
  ] as const)
    test(`${name}: no exception, and every place is inside of the text`, () => {
      for (const count of [1, 3, 400]) {
        const text = piece.repeat(count);
        for (const flavor of ['extensions.conf', 'x.ael', 'x.lua', 'pjsip.conf', 'sip.conf', 'sip_notify.conf']) {
          const reading = readAsterisk(text, flavor);
          for (const { span } of [...reading.mentions, ...reading.findings])
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }
    });

  test('ten thousand lines yield ten thousand times what one yields', () => {
    const text = `[a]\n${'exten => _X.,1,ExecIf($["${DIALSTATUS}" = "BUSY"]?Hangup(17))\n'.repeat(10_000)}`;
    assert.equal(readAsterisk(text).mentions.length, 40_000);
  });
});

suite('Asterisk: stock configurations', { skip: !existsSync(corpus) && 'no corpora here' }, () => {
  const texts = existsSync(corpus)
    ? new Map(readdirSync(corpus).map((file) => [file, readFileSync(`${corpus}/${file}`, 'utf8')]))
    : new Map<string, string>();

  test('nothing is wrong with them', () => {
    for (const [file, text] of texts)
      assert.deepEqual(readAsterisk(text, file.replace(/^.*__/, '')).findings, [], file);
  });

  test('the sample dialplan', () => {
    const text = texts.get('configs__samples__extensions.conf.sample')!;
    const found = new Map<string, number>();
    for (const { term } of readAsterisk(text).mentions) found.set(brief(term), (found.get(brief(term)) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...found].sort()), {
      'application/Answer': 3,
      'application/Busy': 1,
      'application/Congestion': 1,
      'application/Hangup': 8,
      'application/SIPAddHeader': 1,
      'dialstatus/BUSY': 4,
      'dialstatus/CHANUNAVAIL': 1,
      'dialstatus/CONGESTION': 4,
      'dialstatus/DONTCALL': 1,
      'dialstatus/NOANSWER': 5,
      'dialstatus/TORTURE': 1,
      'header Call-Info': 1,
      'variable/DIALSTATUS': 7,
      'variable/SIPFROMDOMAIN': 1,
    });
  });
});
