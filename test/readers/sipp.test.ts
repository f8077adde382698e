import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import sippTable from '../../data/dialects/sipp.json';
import enTexts from '../../data/dialects/texts/en/sipp.json';
import enRules from '../../data/dialects/texts/en/sipp.rules.json';
import trTexts from '../../data/dialects/texts/tr/sipp.json';
import trRules from '../../data/dialects/texts/tr/sipp.rules.json';
import { isSipp, readSipp } from '../../server/src/readers/config/sipp/read.ts';
import { sippRules } from '../../server/src/readers/config/sipp/rules.ts';
import { unfoldScenario } from '../../server/src/readers/config/sipp/unfold.ts';
import { documentSpan } from '../../server/src/readers/log/logical.ts';
import type { Term } from '../../server/src/readers/mention.ts';
import type { ConfigReading, DialectFinding } from '../../server/src/readers/reading.ts';
import { headerNamed } from '../../server/src/sip/fields.ts';
import { parseMessage } from '../../server/src/sip/parse.ts';
import { textOf } from '../../server/src/sip/span.ts';

const fixture = readFileSync('test/fixtures/sipp/register-and-call.xml', 'utf8');
const corpus = '../shared/corpora/configs/sipp';

/** `486 = statusCode 486`: what is mentioned, as it is written and as it is meant. */
function mentioned(text: string, reading: ConfigReading, ...kinds: readonly Term['kind'][]): readonly string[] {
  return reading.mentions
    .filter(({ term }) => kinds.length === 0 || kinds.includes(term.kind))
    .map(({ term, span }) => `${textOf(text, span)} = ${meaning(term)}`);
}

function meaning(term: Term): string {
  const { kind, ...rest } = term;
  return [kind, ...Object.values(rest).filter((value) => value !== 'sipp')].join(' ');
}

/** A scenario whose only step between an INVITE and a BYE is the given one. */
const scenario = (steps: string): string => `<scenario name="x">\n${steps}\n</scenario>\n`;

const request = (method: string, lines = ''): string =>
  `<send><![CDATA[\n\n  ${method} sip:bob@example.com SIP/2.0\n  Call-ID: [call_id]\n  CSeq: 1 ${method}\n${lines}\n]]></send>`;

/** The text with the fix of a finding applied. */
function fixed(text: string, finding: DialectFinding): string {
  const edits = [...(finding.fix?.edits ?? [])].sort((one, other) => other.span.start - one.span.start);
  return edits.reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
}

suite('a SIPp scenario is told by its content', () => {
  test('its root is <scenario>, behind whatever licence text', () => {
    assert.ok(isSipp(fixture, 'anything.txt'));
    assert.ok(
      isSipp(
        `<?xml version="1.0"?>\n${'<!-- licence -->\n'.repeat(300)}<scenario><recv request="BYE"/></scenario>`,
        'x.xml',
      ),
    );
    assert.ok(isSipp('<scenario name="being written">', 'x.xml'));
  });

  test('steps without a root are a piece of one, which labels and an INVITE elsewhere may belong to', () => {
    const answer = '<send><![CDATA[\n  SIP/2.0 486 Not Found\n  [last_Via:]\n\n]]></send>\n';
    assert.ok(isSipp(`<!-- busy -->\n${answer}<recv request="ACK"/>`, 'busy.xml'));
    const piece = '<recv response="200" next="elsewhere"/>\n<recv request="BYE" optional="true"/>\n';
    assert.ok(isSipp(piece, 'x.xml'));
    assert.deepEqual(readSipp(piece).findings, []);
    assert.deepEqual(
      readSipp('<recv request="BYE"/>\n<recv/>\n').findings.map(({ rule }) => rule),
      ['sip.sipp-recv-neither'],
    );
  });

  test('other XML is not', () => {
    for (const text of [
      '<scenarios><scenario><send/></scenario></scenarios>',
      '<scenario><step id="1"/></scenario>',
      '<project><send/><recv/></project>',
      '<recv queue="calls"/>',
      '<send><![CDATA[486 Busy Here]]></send>',
      'the <scenario> of 486 Busy Here',
      '',
    ]) {
      assert.ok(!isSipp(text, 'scenario.xml'), text);
    }
  });
});

suite('what a scenario mentions', () => {
  const reading = readSipp(fixture);

  test('codes and methods that are expected, and the header field that is searched', () => {
    assert.deepEqual(mentioned(fixture, reading, 'statusCode', 'method'), [
      '100 = statusCode 100',
      '401 = statusCode 401',
      '200 = statusCode 200',
      'INVITE = method INVITE',
      'UPDATE = method UPDATE',
      'ACK = method ACK',
      '200 = statusCode 200',
    ]);
    assert.deepEqual(mentioned(fixture, reading, 'headerField').slice(0, 2), [
      'WWW-Authenticate = headerField WWW-Authenticate',
      'WWW-Authenticate = headerField WWW-Authenticate',
    ]);
  });

  test('keywords, with the header field of [last_Via:]', () => {
    const text = scenario(`<send><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_To:];tag=[pid]x[call_number]
      CSeq: [cseq+1] INVITE
      Via: SIP/2.0/UDP 192.0.2.1;branch=[branch-2]
      X-Mine: [field0 file="a.csv" line=[$line]] [$name] [cryptosuiteaescm128sha1801audio]
    ]]></send>`);
    assert.deepEqual(mentioned(text, readSipp(text)).slice(3), [
      'last_ = dialectTerm keyword last_',
      'Via = headerField Via',
      'last_ = dialectTerm keyword last_',
      'To = headerField To',
      'pid = dialectTerm keyword pid',
      'call_number = dialectTerm keyword call_number',
      'cseq = dialectTerm keyword cseq',
      'branch = dialectTerm keyword branch',
      'field0 = dialectTerm keyword field',
      '$name = dialectTerm keyword $',
      'cryptosuiteaescm128sha1801audio = dialectTerm keyword cryptosuite',
    ]);
  });

  test('a misspelt method is mentioned as well, so that it can be judged', () => {
    const text = scenario('<recv request="INVTE"/><recv response="799"/>');
    assert.deepEqual(mentioned(text, readSipp(text), 'method', 'statusCode'), [
      'INVTE = method INVTE',
      '799 = statusCode 799',
    ]);
  });

  test('patterns: the methods and classes of regexp_match', () => {
    const text = scenario(
      '<recv request="^(INVITE|RE.*)$" regexp_match="true"/><recv response="18[03]|4[0-9][0-9]|200" regexp_match="true"/>',
    );
    assert.deepEqual(mentioned(text, readSipp(text), 'method', 'statusCode', 'statusClass'), [
      'INVITE = method INVITE',
      '4[0-9][0-9] = statusClass 4',
      '200 = statusCode 200',
    ]);
  });

  test('numbers in comments, pauses, ports and statistics are none', () => {
    const places = reading.mentions.map(({ span }) => fixture.slice(0, span.start).split('\n').length);
    const lines = fixture.split('\n');
    for (const place of places) {
      assert.doesNotMatch(lines[place - 1] ?? '', /^<!--/);
    }
    assert.ok(!mentioned(fixture, reading).some((line) => /^(?:404|486|300|500|2000)/.test(line)));
  });
});

suite('the messages of a scenario', () => {
  const reading = readSipp(fixture);
  const messages = reading.frames.map((frame) => parseMessage(unfoldScenario(fixture, frame).text));

  test('are frames, start line to last line', () => {
    assert.deepEqual(
      messages.map(({ text, startLine }) => textOf(text, startLine.span)),
      [
        'REGISTER sip:[field1]@[remote_ip] SIP/2.0',
        'REGISTER sip:[field1]@[remote_ip] SIP/2.0',
        'SIP/2.0 180 Ringing',
        'SIP/2.0 200 OK',
        'BYE [next_url] SIP/2.0',
      ],
    );
    for (const frame of reading.frames) {
      assert.match(fixture.slice(frame.start), /^(?:REGISTER|SIP\/2\.0|BYE)/);
      assert.doesNotMatch(fixture.slice(frame.start, frame.end), /\]\]>|CDATA/);
    }
  });

  test('have the header fields that [last_…:] brings, in their places', () => {
    const [, , ringing] = messages;
    const frame = reading.frames[2]!;
    assert.deepEqual(
      ringing?.headers.map(({ canonical }) => canonical),
      ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Contact', 'Content-Length'],
    );
    const to = headerNamed(ringing!, 'To')!;
    assert.equal(textOf(ringing!.text, to.value), '[last_To:];tag=[pid]called[call_number]');
    const place = documentSpan(unfoldScenario(fixture, frame), to.name);
    assert.equal(fixture.slice(place.start - 6, place.end + 1), '[last_To:');
  });

  test('have their body, indentation gone as SIPp sends it', () => {
    const answer = messages[3]!;
    assert.match(textOf(answer.text, answer.body), /^v=0\no=called 1 1 IN IP\[local_ip_type\] \[local_ip\]\n/);
    assert.equal(textOf(messages[4]!.text, messages[4]!.body), '0123456789');
  });

  test('begin on the line of the CDATA or behind it, with blanks or tabs', () => {
    const text =
      '<scenario><send><![CDATA[BYE sip:a@example.com SIP/2.0\n\tVia: x\r\n \t \n  \tbody  \n\n]]></send></scenario>';
    const [frame] = readSipp(text).frames;
    assert.equal(unfoldScenario(text, frame!).text, 'BYE sip:a@example.com SIP/2.0\nVia: x\n\nbody\n');
  });
});

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

suite('completion slots', () => {
  const slotIn = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const slot = readSipp(text).slotAt(offset);
    return slot && { ...slot, span: textOf(text, slot.span) };
  };

  test('codes, methods and header fields', () => {
    assert.deepEqual(slotIn('<scenario><recv response="4‸"/>'), { span: '4', of: 'statusCode' });
    assert.deepEqual(slotIn('<scenario><recv request="INVITE|UP‸"/>'), {
      span: 'UP',
      of: 'method',
    });
    assert.deepEqual(slotIn('<scenario><recv><action><ereg header="‸"/>'), { span: '', of: 'headerField' });
  });

  test('elements, attributes that are not there yet, and their values', () => {
    assert.deepEqual(slotIn('<scenario><‸'), { span: '', of: 'dialectTerm', group: 'element' });
    assert.deepEqual(slotIn('<scenario><re‸'), { span: 're', of: 'dialectTerm', group: 'element' });
    const attributes = slotIn('<scenario><recv request="BYE" ‸/>');
    assert.equal(attributes?.group, 'attribute');
    assert.ok(attributes?.names?.includes('response') && !attributes.names.includes('request'));
    assert.deepEqual(slotIn('<scenario><recv optional="‸"/>')?.names, ['true', 'global', 'false']);
  });

  test('labels of this scenario', () => {
    assert.deepEqual(slotIn('<scenario><recv response="200" next="‸"/><label id="a"/><label id="b"/></scenario>'), {
      span: '',
      of: 'dialectTerm',
      group: 'label',
      names: ['a', 'b'],
    });
  });

  test('keywords behind a bracket', () => {
    const slot = { of: 'dialectTerm', group: 'keyword' };
    assert.deepEqual(slotIn('<scenario><send><![CDATA[\nBYE sip:[remote‸'), { span: 'remote', ...slot });
    assert.deepEqual(slotIn('<scenario><nop><action><log message="[‸"/>'), { span: '', ...slot });
  });
});

suite('robustness', () => {
  test('a scenario that is being typed: nothing throws, everything stays inside', () => {
    for (let end = 0; end <= fixture.length; end += 3) {
      const text = fixture.slice(0, end);
      const reading = readSipp(text);
      isSipp(text, 'x.xml');
      for (const { span } of [
        ...reading.mentions,
        ...reading.findings,
        ...reading.wildcards.map((span) => ({ span })),
      ]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
      }
      for (const frame of reading.frames) assert.ok(frame.start < frame.end && frame.end <= end);
      reading.slotAt(end);
    }
  });
});

suite('the table', () => {
  test('has a sentence for every row, in both languages', () => {
    const attributes = new Set(Object.values(sippTable.elements).flatMap((element) => element.attributes));
    for (const texts of [enTexts, trTexts]) {
      assert.deepEqual(Object.keys(texts.element).sort(), Object.keys(sippTable.elements).sort());
      assert.deepEqual(Object.keys(texts.keyword).sort(), Object.keys(sippTable.keywords).sort());
      assert.deepEqual(Object.keys(texts.attribute).sort(), [...attributes].sort());
    }
  });

  test('every rule has its texts, in both languages', () => {
    for (const { rules } of [enRules, trRules]) {
      assert.deepEqual(Object.keys(rules).sort(), sippRules.map(({ id }) => id).sort());
    }
    assert.deepEqual(Object.keys(enRules.fixes), Object.keys(trRules.fixes));
  });
});

suite('scenarios of SIPp itself', { skip: !existsSync(corpus) }, () => {
  const files = existsSync(corpus) ? readdirSync(corpus) : [];
  for (const file of files) {
    test(file, () => {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      assert.ok(isSipp(text, file));
      const reading = readSipp(text);
      assert.deepEqual(reading.findings, []);
      // Labelled by their spelling alone: attribute values, `[last_X:]` and keywords outside comments.
      const labelled = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
      const label = (pattern: RegExp): readonly string[] =>
        [...labelled.matchAll(pattern)].map((match) => match[1] ?? '');
      const found = (...kinds: readonly Term['kind'][]): readonly string[] =>
        reading.mentions.filter(({ term }) => kinds.includes(term.kind)).map(({ span }) => textOf(text, span));
      assert.deepEqual(found('statusCode', 'method'), label(/\b(?:request|response)="(\w+)"/g));
      assert.deepEqual(found('headerField'), label(/(?:\[last_|\bheader=")([A-Za-z-]+):/g));
      const keywords = reading.mentions.filter(({ term }) => term.kind === 'dialectTerm' && term.group === 'keyword');
      assert.deepEqual(
        keywords.map(({ span }) => textOf(text, span)),
        label(/\[(last_(?=[A-Z])|\$\w+|[a-z_]+)/g),
      );
      assert.equal(reading.frames.length, label(/<send\b()/g).length);
    });
  }
});
