import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Analysis, analyse } from '../../server/src/analysis.ts';
import { outlineOf } from '../../server/src/features/message-outline.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { layouts } from '../readers/log/layouts.ts';
import { sampleMessages } from '../readers/log/sample-messages.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are in use when everything that nobody needs is gone. */
function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** With faults in it, whose texts are kept. */
const log = layouts
  .map((layout) =>
    sampleMessages
      .map((message, index) =>
        layout.write(message.replace('Max-Forwards: 70', 'Max-Forwards: a number of hops'), index),
      )
      .join(''),
  )
  .join('');

suite('Memory', () => {
  test('nothing of an old version of a document is kept', () => {
    let text = log.repeat(10);
    let analysis = analyse(text, { name: 'trace.log' });
    look(analysis);
    const before = bytesInUse();
    const versions = 40;
    for (let i = 0; i < versions; i++) {
      const at = Math.floor((text.length * i) / versions);
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      analysis = analyse(text, { name: 'trace.log' }, analysis);
      look(analysis);
    }
    const grown = bytesInUse() - before;
    assert.ok(grown < 4 * text.length, `${grown} bytes more after ${versions} versions of ${text.length} characters`);
  });
});

/** With faults in them, whose texts are kept, and long names. */
const block: Readonly<Record<string, (i: number) => string>> = {
  'kamailio.cfg': (i) =>
    `route[R${i}] {\n  append_hf("P-Asserted-Identityy: x${i}");\n  t_reply("486", "Temporarily Unavailable");\n}\n`,
  'extensions.conf': (i) => `exten => ${i},1,SIPAddHeader(P-Asserted-Identityy: x${i})\n same => n,Hangup(USERBUSYY)\n`,
  'pjsip.conf': (i) => `[phone${i}]\ntype=endpoint\ndtmf_mode=something-unknown-${i}\n`,
  'dialplan.xml': (i) =>
    `<extension name="a${i}"><condition>\n<action application="respond" data="486 Temporarily Unavailable"/>\n</condition></extension>\n`,
};

suite('Memory of configuration files', () => {
  for (const [name, write] of Object.entries(block)) {
    test(`nothing of an old version of ${name} is kept`, () => {
      const blocks = Array.from({ length: 2000 }, (_, i) => write(i)).join('');
      let text = name === 'dialplan.xml' ? `<include>\n${blocks}</include>\n` : `${blocks}\n`;
      let analysis = analyse(text, { name });
      const before = bytesInUse();
      const versions = 60;
      for (let i = 0; i < versions; i++) {
        const at = Math.floor((text.length * i) / versions);
        text = `${text.slice(0, at)} ${text.slice(at)}`;
        analysis = analyse(text, { name }, analysis);
        assert.ok(analysis.config!.mentionCount > 0 && [...problemsOf(analysis, {})].length > 0);
      }
      const grown = bytesInUse() - before;
      assert.ok(
        grown < 12 * text.length,
        `${grown} bytes more after ${versions} versions of ${text.length} characters`,
      );
    });
  }
});

function look(analysis: Analysis): void {
  for (const frame of analysis.frames) outlineOf(analysis.text, frame);
  assert.ok([...problemsOf(analysis, {})].length > 0);
}
