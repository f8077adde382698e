import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../../server/src/analysis.ts';
import { bytesOf, request, saidIn } from './said.ts';

/** Two messages that one segment of a stream carried. */
const first = request.replace('SIP/2.0/UDP', 'SIP/2.0/TCP');
const second = first.replace('Call-ID: ', 'Call-ID: second-');

const spelt = (message: string): string => JSON.stringify(message.replaceAll('\n', '\r\n')).slice(1, -1);

const rows = (text: string): string => {
  const bytes = bytesOf(text);
  const line = (row: readonly number[], i: number): string => {
    const seen = row.map((code) => (code < 32 ? '.' : String.fromCharCode(code))).join('');
    const pairs = row.map((code, at) => code.toString(16).padStart(2, '0') + (at % 2 ? ' ' : '')).join('');
    return `\t0x${(i * 16).toString(16).padStart(4, '0')}:  ${pairs.trimEnd().padEnd(39)}  ${seen}\n`;
  };
  return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => line(bytes.slice(i * 16, i * 16 + 16), i)).join(
    '',
  );
};

const fields = (message: string): string => {
  const [startLine = '', ...head] = message.trimEnd().split('\n');
  return `{"sip.Request-Line":"${startLine}","sip.msg_hdr":"${spelt(head.join('\n'))}\\r\\n\\r\\n","sip.contact.addr":"sip:203.0.113.77:5099"}`;
};

const said = { transport: 'TCP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' };
const packet = '13:50:37.123456 IP 192.0.2.1.5062 > 192.0.2.2.5060: Flags [P.], seq 1:520, ack 1, win 512, length 519';

suite('messages that share a packet', () => {
  test('what tcpdump says of the packet it says of both, as text and as bytes', () => {
    for (const log of [`${packet}\nE..4.@..P....${first}${second}`, `${packet}\n${rows(first + second)}`])
      for (const index of [0, 1]) assert.deepEqual(saidIn(log, index), { time: '13:50:37.123456', ...said }, log);
  });

  test('what one read of a socket brought', () => {
    const log = `13:50:37.123456 recvfrom(5, "${spelt(first + second)}", 65535, 0) = 519\n`;
    for (const index of [0, 1]) assert.deepEqual(saidIn(log, index), { time: '13:50:37.123456', direction: 'in' });
  });

  test('layers beside each other, of which the first holds both', () => {
    const both = fields(first).replace('","sip.contact', `${spelt(second)}","sip.contact`);
    const log = `{"_source":{"layers":{"frame":{"frame.time_epoch":"1795960237.123456"},"ip":{"ip.src":"192.0.2.1","ip.dst":"192.0.2.2"},"tcp":{"tcp.srcport":"5062","tcp.dstport":"5060"},"sip":[${both},${fields(second)}]}}}\n`;
    for (const index of [0, 1]) assert.deepEqual(saidIn(log, index), { time: '2026-11-29T13:50:37.123456Z', ...said });
    assert.equal(analyse(log, { name: 'packets.json' }).frames.length, 2);
  });

  test('not what came the other way, nor what a datagram cannot hold, nor what somebody put below one line', () => {
    const other = second.replace('203.0.113.77', '203.0.113.78');
    assert.deepEqual(saidIn(`${packet}\n${first}${other}`, 1), {});
    assert.deepEqual(
      saidIn(
        `13:50:37 IP 192.0.2.1.5062 > 192.0.2.2.5060: UDP, length 512\n${request}${request.replace('Call-ID: ', 'Call-ID: x')}`,
        1,
      ),
      {},
    );
    assert.deepEqual(saidIn(`received:\n${first}${second}`, 1), {});
  });
});
