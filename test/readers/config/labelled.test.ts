import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { analyse, mentionsIn } from '../../../server/src/analysis.ts';
import { problemsOf } from '../../../server/src/features/problems.ts';
import { type Span, span } from '../../../server/src/sip/span.ts';

const folder = 'test/fixtures/labelled';

/** A file of the sample: its text, and the places in it that «angles» mark as SIP. */
interface Labelled {
  readonly text: string;
  readonly places: readonly Span[];
}

function labelled(file: string): Labelled {
  const places: Span[] = [];
  let text = '';
  for (const part of readFileSync(`${folder}/${file}`, 'utf8').split('«')) {
    const end = part.indexOf('»');
    if (end >= 0) places.push(span(text.length, text.length + end));
    text += part.replace('»', '');
  }
  return { text, places };
}

/** What is mentioned in a file; of a whole message in it only what is the file's own: the keywords. */
function mentionedIn(text: string, name: string): readonly Span[] {
  const analysis = analyse(text, { name });
  const inFrame = ({ start }: Span) => analysis.frames.some((frame) => frame.start <= start && start < frame.end);
  return [...mentionsIn(analysis, span(0, text.length))]
    .filter(({ term, span }) => term.kind === 'dialectTerm' || !inFrame(span))
    .map((mention) => mention.span);
}

const key = ({ start, end }: Span): string => `${start}–${end}`;

interface Score {
  readonly right: number;
  readonly invented: readonly string[];
  readonly missed: readonly string[];
}

function scoreOf(file: string): Score {
  const { text, places } = labelled(file);
  const mentioned = mentionedIn(text, file);
  const show = (place: Span): string =>
    `${text.slice(0, place.start).split('\n').length}: ${text.slice(place.start, place.end)}`;
  const expected = new Set(places.map(key));
  const found = new Set(mentioned.map(key));
  return {
    right: places.filter((place) => found.has(key(place))).length,
    invented: mentioned.filter((place) => !expected.has(key(place))).map(show),
    missed: places.filter((place) => !found.has(key(place))).map(show),
  };
}

/**
 * A sample of every kind of configuration file, labelled by hand: everything in it that is SIP, between numbers, names
 * and comments that only look so.
 */
suite('Configuration files, labelled by hand', () => {
  const files = readdirSync(folder);
  const scores = new Map(files.map((file) => [file, scoreOf(file)]));
  const sum = (count: (score: Score) => number): number =>
    [...scores.values()].reduce((all, one) => all + count(one), 0);

  for (const [file, { invented, missed }] of scores) {
    test(`${file}: nothing is missed, nothing invented`, () =>
      assert.deepEqual({ missed, invented }, { missed: [], invented: [] }));
  }

  test('of what is mentioned, more than 98 % is SIP', () => {
    const right = sum((score) => score.right);
    assert.ok(right / (right + sum((score) => score.invented.length)) > 0.98);
  });

  test('of what is SIP, more than 98 % is mentioned', () => {
    const right = sum((score) => score.right);
    assert.ok(right >= 200, 'the sample is large enough to tell');
    assert.ok(right / (right + sum((score) => score.missed.length)) > 0.98);
  });

  for (const file of files) {
    test(`${file} has no problem`, () => {
      const { text } = labelled(file);
      assert.deepEqual(
        [...problemsOf(analyse(text, { name: file }), {})].map(
          (problem) => `${problem.rule} ${text.slice(problem.span.start, problem.span.end)}`,
        ),
        [],
      );
    });
  }
});
