import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../server/src/analysis.ts';

const trying = `Nov 22 18:48:06.123: //-1/xxxx/SIP/Msg/ccsipDisplayMsg:
Received:
SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@192.0.2.1
CSeq: 1 INVITE
Content-Length: 0

`;
const ack = 'Nov 22 18:48:07.123: //-1/xxxx/SIP/Msg/ccsipDisplayMsg:\nSent:\nACK sip:bob@example.com SIP/2.0';
const next = 'Nov 22 18:48:08.123: //-1/xxxx/SIP/Msg/ccsipDisplayMsg:\nReceived:\n';

const framesOf = (log: string) => analyse(log, { name: 'trace.log' }).frames;
const statesOf = (log: string): readonly string[] => framesOf(log).map(({ state }) => state);

suite('a start line alone', () => {
  const shown: Readonly<Record<string, string>> = {
    'at the end of the file': `${trying}${ack}`,
    'and a line break': `${trying}${ack}\n`,
    'and the beginning of a name': `${trying}${ack}\nVi`,
    'before the next record': `${trying}${ack}\n${next}`,
  };
  for (const [name, log] of Object.entries(shown)) {
    test(`${name} is a message that the log cut, as it announces its messages`, () => {
      assert.deepEqual(statesOf(log), ['complete', 'partial']);
    });
  }

  const silent: Readonly<Record<string, string>> = {
    'that nothing announces': `${trying}Statistics:\nSIP/2.0 200 OK\n`,
    'with counts': `${trying}Answers sent:\nSIP/2.0 200 OK   12\n`,
    'that words follow': `${trying}Sent:\nSIP/2.0 200 OK\nwas the answer.\n`,
    'that others follow': `${trying}Sent so far:\nSIP/2.0 200 OK\nSIP/2.0 404 Not Found\n`,
    'behind a line that tells of it': `${trying}18:48:07 sent SIP/2.0 200 OK\n`,
  };
  for (const [name, log] of Object.entries(silent)) {
    test(`${name} is none`, () => assert.deepEqual(statesOf(log), ['complete']));
  }

  test('in a log without messages is none', () => assert.deepEqual(framesOf(`${ack}\n`), []));
});
