import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isColouredByGrammar, semanticTokens, tokenTypes } from '../../server/src/features/semantic-tokens.ts';
import { span } from '../../server/src/sip/span.ts';
import { documentOf } from '../support/documents.ts';

const GRAMMARS = { messages: ['log'], configuration: ['properties'] };

const trace = [
  'Got SIP response 486 "Busy Here" back',
  'SIP/2.0 486 Busy Here',
  'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa',
  'Call-ID: one@example.com',
  'CSeq: 1 INVITE',
  '',
].join('\n');

const script = '#!KAMAILIO\nrequest_route {\n    t_reply("486", "Busy Here");\n}\n';

/** The coloured words of a text with their types, in a client with these grammars. */
function coloured(text: string, languageId: string, name: string, grammars?: typeof GRAMMARS): string[] {
  const { document, analysis } = documentOf(text, name, languageId);
  const withGrammar = isColouredByGrammar(document, analysis, grammars);
  const { data } = semanticTokens(analysis, span(0, text.length), document, { withGrammar });
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 5);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    const at = document.offsetAt({ line, character });
    words.push(`${text.slice(at, at + length)} ${tokenTypes[type]}`);
  }
  return words;
}

suite('words are coloured where no grammar colours them', () => {
  const message = ['486 sipStatusError', 'Via sipHeader', 'Call-ID sipHeader', 'CSeq sipHeader', 'INVITE sipMethod'];

  test('in a log, what a grammar cannot see', () => {
    assert.deepEqual(coloured(trace, 'log', 'trace.log', GRAMMARS), ['486 sipStatusError']);
  });

  test('in plain text, which has no grammar, the messages as well', () => {
    assert.deepEqual(coloured(trace, 'plaintext', 'trace.txt', GRAMMARS), ['486 sipStatusError', ...message]);
  });

  test('in any text of a client that has no grammars', () => {
    assert.deepEqual(coloured(trace, 'log', 'trace.log'), ['486 sipStatusError', ...message]);
  });

  test('in a log of more lines than editors tokenize', () => {
    const long = trace + '\n'.repeat(300_000);
    assert.deepEqual(coloured(long, 'log', 'trace.log', GRAMMARS), ['486 sipStatusError', ...message]);
  });

  test('in a configuration file that is shown as plain text', () => {
    assert.deepEqual(coloured(script, 'properties', 'kamailio.cfg', GRAMMARS), []);
    assert.deepEqual(coloured(script, 'plaintext', 'kamailio.inc', GRAMMARS), ['486 sipStatusError']);
  });
});
