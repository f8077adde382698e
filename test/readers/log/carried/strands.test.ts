import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt, mentionsIn, placedMessage } from '../../../../server/src/analysis.ts';
import { sampleMessages } from '../sample-messages.ts';

/** What one of several writers has before its lines; `n` counts lines. */
type Prefix = (writer: number, n: number, line: string) => string;

/** A line that tells of a message may have another level than its lines. */
const isHead = (line: string): boolean => line.endsWith('via UDP:');
const clock = (n: number): string => `18:48:${10 + Math.floor(n / 20)},${100 + n}`;
const prefixes: Readonly<Record<string, Prefix>> = {
  threads: (writer, n) => `2026-11-22 ${clock(n)} DEBUG [worker-${writer}] `,
  'threads with names of their own, in a column': (writer, n) =>
    `${clock(n)} [${(writer === 1 ? 'main' : 'sip-reader').padEnd(12)}] INFO  `,
  'processes of one system log': (writer) => `Nov 22 18:48:06 edge sipd[81${writer}]: `,
  'hosts of one system log': (writer) => `Nov 22 18:48:06 edge-${writer === 1 ? 'a' : 'b'}: `,
  containers: (writer) => `proxy-${writer}  | `,
  'containers, in colours': (writer) => `\u001b[3${writer}mproxy-${writer}  |\u001b[0m `,
  'programs, with a level of one letter': (writer, n, line) =>
    `11-22 ${clock(n).replace(',', '.')}  81${writer}  81${writer} ${isHead(line) ? 'I' : 'D'} Sip${writer === 1 ? 'Core' : 'Edge'} : `,
  'threads behind levels in a column': (writer, n, line) =>
    `${clock(n)} ${(isHead(line) ? 'INFO' : 'DEBUG').padEnd(5)} [worker-${writer}] `,
  'threads before levels': (writer, n, line) => `${clock(n)} [worker-${writer}] ${isHead(line) ? 'INFO' : 'DEBUG'} `,
  'numbers of threads': (writer, n) => `[${clock(n)}] [400${writer}] sip: `,
};

const head = (i: number): string => `${i % 2 === 0 ? 'received from' : 'sent to'} 192.0.2.${i + 1}:5060 via UDP:`;
const linesOf = (message: string, i: number): readonly string[] => [head(i), ...message.trimEnd().split('\n'), ''];

/** Two writers, each with every second message, of which one writes `stride` lines and then the other. */
function interleaved(prefix: Prefix, stride: number): string {
  const left = [1, 2].map((writer) => sampleMessages.flatMap((m, i) => (i % 2 === writer - 1 ? linesOf(m, i) : [])));
  const log: string[] = [];
  for (let turn = 0; left.some((lines) => lines.length > 0); turn++) {
    const writer = turn % 2;
    for (const line of left[writer]!.splice(0, stride + (turn % 3)))
      log.push(`${prefix(writer + 1, log.length, line)}${line}`.trimEnd());
  }
  return `${log.join('\n')}\n`;
}

suite('messages of several writers, line by line', () => {
  for (const [name, prefix] of Object.entries(prefixes))
    for (const stride of [1, 2, 5])
      test(`${name}, ${stride} lines at once or more`, () => {
        const analysis = analyse(interleaved(prefix, stride), { name: 'trace.log' });
        const placed = analysis.frames.map((frame) => placedMessage(analysis.text, frame).message.text.trimEnd());
        assert.deepEqual(placed.toSorted(), sampleMessages.map((message) => message.trimEnd()).toSorted());
        placed.forEach((message, index) => {
          // The last one may have no lines of others in it.
          if (analysis.frames[index]!.layout.kind !== 'carried') return;
          const i = sampleMessages.findIndex((sample) => sample.trimEnd() === message);
          const { direction, source, destination } = envelopeAt(analysis, index);
          assert.deepEqual(
            [direction, i % 2 === 0 ? source : destination],
            [i % 2 === 0 ? 'in' : 'out', `192.0.2.${i + 1}:5060`],
          );
        });
        for (const [index, { start }] of analysis.frames.entries())
          assert.ok(start >= (analysis.frames[index - 1]?.end ?? 0), 'frames do not overlap');
      });

  test('in records of a container', () => {
    const log = interleaved(prefixes['threads']!, 2);
    const records = log.replace(/[^\n]+\n/g, (line) => `${JSON.stringify({ log: line, stream: 'stdout' })}\n`);
    const { text, frames } = analyse(records, { name: 'trace.log' });
    const found = frames.map((frame) => placedMessage(text, frame).message.text.trimEnd());
    assert.deepEqual(found.toSorted(), sampleMessages.map((message) => message.trimEnd()).toSorted());
  });

  test('after edits the answer is that of the final text', () => {
    let text = [1, 2, 3].map((stride) => interleaved(prefixes['threads']!, stride)).join('');
    let analysis = analyse(text, { name: 'trace.log' });
    for (let i = 0; i < 40; i++) {
      const at = (i * 7919) % text.length;
      text = `${text.slice(0, at)}${['x', '\n', 'SIP/2.0 200 OK\n', ''][i % 4]}${text.slice(at + (i % 3))}`;
      analysis = analyse(text, { name: 'trace.log' }, analysis);
      const placesIn = ({ frames }: typeof analysis) =>
        frames.map(({ start, end, layout }) => ({ start, end, layout }));
      assert.deepEqual(placesIn(analysis), placesIn(analyse(text, { name: 'trace.log' })));
    }
  });

  test('what a line among those of others says is told of', () => {
    const analysis = analyse(interleaved(prefixes['threads']!, 1), { name: 'trace.log' });
    const at = analysis.text.whole.indexOf('Subscription-State:');
    const terms = [...mentionsIn(analysis, { start: at, end: at })].map(({ term }) => term.kind);
    assert.ok(terms.includes('headerField'));
  });

  test('one after the other, they are as they stand', () => {
    const prefix = prefixes['threads']!;
    const text = sampleMessages
      .flatMap((message, i) => linesOf(message, i).map((line, n) => `${prefix(1 + (i % 2), n, line)}${line}\n`))
      .join('');
    const { frames } = analyse(text, { name: 'trace.log' });
    assert.deepEqual(
      frames.map(({ layout }) => layout.kind),
      sampleMessages.map(() => 'lines'),
    );
  });

  test('numbers that say how long each line is are no names', () => {
    const [message = ''] = sampleMessages;
    const lines = message.trimEnd().split('\n');
    const log = lines
      .map((line, n) => `[18:48:06] DEBUG[812] sip.c:  Header ${n} [${line.length}]: ${line}\n`)
      .join('');
    const { text, frames } = analyse(`${log}[18:48:06] DEBUG[812] sip.c: done\n`, { name: 'trace.log' });
    const placed = frames.map((frame) => placedMessage(text, frame).message.text.trimEnd());
    assert.deepEqual(placed, [message.trimEnd()]);
  });
});
