import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, type PlacedMessage, placedMessage } from '../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../server/src/sip/fields.ts';
import { sampleFacts, sampleMessages } from './sample-messages.ts';
import { structureLayouts } from './structure-layouts.ts';

const placedIn = (document: string): readonly PlacedMessage[] => {
  const { text, frames } = analyse(document, { name: 'trace.log' });
  return frames.map((frame) => placedMessage(text, frame));
};

suite('messages are read whose header fields are members of a structure', () => {
  for (const { name, write, lossy } of structureLayouts) {
    test(name, () => {
      const placed = placedIn(sampleMessages.map(write).join(''));
      assert.deepEqual(
        placed.map(({ message }) => [
          String(statusOf(message) ?? methodOf(message)),
          valueOf(message, 'Call-ID'),
          valueOf(message, 'CSeq'),
        ]),
        sampleFacts,
      );
      // Programs may write names in lower case, and some show no body.
      const shown = placed[0]!.message.text.toLowerCase();
      if (!lossy) assert.equal(shown.trimEnd(), sampleMessages[0]!.trimEnd().toLowerCase());
      for (const { frame, logical } of placed)
        for (const { document, documentLength } of logical.pieces)
          assert.ok(document >= frame.start && document + documentLength <= frame.end);
    });
  }
});

/** Structures that speak of a message and hold none. */
const summaries: readonly (readonly [name: string, text: string])[] = [
  [
    'a record that tells of a message with addresses of packets',
    '{"startLine":"INVITE sip:bob@example.com SIP/2.0","from":"192.0.2.1:5060","to":"192.0.2.2:5060","call_id":"7@192.0.2.1","cseq":"1 INVITE"}\n',
  ],
  [
    'a record with parties and no Via',
    '{"first_line": "SIP/2.0 486 Busy Here", "from": "sip:alice@example.com", "to": "sip:bob@example.com", "call-id": "7@192.0.2.1", "cseq": "1 INVITE"}\n',
  ],
  [
    'header fields as objects',
    '{"line":"SIP/2.0 200 OK","headers":{"Via":[{"protocol":"SIP/2.0/UDP"}],"From":{"uri":"sip:alice@example.com"},"Call-ID":"7","CSeq":{"method":"INVITE","number":1}}}\n',
  ],
  [
    'an element that tells what came of a request',
    '<result><line>SIP/2.0 200 OK</line><From>sip:alice@example.com</From><Call-ID>7@192.0.2.1</Call-ID></result>\n',
  ],
  ['a mapping of a test', 'expect:\n  response: "SIP/2.0 200 OK"\n  headers:\n    CSeq: "1 INVITE"\n    To: "*"\n'],
  [
    'a call of a program',
    'send("INVITE sip:bob@example.com SIP/2.0", "Via", "From", "Call-ID", via="SIP/2.0/UDP 192.0.2.1")\n',
  ],
  [
    'a list of what may come',
    '{"expected":["SIP/2.0 100 Trying","SIP/2.0 180 Ringing","SIP/2.0 200 OK"],"headers":["Via","From","To","Call-ID","CSeq"]}\n',
  ],
];

suite('structures that only speak of a message are none', () => {
  for (const [name, text] of summaries)
    test(name, () => {
      assert.deepEqual(placedIn(text), []);
    });
});
