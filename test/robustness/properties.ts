import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyse } from '../../server/src/analysis.ts';
import { openDocuments } from '../../server/src/document/open-document.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { answersOf } from '../support/config-answers.ts';
import { documentOf } from '../support/documents.ts';
import {
  type Change,
  change,
  configSeeds,
  damagedConfig,
  damagedLog,
  fileName,
  logSeeds,
  offsets,
} from './arbitraries.ts';
import { askEverything } from './every-feature.ts';
import { packet } from './packets.ts';

/** What has to hold for any input; the tests try some hundred, `npm run fuzz` as many as time allows. */
export const properties = {
  'every question to a damaged log has a sound answer': fc.property(damagedLog, offsets, (text, places) =>
    askEverything(
      documentOf(text),
      places.map((place) => Math.floor(place * text.length)),
    ),
  ),

  'every question to any file has a sound answer': fc.property(
    fc.oneof(damagedConfig, damagedLog, fc.string({ unit: 'binary', maxLength: 300 })),
    fileName,
    offsets,
    (text, name, places) => askEverything(documentOf(text, name, languageOf(name)), at(text, places)),
  ),

  'every question to a hostile packet has a sound answer': fc.property(packet, offsets, (text, places) => {
    askEverything(documentOf(text, 'packet.sip', 'sip'), at(text, places));
    askEverything(documentOf(`Received:\n${text}\n`), at(text, places));
  }),

  'a log has the same answer after any edits as when it is opened': fc.property(
    fc.constantFrom(...logSeeds),
    fc.array(change, { minLength: 1, maxLength: 8 }),
    (text, changes) => assertSameAfterEdits(text, changes, 'trace.log'),
  ),

  'a message file has the same answer after any edits as when it is opened': fc.property(
    fc.constantFrom(...logSeeds),
    fc.array(change, { minLength: 1, maxLength: 5 }),
    (text, changes) => assertSameAfterEdits(text, changes, 'messages.sip'),
  ),

  'a configuration file has the same answer after any edits as when it is opened': fc.property(
    fc.constantFrom(...configSeeds),
    fileName,
    fc.array(change, { minLength: 1, maxLength: 6 }),
    (text, name, changes) => assertSameAfterEdits(text, changes, name),
  ),

  'a log that grows has the same answer as when it is opened': fc.property(
    fc.constantFrom(...logSeeds),
    fc.array(fc.nat(400), { minLength: 1, maxLength: 20 }),
    (text, steps) => assertSameWhileGrowing(text, steps),
  ),
} as const;

const at = (text: string, places: readonly number[]): number[] =>
  places.map((place) => Math.floor(place * text.length));

const languageOf = (name: string): string =>
  name.endsWith('.sip') ? 'sip' : name.endsWith('.log') ? 'log' : 'plaintext';

function assertSameAfterEdits(text: string, changes: readonly Change[], name: string): void {
  let document = openDocuments.create(`file:///${name}`, languageOf(name), 1, text);
  let analysis = analyse(text, { name });
  assert.ok([...problemsOf(analysis, {})].length >= 0, 'judged, so that there is something to reuse');
  for (const one of changes) {
    const start = Math.floor(one.where * document.text.length);
    const range = { start: document.positionAt(start), end: document.positionAt(start + one.gone) };
    document = openDocuments.update(document, [{ range, text: one.come }], document.version + 1);
    analysis = analyse(document.text, { name }, analysis);
    assertSameAs(analysis, analyse(document.text.whole, { name }));
  }
}

function assertSameWhileGrowing(text: string, steps: readonly number[]): void {
  let length = Math.floor(text.length / 2);
  let analysis = analyse(text.slice(0, length), { name: 'trace.log' });
  for (const step of steps) {
    length += step;
    const grown = text.slice(0, length);
    analysis = analyse(grown, { name: 'trace.log' }, analysis);
    assertSameAs(analysis, analyse(grown, { name: 'trace.log' }));
  }
}

function assertSameAs(reused: Analysis, opened: Analysis): void {
  assert.equal(reused.dialect, opened.dialect);
  assert.deepEqual(reused.frames.map(withoutIdentity), opened.frames.map(withoutIdentity));
  assert.deepEqual([...problemsOf(reused, {})], [...problemsOf(opened, {})]);
  const places = [0, 0.2, 0.5, 0.7, 1].map((place) => Math.floor(place * opened.text.length));
  assert.deepEqual(answersOf(reused, places), answersOf(opened, places));
}

const withoutIdentity = ({ start, end, layout, state }: Analysis['frames'][number]) => ({ start, end, layout, state });
