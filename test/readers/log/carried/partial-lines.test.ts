import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt, placedMessage } from '../../../../server/src/analysis.ts';
import { sampleMessages } from '../sample-messages.ts';

/** As a container's runtime writes the lines of a stream, cut where they are longer than `width`. */
function written(lines: readonly string[], width: number, before: string, tag: string): string {
  let n = 0;
  const record = (stream: string, flag: string, line: string): string =>
    `${before}2026-11-22T18:48:06.${String(100_000_000 + 7 * n++)}Z ${stream} ${flag}${tag} ${line}\n`;
  return lines
    .map((line, i) => {
      const pieces = line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''];
      const other = i % 9 === 8 ? record('stderr', 'F', 'level=warn msg="queue is long"') : '';
      return other + pieces.map((piece, at) => record('stdout', at < pieces.length - 1 ? 'P' : 'F', piece)).join('');
    })
    .join('');
}

suite('lines that the runtime of a container cut', () => {
  for (const [name, before, tag] of [
    ['as it writes them', '', ''],
    ['with a tag behind the flag', '', ':stream-7'],
    ['behind the name of a pod', 'edge-0 ', ''],
  ] as const)
    for (const width of [42, 60])
      test(`${name}, ${width} characters wide`, () => {
        const lines = sampleMessages.flatMap((message, i) => [
          `18:48:0${i}.25 DEBUG ${i % 2 === 0 ? '<--' : '-->'} udp:192.0.2.1:506${i}`,
          ...message.trimEnd().split('\n'),
          '',
        ]);
        const analysis = analyse(written(lines, width, before, tag), { name: 'trace.log' });
        assert.deepEqual(
          analysis.frames.map((frame) => placedMessage(analysis.text, frame).message.text.trimEnd()),
          sampleMessages.map((message) => message.trimEnd()),
        );
        sampleMessages.forEach((_, i) => {
          const { direction, source, destination } = envelopeAt(analysis, i);
          const isIn = i % 2 === 0;
          assert.deepEqual([direction, isIn ? source : destination], [isIn ? 'in' : 'out', `192.0.2.1:506${i}`]);
        });
      });
});
