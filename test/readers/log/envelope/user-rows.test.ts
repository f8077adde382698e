import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt } from '../../../../server/src/analysis.ts';
import { userFacts } from '../../../../server/src/readers/log/envelope/user/user-facts.ts';
import { compileUserRows } from '../../../../server/src/readers/log/envelope/user/user-rows.ts';

function says(template: string, line: string): object | undefined {
  const { rows, errors } = compileUserRows([template]);
  assert.deepEqual(errors, []);
  const facts = userFacts(rows, line);
  if (!facts) return undefined;
  const { time, ...rest } = facts;
  return { ...(time ? { time: time.text } : {}), ...rest };
}

suite('rows for the products of a user', () => {
  test('a template names what stands where', () => {
    assert.deepEqual(
      says(
        '{time} {direction:RX|TX} {source} => {destination} ({transport})',
        '2026-11-22 18:48:06.123 TX 192.0.2.1:5060 => proxy.example.com:5061 (tls)',
      ),
      {
        time: '2026-11-22T18:48:06.123',
        direction: 'out',
        source: '192.0.2.1:5060',
        destination: 'proxy.example.com:5061',
        transport: 'TLS',
      },
    );
  });

  test('it may begin anywhere in the line, and more may follow', () => {
    assert.deepEqual(says('peer <{remote}>', 'node7 | leg 3 peer <192.0.2.1:5060> 473 octets'), {
      remote: '192.0.2.1:5060',
    });
  });

  test('blanks stand for any number of blanks', () => {
    assert.deepEqual(says('gw {source} via {transport}', 'gw   192.0.2.1:5060 \t via  udp'), {
      source: '192.0.2.1:5060',
      transport: 'UDP',
    });
  });

  test('{*} passes over anything', () => {
    assert.deepEqual(says('call={mark} {*} dir={direction:>|<} ', 'call=77ab leg=2 peer=x dir=> len=3'), {
      mark: '77ab',
      direction: 'in',
    });
  });

  test('several words may stand for a direction', () => {
    assert.deepEqual(says('{direction:Eingang,IN|Ausgang,OUT} {remote}', 'Ausgang 192.0.2.1:5060'), {
      direction: 'out',
      remote: '192.0.2.1:5060',
    });
  });

  test('a line of another kind says nothing', () => {
    assert.equal(says('{time} {direction:RX|TX} {source} => {destination}', '18:48:06 RX nothing here'), undefined);
    assert.equal(says('{source} ({transport})', '192.0.2.1:5060 (473 bytes)'), undefined);
  });

  test('the first template that fits is taken', () => {
    const { rows } = compileUserRows(['A {source}', 'B {source}', '{*} {destination}']);
    assert.deepEqual(userFacts(rows, 'B 192.0.2.1:5060'), { source: '192.0.2.1:5060' });
  });

  const faults: readonly (readonly [template: string, reason: string, at: number])[] = [
    ['{time', 'brace', 0],
    ['time} {source}', 'brace', 4],
    ['{time} {sauce}', 'unknownName', 7],
    ['{source} {source}', 'repeatedName', 9],
    ['{source}{destination}', 'nothingBetween', 8],
    ['{direction:RX}', 'directionWords', 0],
    ['{direction:RX|TX|??}', 'directionWords', 0],
    ['RX from', 'noPlaceholder', 0],
    ['', 'noPlaceholder', 0],
    [`${'x'.repeat(300)}{source}`, 'tooLong', 256],
  ];
  for (const [template, reason, at] of faults) {
    test(`${JSON.stringify(template.slice(0, 24))} is refused: ${reason}`, () => {
      assert.deepEqual(compileUserRows([template, '{source}']), {
        rows: compileUserRows(['{source}']).rows,
        errors: [{ template, at, reason }],
      });
    });
  }

  test('what a row says goes before what the reader would make of the line', () => {
    const text = `#7 ab12 @@ 192.0.2.9:5060 ~~> 192.0.2.1:5060 @@ u @@ egr\n\nOPTIONS sip:bob@example.com SIP/2.0\nVia: SIP/2.0/UDP 198.51.100.7:5062;branch=z9hG4bK1\nCall-ID: 1@example.com\nCSeq: 1 OPTIONS\n\n`;
    const { rows } = compileUserRows([
      '# {*} @@ {source} ~~> {destination} @@',
      '#{*} {mark} @@ {source} ~~> {destination} @@ {*} @@ {direction:ingr|egr}',
    ]);
    const envelope = envelopeAt(analyse(text, { name: 'trace.log' }), 0, rows);
    assert.deepEqual(envelope, {
      direction: 'out',
      source: '192.0.2.9:5060',
      destination: '192.0.2.1:5060',
      mark: 'ab12',
      transport: 'UDP',
      inferred: ['transport'],
    });
  });
});
