import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { valueOf } from '../../../server/src/sip/fields.ts';
import { textOf } from '../../../server/src/sip/span.ts';
import { bytesOf, request, saidIn } from './envelope/said.ts';

/** Fields of packets as `tshark` writes those that somebody asked for. */

const [startLine = '', ...head] = request.trimEnd().split('\n');
const headFields = `${head.join('\\r\\n')}\\r\\n\\r\\n`;
const answerLine = 'SIP/2.0 200 OK';
const hex = bytesOf(request)
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');

const callId = /^Call-ID: (.*)$/m.exec(request)?.[1];

const startLinesOf = (log: string): readonly string[] => {
  const { text, frames } = analyse(log, { name: 'packets.txt' });
  return frames.map((frame) => {
    const { message } = placedMessage(text, frame);
    assert.equal(valueOf(message, 'Call-ID'), callId, log);
    return textOf(message.text, message.startLine.span);
  });
};

const packet = (...members: readonly string[]): string =>
  `[\n  {\n    "_index": "packets",\n    "_source": {\n      "layers": {\n${members.join(',\n')}\n      }\n    }\n  }\n]\n`;
const list = (name: string, value: string): string => `        "${name}": [\n          "${value}"\n        ]`;
const raw = (name: string, value: string): string =>
  `        "${name}": [\n          "${value}",\n          42,\n          181,\n          0,\n          1\n        ]`;

suite('fields of packets', () => {
  test('lists of one string each', () => {
    for (const line of [startLine, answerLine]) {
      const field = line === startLine ? 'sip.Request-Line' : 'sip.Status-Line';
      assert.deepEqual(startLinesOf(packet(list(field, line), list('sip.msg_hdr', headFields))), [line]);
    }
  });

  test('header fields are not joined with the start line of another packet', () => {
    const one = `{"layers":{"sip_msg_hdr":["${headFields}"],"sip_Request-Line":["${startLine}"]}}\n`;
    const other = one.replace('Call-ID: ', 'Call-ID: other-');
    const { text, frames } = analyse(one + other, { name: 'packets.json' });
    for (const frame of frames)
      assert.notEqual(valueOf(placedMessage(text, frame).message, 'Call-ID'), `other-${callId}`);
  });

  test('the bytes alone, which somebody asked for', () => {
    assert.deepEqual(startLinesOf(packet(list('udp.payload', hex))), [startLine]);
    assert.deepEqual(startLinesOf(`{"layers":{"udp_payload":["${hex}"]}}\n`), [startLine]);
  });

  test('bytes beside fields, and bytes of every layer: one message', () => {
    const text = `        "sip": {\n          "sip.Request-Line": "${startLine}",\n          "sip.msg_hdr": "${headFields}"\n        }`;
    assert.deepEqual(startLinesOf(packet(raw('udp.payload_raw', hex), raw('sip_raw', hex), text)), [startLine]);
    assert.deepEqual(
      startLinesOf(packet(raw('frame_raw', `0200${hex}`), raw('udp.payload_raw', hex), raw('sip_raw', hex))),
      [startLine],
    );
  });

  test('rows in apostrophes', () => {
    const row = (line: string): string => `'1795960237.123456';'192.0.2.1';'${line}';;'${headFields}'\n`;
    assert.deepEqual(startLinesOf(row(startLine) + row(answerLine)), [startLine, answerLine]);
  });

  test('rows with fields of the message between its start line and its header fields', () => {
    for (const quote of ['', '"', "'"])
      for (const separator of ['\t', ';', '|', ',']) {
        const quoted = (field: string): string => (field === '' ? '' : quote + field + quote);
        const row = (line: string, isRequest: boolean): string =>
          `${[
            '1795960237.123456',
            '192.0.2.1',
            isRequest ? line : '',
            isRequest ? '' : line,
            callId ?? '',
            '1 OPTIONS',
            headFields,
          ]
            .map(quoted)
            .join(separator)}\n`;
        assert.deepEqual(startLinesOf(row(startLine, true) + row(answerLine, false)), [startLine, answerLine]);
      }
  });

  test('both ends in rows: IPv6 before other columns, and the destination first where the heading says so', () => {
    const six = `1795960237.123456\t2001:db8::1\t5062\t2001:db8::2\t5060\t${startLine}\t\t${headFields}\t\n`;
    assert.deepEqual(saidIn(six), {
      time: '2026-11-29T13:50:37.123456Z',
      source: '[2001:db8::1]:5062',
      destination: '[2001:db8::2]:5060',
    });
    const turned = `ip.dst\tudp.dstport\tip.src\tudp.srcport\tudp.payload\n192.0.2.2\t5060\t192.0.2.1\t5062\t${hex}\n`;
    assert.deepEqual(saidIn(turned), { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' });
  });
});
