import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt } from '../../../../server/src/analysis.ts';
import { dumps } from './logs/dumps.ts';
import { elements } from './logs/elements.ts';
import { fields } from './logs/fields.ts';
import { headings } from './logs/headings.ts';
import { linesAbove } from './logs/lines-above.ts';
import { linesBelow } from './logs/lines-below.ts';
import { linesBetween } from './logs/lines-between.ts';
import { lists } from './logs/lists.ts';
import { objects } from './logs/objects.ts';
import { oneLine } from './logs/one-line.ts';
import { records } from './logs/records.ts';
import { recordsAbove } from './logs/records-above.ts';
import { tables } from './logs/tables.ts';
import { twoClocks } from './logs/two-clocks.ts';
import { request, saidIn } from './said.ts';

const logs = [
  ...headings,
  ...linesAbove,
  ...linesBetween,
  ...dumps,
  ...oneLine,
  ...fields,
  ...objects,
  ...elements,
  ...lists,
  ...records,
  ...recordsAbove,
  ...tables,
  ...twoClocks,
];

suite('what a log says about a message', () => {
  for (const [name, log, expected] of logs) test(name, () => assert.deepEqual(saidIn(log), expected));

  for (const [name, log, expected] of linesBelow)
    test(`below it: ${name}`, () => assert.deepEqual(saidIn(log, 0), expected));

  test('what it does not say is inferred from the topmost Via, and marked', () => {
    const envelope = envelopeAt(analyse(request, { name: 'trace.log' }), 0);
    assert.deepEqual(envelope, { transport: 'UDP', source: '203.0.113.77:5099', inferred: ['transport', 'source'] });
  });

  test('an IPv6 address in `received` is inferred with the brackets that it need not have there', () => {
    const log = request
      .replace('OPTIONS sip:bob@example.com SIP/2.0', 'SIP/2.0 200 OK')
      .replace('203.0.113.77:5099;', '[2001:db8::77]:5099;received=2001:db8::78;rport=5098;');
    assert.equal(envelopeAt(analyse(log, { name: 'trace.log' }), 0).destination, '[2001:db8::78]:5098');
  });
});
