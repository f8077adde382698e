import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { layouts } from '../readers/log/layouts.ts';
import { sampleMessages } from '../readers/log/sample-messages.ts';

/** Texts and edits for fuzzing: what logs and messages look like, and what hurts those who read them. */

const corpora = '../shared/corpora';
/** Of a longer text only a part from its middle is used, so that a run stays short. */
const LONGEST_SEED = 6000;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const seedFiles = (folder: string): readonly string[] =>
  existsSync(join(corpora, folder)) ? filesIn(join(corpora, folder)).map(partOf) : [];

function partOf(text: string): string {
  const start = Math.max(0, Math.floor((text.length - LONGEST_SEED) / 2));
  return text.slice(start, start + LONGEST_SEED);
}

const ownLogs: readonly string[] = layouts.map((layout) =>
  sampleMessages.map((message, index) => layout.write(message, index)).join(''),
);

/** The own logs, and the corpora where they are there. */
export const logSeeds: readonly string[] = [...ownLogs, ...seedFiles('logs'), ...seedFiles('messages')];
/** The own fixtures, and the corpora where they are there. */
export const configSeeds: readonly string[] = [
  ...['routing', 'asterisk', 'freeswitch', 'sipp', 'labelled'].flatMap((folder) =>
    filesIn(`test/fixtures/${folder}`).map(partOf),
  ),
  ...seedFiles('configs'),
];

/** What hurts: separators, quotes, brackets, line ends, escapes, control characters, half characters, start lines. */
const spice = fc.constantFrom(
  ...[...'",;<>:=@%?[](){}\\/*#| \t\r\n'],
  '\u0000',
  '\u001b[31m',
  '\ud83d',
  '\udca9',
  '\ufffd',
  '\r\n',
  '\r\n\r\n',
  '\r\r\n',
  '#015#012',
  '\\r\\n',
  '\u2028',
  '""',
  'SIP/2.0',
  'SIP/2.0 200 OK\n',
  'INVITE sip:a@example.com SIP/2.0\n',
  'Via: SIP/2.0/UDP a\n',
  'Content-Length: 99999\n',
  'Content-Length: 0\r\n\r\n',
  'Content-Type: multipart/mixed;boundary=x\n',
  '--x\n',
  'v=0\n',
  '%n%s%x',
  '99999999999999999999',
);

/** Where a text is changed (as a part of its length), how much of it goes, and what comes in. */
export interface Change {
  readonly where: number;
  readonly gone: number;
  readonly come: string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const come = fc.oneof(
  fc.array(spice, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(...sampleMessages),
);

export const change: fc.Arbitrary<Change> = fc.record({
  where: place,
  gone: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(2000)),
  come,
});

export function changed(text: string, { where, gone, come }: Change): string {
  const at = Math.floor(where * text.length);
  return text.slice(0, at) + come + text.slice(at + gone);
}

/** A log with some damage. */
export const damagedLog: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...logSeeds), fc.array(change, { maxLength: 6 }))
  .map(([text, changes]) => changes.reduce(changed, text));

/** A configuration file with some damage. */
export const damagedConfig: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...configSeeds), fc.array(change, { maxLength: 6 }))
  .map(([text, changes]) => changes.reduce(changed, text));

/** Names that lead to every reader. */
export const fileName = fc.constantFrom(
  'trace.log',
  'trace.log',
  'message.sip',
  'notes.txt',
  'kamailio.cfg',
  'opensips.cfg',
  'extensions.conf',
  'extensions.ael',
  'pjsip.conf',
  'dialplan.xml',
  'scenario.xml',
  'route.lua',
);

export const offsets = fc.array(place, { minLength: 1, maxLength: 6 });
