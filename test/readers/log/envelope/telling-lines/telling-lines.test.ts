import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { request, saidIn } from '../said.ts';
import { addresses } from './addresses.ts';
import { directions } from './directions.ts';
import { languages } from './languages.ts';
import { products } from './products.ts';
import { temptations } from './temptations.ts';
import { times } from './times.ts';
import { transports } from './transports.ts';
import { watchers } from './watchers.ts';

function saidBy(line: string): string {
  const { time, direction, transport, source, destination } = saidIn(`${line}\n${request}`);
  return `${time ?? '-'} ${direction ?? '-'} ${transport ?? '-'} ${source ?? '-'} -> ${destination ?? '-'}`;
}

suite('what a line says of the message below it', () => {
  for (const [theme, lines] of Object.entries({
    times,
    addresses,
    transports,
    directions,
    languages,
    products,
    watchers,
    temptations,
  })) {
    test(theme, () => {
      assert.deepEqual(
        lines.map(([line]) => [line, saidBy(line)]),
        lines,
      );
    });
  }
});
