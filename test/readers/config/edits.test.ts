import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { type Analysis, analyse } from '../../../server/src/analysis.ts';
import { answersOf } from '../../support/config-answers.ts';

/** What opens and closes something, here or for the rest of the file, in one dialect or another. */
const insertions = [
  ...['"', "'", '(', ')', '{', '}', '[', ']', ';', '#', '\\', '\n', ' ', 'x', '`', '=', '/'],
  ...['/*', '*/', '//', '#!ifdef A\n', '#!endif\n', '--[[', ']]', '--', ';--', '--;', '"""'],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<', '/>', '</', '<extension name="a">', '</extension>', '</context>', '<b>'],
  ...['\n[other]\n', '\n[office](!)\n', '\ntype=endpoint\n', '\nexten => s-BUSY,1,Hangup(17)\n', `\${DIALSTATUS}`],
  ...['\nroute[OTHER] {\n', 'route', '\nfunction f()\n', '\nend\n', '\n  def f(self):\n', '\ncontext other {\n'],
  ...['<scenario>', '</scenario>', '<recv response="200" next="1"/>', '<label id="1"/>', '<send>', '<timewait/>'],
  ...[
    '{% if a %}',
    '{% endif %}',
    '{# ',
    ' #}',
    '{{ a }}',
    'switch ($rm) {',
    'if (is_method("ACK")) ',
    '$var(code) = $rs;',
    'local s = channel.DIALSTATUS:get()',
  ],
];

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >> 8;
  }
}

interface Change {
  readonly at: number;
  readonly gone: string;
  readonly come: string;
}

const changed = (text: string, { at, gone, come }: Change): string =>
  text.slice(0, at) + come + text.slice(at + gone.length);

const folders = ['routing', 'asterisk', 'freeswitch', 'sipp', 'labelled'];
const files = folders.flatMap((folder) =>
  readdirSync(`test/fixtures/${folder}`).map((name) => ({
    name,
    text: readFileSync(`test/fixtures/${folder}/${name}`, 'utf8'),
  })),
);

suite('After edits a configuration says what it says when it is opened', () => {
  files.forEach(({ name, text: original }, index) => {
    test(name, () => {
      const random = numbers(index + 1);
      const below = (limit: number): number => random.next().value % limit;
      const one = (text: string): Change => {
        const at = below(text.length + 1);
        const gone = below(3) === 0 ? text.slice(at, at + below(60)) : '';
        return { at, gone, come: below(4) === 0 ? '' : insertions[below(insertions.length)]! };
      };
      let text = original.repeat(2);
      let analysis = analyse(text, { name });
      const assertSame = (after: Analysis, history: readonly Change[]): void => {
        const places = Array.from({ length: 20 }, () => below(after.text.length + 1));
        const opened = analyse(after.text, { name });
        assert.deepEqual(answersOf(after, places), answersOf(opened, places), JSON.stringify(history));
      };
      for (let round = 0; round < 25; round++) {
        // What one change opens is often closed by the next, or taken back.
        const history: Change[] = [];
        for (let i = 0; i < 4; i++) {
          const last = history.at(-1);
          const undone = last && below(3) === 0 ? { at: last.at, gone: last.come, come: last.gone } : undefined;
          const change = undone ?? one(text);
          history.push(change);
          text = changed(text, change);
          analysis = analyse(text, { name }, analysis);
          assertSame(analysis, history);
        }
        if (text.length > 4 * original.length || text.length < original.length) text = original.repeat(2);
      }
    });
  });
});

suite('After an edit far behind what depends on it', () => {
  const filler = '# nothing of note\n'.repeat(20);
  const inScripts: readonly { readonly name: string; readonly what: string; readonly marked: string }[] = [
    {
      name: 'kamailio.cfg',
      what: 'a literal that is open is closed',
      marked: `route[A] {\n  xlog("open\n}\nroute[B] {\n${filler}  sl_send_reply("480", "x");\n  xlog(‸);\n}\n`,
    },
    {
      name: 'kamailio.cfg',
      what: 'what follows a literal tells whether it ended',
      marked: `route[A] {\n  xlog("open\n}\nroute[B] {\n${filler}  sl_send_reply(480‸ );\n  xlog(" x);\n}\n`,
    },
    {
      name: 'kamailio.cfg',
      what: 'a comment is closed',
      marked: `route[A] {\n /* }\nroute[B] {\n${filler}‸  sl_send_reply("480", "x");\n}\n`,
    },
  ];
  const calm = '. '.repeat(50);
  const broken = `<action application="respond" data="486/></condition></extension> ${calm}‸ .`;
  const far = [
    ...inScripts,
    {
      name: 'dialplan.xml',
      what: 'a value is closed on the same line',
      marked: `<include><context name="c">\n<extension name="a"><condition>${broken}</context></include>\n`,
    },
    {
      name: 'extensions.ael',
      what: 'a bracket is closed',
      marked: `context a {\n  1 => {\n    Hangup(17;\n  }\n  2 => {\n    ${calm}‸Hangup(16);\n  }\n}\n`,
    },
  ];
  for (const { name, what, marked } of far) {
    test(what, () => {
      const at = marked.indexOf('‸');
      const before = marked.replace('‸', '');
      for (const come of ['"', '*/', '")', ')', '\n']) {
        const after = before.slice(0, at) + come + before.slice(at);
        for (const [from, to] of [
          [before, after],
          [after, before],
        ] as const) {
          const reused = analyse(to, { name }, analyse(from, { name }));
          assert.deepEqual(answersOf(reused, [at]), answersOf(analyse(to, { name }), [at]), come);
        }
      }
    });
  }
});

suite('An edit', () => {
  const many = (write: (index: number) => string): string =>
    Array.from({ length: 600 }, (_, index) => write(index)).join('');
  const extension = (i: number): string =>
    `<extension name="a${i}"><condition field="\${sip_term_status}" expression="^486$">\n  <action application="respond" data="486 Busy Here"/>\n</condition></extension>\n`;
  const long: Readonly<Record<string, string>> = {
    'kamailio.cfg': many((i) => `route[R${i}] {\n  if (is_method("BYE")) {\n    t_reply("481", "Gone");\n  }\n}\n`),
    'kemi.lua': many((i) => `function ksr_r${i}()\n  KSR.sl.send_reply(404, "Not Found")\nend\n`),
    'kemi.py': `class kamailio:\n${many((i) => `  def r${i}(self):\n    KSR.sl.send_reply(404, "Not Found")\n`)}`,
    'extensions.conf': `[office]\n${many((i) => `exten => 1${i},1,Dial(PJSIP/1${i})\n same => n,Hangup(17)\n`)}`,
    'extensions.ael': `context office {\n${many((i) => `  1${i} => {\n    Hangup(17);\n  }\n`)}}\n`,
    'extensions.lua': `extensions = {\n${many((i) => `  ["1${i}"] = function()\n    app.hangup(17)\n  end,\n`)}}\n`,
    'dialplan.xml': `<include><context name="office">\n${many((i) => extension(i))}</context></include>\n`,
    'scenario.xml': `<scenario name="a">\n${many((i) => `<recv request="BYE" next="${i}"/>\n<label id="${i}"/>\n`)}</scenario>\n`,
    'pjsip.conf': `[phone](!)\ntype=endpoint\n${many((i) => `[phone${i}](phone)\ndtmf_mode=rfc4733\n`)}`,
  };
  for (const [name, text] of Object.entries(long)) {
    for (const come of [' ', '(', '"']) {
      test(`of ${name} that writes «${come}» leaves the readings alone of what it does not touch`, () => {
        const opened = analyse(text, { name });
        const known = new Set([...opened.config!.blocks()].map(({ reading }) => reading));
        assert.ok(known.size >= 600);
        const at = text.indexOf('\n', text.length / 2);
        const edited = analyse(`${text.slice(0, at)}${come}${text.slice(at)}`, { name }, opened);
        const blocks = [...edited.config!.blocks()];
        const anew = blocks.map(({ start, reading }, i) =>
          known.has(reading) ? 0 : (blocks[i + 1]?.start ?? edited.text.length) - start,
        );
        const length = anew.reduce((sum, one) => sum + one, 0);
        assert.ok(length > 0 && length < text.length / 4, `${length} of ${text.length} characters were read anew`);
      });
    }
  }
});
