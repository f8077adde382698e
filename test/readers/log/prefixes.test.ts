import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { prefixEnd } from '../../../server/src/readers/log/shapes/prefixes.ts';

/** What is left of a line behind a prefix of that shape; undefined when it has another one. */
function behind(prefix: string, line: string): string | undefined {
  const end = prefixEnd(line, 0, line.length, prefix);
  return end === undefined ? undefined : line.slice(end);
}

suite('a prefix has a shape', () => {
  test('digits stand for digits of any number', () =>
    assert.equal(behind('[9] 18:48:06 ', '[10] 18:48:07 Via: x'), 'Via: x'));
  test('a blank may pad a number', () => assert.equal(behind('Nov  9 ', 'Nov 10 Via: x'), 'Via: x'));
  test('hexadecimal words differ', () => assert.equal(behind('<7f3a9c01> ', '<7f3a9d4e> Via: x'), 'Via: x'));
  test('other letters do not', () => assert.equal(behind('alpha: ', 'omega: Via: x'), undefined));
  test('a blank line may have lost its end', () => assert.equal(behind('sbc1:  ', 'sbc1:'), ''));
  test('what differs behind a hexadecimal word ends the comparison', () => {
    assert.equal(behind('id 1a2b3c4d Via', 'id 1a2b3c4d-Via: x'), undefined);
  });
});
