import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { envelopeOf } from '../../../server/src/readers/log/envelope/envelope.ts';
import { valueOf } from '../../../server/src/sip/fields.ts';
import { carriers, encodings, heads, type Sent } from './compositions.ts';
import { sampleMessages } from './sample-messages.ts';

/** Every way to write a log through every tool, and a number of them through two tools, with what is to be told of it. */

const [invite = '', trying = '', , ack = ''] = sampleMessages;
const sent: readonly Sent[] = [invite, trying, ack].map((text, i) => ({
  text,
  isOut: i === 1,
  peer: '198.51.100.23:5062',
  own: '192.0.2.10:5060',
  clock: `18:48:0${i + 1}.${884 + i}`,
}));

/** What is read of a log: which messages, whole, and what it says of them. */
function readIn(log: string): readonly object[] {
  const { text, frames } = analyse(log, { name: 'trace.log' });
  let floor = 0;
  return frames.map((frame) => {
    const { message } = placedMessage(text, frame);
    const { time, direction, source, destination } = envelopeOf(text.whole, frame, floor, message);
    floor = frame.end;
    const facts = { time: time?.text, direction, source, destination };
    return { from: valueOf(message, 'From')?.trim(), cseq: valueOf(message, 'CSeq')?.trim(), ...facts };
  });
}

const header = (text: string, name: string): string | undefined => new RegExp(`^${name}: *(.*)$`, 'm').exec(text)?.[1];

function assertTold(head: string, encoding: string, tools: readonly string[]): void {
  const { lines, tells } = heads[head]!;
  const written = sent.flatMap((one) => encodings[encoding]!(lines(one), one.text));
  const log = `${tools.reduce<readonly string[]>((carried, tool) => carriers[tool]!(carried), written).join('\n')}\n`;
  const told = sent.map((one) => ({ from: header(one.text, 'From'), cseq: header(one.text, 'CSeq'), ...tells(one) }));
  // A side that the log does not name may be worked out from the message.
  const read = readIn(log).map((facts, i) => ({
    ...facts,
    ...(told[i]?.source ? {} : { source: undefined }),
    ...(told[i]?.destination ? {} : { destination: undefined }),
  }));
  const none = { source: undefined, destination: undefined };
  assert.deepEqual(
    read,
    told.map((facts) => ({ ...none, ...facts })),
  );
}

/** Rows are looked for on lines, which a string has none of. */
const isRead = (encoding: string, tool: string): boolean =>
  encoding !== 'rows of a dump' || !['jq -Rs', 'a ticket'].includes(tool);

suite('what a log says of its messages, written in one way and carried in another', () => {
  for (const head of Object.keys(heads))
    for (const encoding of Object.keys(encodings))
      for (const tool of Object.keys(carriers).filter((name) => isRead(encoding, name)))
        test(`${head}, ${encoding}, ${tool}`, () => assertTold(head, encoding, [tool]));
});

/** Tools that may have had the log one after the other, and what they may have found in it. */
const RELAYED = [
  'compose',
  'docker, without its times',
  'a log shipper',
  'a quoted mail',
  'cat -n',
  'diff',
  'a terminal',
];
const STRINGS = ['jq -R', 'jq -Rs', 'a ticket'];
const ENCODED = Object.keys(encodings).filter((name) => name !== 'rows of a dump');

/** How many of all that two tools may have made of a log are tried, other ones with another seed. */
const PAIRS = 150;
const SEED = 20_261_122;

/** Numbers below 1 that look as if by chance, the same ones every time (a linear congruential generator). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

suite('what a log says of its messages, carried by one tool and then by another', () => {
  const next = numbersFrom(SEED);
  const oneOf = (names: readonly string[]): string => names[Math.floor(next() * names.length)]!;
  for (let i = 0; i < PAIRS; i++) {
    const [head, encoding, first, second] = [
      oneOf(Object.keys(heads)),
      oneOf(ENCODED),
      oneOf(RELAYED),
      oneOf([...RELAYED, ...STRINGS]),
    ] as const;
    test(`${head}, ${encoding}, ${first}, ${second}`, () => assertTold(head, encoding, [first, second]));
  }
});
