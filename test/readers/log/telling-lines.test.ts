import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt } from '../../../server/src/analysis.ts';
import * as tables from './telling-lines.ts';

const request = `OPTIONS sip:ayse@example.com SIP/2.0
Via: SIP/2.0/UDP 203.0.113.77:5099;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:mert@example.net>;tag=a
To: <sip:ayse@example.com>
Call-ID: 1@example.net
CSeq: 1 OPTIONS
Content-Length: 0

`;

/** What is said of the message below a line: what was inferred is left out. */
function said(line: string): string {
  const { time, inferred, ...rest } = envelopeAt(analyse(`${line}\n${request}`, { name: 'trace.log' }), 0);
  const fact = (name: 'direction' | 'transport' | 'source' | 'destination'): string =>
    (inferred as readonly string[]).includes(name) ? '-' : (rest[name] ?? '-');
  return `${time?.text ?? '-'} ${fact('direction')} ${fact('transport')} ${fact('source')} -> ${fact('destination')}`;
}

suite('what a line says of the message below it', () => {
  for (const [theme, lines] of Object.entries(tables)) {
    test(theme, () => {
      assert.deepEqual(
        lines.map(([line]) => [line, said(line)]),
        lines,
      );
    });
  }
});
