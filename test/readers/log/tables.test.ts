import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';

const message = `ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>;tag=b2
Call-ID: table-1@192.0.2.1
CSeq: 1 ACK
Content-Length: 0

`;

/** Rows of a table: the message in the second column, and a method and a direction behind it in its first line. */
const rowsOf = (border: string, end: string): string =>
  message
    .split('\n')
    .slice(0, -1)
    .map((line, i) => {
      const cells = [i === 0 ? '17' : '', line.padEnd(52), i === 0 ? 'ACK' : '', i === 0 ? 'in' : ''];
      return `${border} ${cells.map((cell) => cell.padEnd(4)).join(` ${border} `)} ${end}\n`;
    })
    .join('');

const tables: Readonly<Record<string, string>> = {
  'sqlite3 in box mode': rowsOf('│', '│'),
  'sqlite3 in table mode': `+------+------+\n${rowsOf('|', '|')}+------+------+\n`,
  'without a border at the end': rowsOf('|', ''),
};

/** Rows as a browser in a terminal draws them: no blanks at the borders, what another cell says half-way down. */
const drawn = (lines: readonly string[]): string => {
  const width = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line, i) => {
    const time = i === lines.length >> 1 ? '2026-11-22 18:48:06' : '';
    return `│${time.padEnd(19)}│${(time && 'in').padEnd(3)}│${line.padEnd(width)}│\n`;
  });
  return `├${'─'.repeat(19)}┼───┼${'─'.repeat(width)}┤\n${rows.join('')}`;
};

const note = `MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-a-branch-that-makes-this-the-widest-line-of-all
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: drawn-1@192.0.2.1
CSeq: 2 MESSAGE
Content-Type: text/plain
Content-Length: 999

C: is full, 部屋 too`;

suite('Messages in a column of a table', () => {
  for (const [name, table] of Object.entries(tables)) {
    test(`${name}: the cells behind it are not of the message`, () => {
      const { text, frames } = analyse(`${table}${table.replaceAll('table-1', 'table-2')}`, { name: 'query.txt' });
      assert.deepEqual(
        frames.map((frame) => placedMessage(text, frame).message.text.trimEnd()),
        [message.trimEnd(), message.replace('table-1', 'table-2').trimEnd()],
      );
    });
  }

  test('drawn without blanks at its borders, a time beside one of the lines, a body that does not measure up', () => {
    const { text, frames } = analyse(drawn(note.split('\n')) + drawn(message.trimEnd().split('\n')), {
      name: 'trace.txt',
    });
    assert.deepEqual(
      frames.map((frame) => placedMessage(text, frame).message.text.trimEnd()),
      [note, message.trimEnd()],
    );
  });
});
