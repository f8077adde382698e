import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Analysis, analyse, envelopeAt, placedMessage } from '../../../server/src/analysis.ts';
import { openDocuments } from '../../../server/src/document/open-document.ts';
import { type Frame, firstFrameEndingAt } from '../../../server/src/readers/log/frame.ts';
import { carriers, encodings } from './compositions.ts';
import { type LayoutSample, layouts } from './layouts.ts';
import { enclosedLayouts, markedLayouts } from './marked-layouts.ts';
import { products } from './products/products.ts';
import { sampleMessages } from './sample-messages.ts';
import { stringLayouts } from './string-layouts.ts';
import { structureLayouts } from './structure-layouts.ts';
import { wrappedLayouts } from './wrapped-layouts.ts';

const EDITS = 5;
const insertions = [
  '\n',
  '"',
  'SIP/2.0 200 OK\r\n',
  'INVITE sip:x@example.com SIP/2.0\n',
  '\\r\\n',
  '\n0000  ',
  '=',
  ' ',
  '#012',
  '',
];

/** The same in what a container makes of every line, and an export of all of them. */
const carriedLayouts: readonly LayoutSample[] = [...structureLayouts, ...stringLayouts].flatMap(({ name, write }) => [
  {
    name: `${name}, a record a line`,
    write: (message: string, index: number) =>
      write(message, index).replace(/[^\n]+\n?/g, (line) => `${JSON.stringify({ log: line, stream: 'stdout' })}\n`),
  },
  {
    name: `${name}, in one string`,
    write: (message: string, index: number) => `${JSON.stringify({ n: index, text: write(message, index) })}\n`,
  },
]);

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >> 8;
  }
}

const placesOf = (frames: readonly Frame[]) =>
  frames.map(({ start, end, state, layout }) => ({ start, end, state, layout }));

suite('after edits the answer is that of the final text', () => {
  [
    ...layouts,
    ...products,
    ...stringLayouts,
    ...structureLayouts,
    ...wrappedLayouts,
    ...markedLayouts,
    ...enclosedLayouts,
    ...carriedLayouts,
  ].forEach(({ name, write }, index) => {
    test(name, () => {
      const random = numbers(index + 1);
      const below = (limit: number): number => random.next().value % limit;
      let text = [...sampleMessages, ...sampleMessages].map(write).join('');
      let analysis = analyse(text, { name: 'trace.log' });
      for (let i = 0; i < EDITS; i++) {
        const at = below(text.length + 1);
        const removed = below(3) === 0 ? below(60) : 0;
        text = text.slice(0, at) + (insertions[below(insertions.length)] ?? '') + text.slice(at + removed);
        analysis = analyse(text, { name: 'trace.log' }, analysis);
        const anew = analyse(text, { name: 'trace.log' }).frames;
        assert.deepEqual(placesOf(analysis.frames), placesOf(anew));
        for (const frame of anew) {
          const { logical } = placedMessage(analysis.text, frame);
          assert.ok(
            logical.pieces.every(
              (piece) => piece.document >= frame.start && piece.document + piece.documentLength <= frame.end,
            ),
          );
        }
      }
    });
  });
});

suite('after edits of a log that a tool carries whole', () => {
  const head = ['18:48:06.884 received from 192.0.2.1:5060'];
  for (const tool of ['jq -R', 'jq -Rs', 'a ticket', 'a chat that doubles line breaks'])
    for (const [encoding, write] of Object.entries(encodings))
      test(`${encoding}, ${tool}`, () => {
        const random = numbers(tool.length + encoding.length);
        const below = (limit: number): number => random.next().value % limit;
        let text = carriers[tool]!(sampleMessages.flatMap((message) => write(head, message))).join('\n');
        let analysis = analyse(text, { name: 'trace.log' });
        for (let i = 0; i < EDITS; i++) {
          const at = below(text.length + 1);
          text = text.slice(0, at) + (insertions[below(insertions.length)] ?? '') + text.slice(at + below(4));
          analysis = analyse(text, { name: 'trace.log' }, analysis);
          assert.deepEqual(placesOf(analysis.frames), placesOf(analyse(text, { name: 'trace.log' }).frames));
        }
      });
});

/** Longer than what an edit is read with, so that the windows around edits are not the whole text. */
const LONG = 1_600_000;
/** So far from an edit the text that was edited and the text that was not are sewn together. */
const AROUND_EDIT = 32_768;
/** Every so many layouts have their turn, for each takes some tenths of a second. */
const EVERY = 20;
/** The last one appends messages. */
const LONG_EDITS = 4;

suite('after edits of a log of megabytes, which is read in windows', () => {
  for (const [index, { name, write }] of [...layouts, ...products].entries()) {
    if (index % EVERY !== 0) continue;
    test(name, () => {
      const random = numbers(index + 1);
      const below = (limit: number): number => random.next().value % limit;
      const once = sampleMessages.map(write).join('');
      let document = openDocuments.create('file:///trace.log', 'log', 1, once.repeat(Math.ceil(LONG / once.length)));
      let analysis = analyse(document.text, { name: 'trace.log' });
      for (let i = 0; i < LONG_EDITS; i++) {
        const isLast = i === LONG_EDITS - 1;
        const at = document.positionAt(isLast ? document.text.length : below(document.text.length));
        const text = isLast ? once : (insertions[below(insertions.length)] ?? '');
        document = openDocuments.update(document, [{ range: { start: at, end: at }, text }], i + 2);
        analysis = analyse(document.text, { name: 'trace.log' }, analysis);
        // Another text, for one that was asked for its whole has no seams any more.
        const anew = analyse(document.text.slice(0), { name: 'trace.log' });
        assert.deepEqual(placesOf(analysis.frames), placesOf(anew.frames));
        for (const distance of [-AROUND_EDIT, 0, AROUND_EDIT]) {
          const edited = firstFrameEndingAt(anew.frames, document.offsetAt(at) + distance);
          for (const near of [edited - 1, edited, edited + 1]) {
            if (anew.frames[near]) assert.deepEqual(readAt(analysis, near), readAt(anew, near));
          }
        }
      }
    });
  }
});

/** What is read of a message and of the lines around it. */
const readAt = (analysis: Analysis, index: number) => {
  const { message, logical } = placedMessage(analysis.text, analysis.frames[index]!);
  return { text: message.text, pieces: logical.pieces, envelope: envelopeAt(analysis, index) };
};
