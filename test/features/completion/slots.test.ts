import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/src/features/completion/completion.ts';
import { readBlocks, wholeFile } from '../../../server/src/readers/config/blocks.ts';
import type { CompletionSlot, Dialect } from '../../../server/src/readers/reading.ts';
import { span } from '../../../server/src/sip/span.ts';
import { documentOf, withCaret } from '../../support/documents.ts';
import { editsOf, plain } from './offered.ts';

suite('slots of configuration files', () => {
  const inSlot = (
    marked: string,
    slot: Omit<CompletionSlot, 'span'> & { span?: CompletionSlot['span'] },
    dialect: Dialect = 'routing',
  ) => {
    const { text, offset } = withCaret(marked);
    const { document, analysis } = documentOf(text, 'proxy.cfg', 'plaintext');
    const reading = {
      mentions: [],
      frames: [],
      findings: [],
      wildcards: [],
      slotAt: () => ({ span: span(offset, offset), ...slot }),
    };
    const config = readBlocks(
      wholeFile(() => reading),
      text,
    );
    const items = complete({ ...analysis, dialect, config }, offset, plain, document);
    return { items, labels: items.map(({ label }) => label), document };
  };
  const chosen = ({ items, document }: ReturnType<typeof inSlot>, label: string) => {
    const item = items.find((one) => one.label === label)!;
    const copy = TextDocument.create(document.uri, 'plaintext', 1, document.text.whole);
    return TextDocument.applyEdits(copy, editsOf(item));
  };

  test('nothing is offered for a value that a lone carriage return breaks, for no client edits two lines at once', () => {
    const values = (marked: string) => inSlot(marked, { of: 'method', span: span(0, marked.length - 1) }).labels;
    assert.ok(values('INV|ITE').includes('INVITE'));
    assert.deepEqual(values('INV|\rITE'), []);
  });

  test('a code fills the phrase beside it', () => {
    const text = 't_reply("|", "");';
    const phrase = span(text.indexOf('""'), text.indexOf('""'));
    assert.equal(chosen(inSlot(text, { of: 'statusCode', phrase }), '486 Busy Here'), 't_reply("486", "Busy Here");');
  });

  test('a code writes the phrase that is not there yet', () => {
    const text = 't_reply("|");';
    const end = text.indexOf(')') - 1;
    const slot = { of: 'statusCode', phrase: span(end, end), phraseFrame: [', "', '"'] } as const;
    assert.equal(chosen(inSlot(text, slot), '404 Not Found'), 't_reply("404", "Not Found");');
  });

  test('a code alone is a code alone', () => {
    assert.equal(chosen(inSlot('t_check_status("|")', { of: 'statusCode' }), '486 Busy Here'), 't_check_status("486")');
  });

  test('phrases are those of the code, or of every code', () => {
    assert.deepEqual(inSlot('t_reply("486", "|")', { of: 'reasonPhrase', code: 486 }).labels, ['Busy Here']);
    assert.ok(inSlot('"|"', { of: 'reasonPhrase' }).labels.includes('Not Found'));
  });

  test('methods, header fields, tags, packages and causes', () => {
    assert.equal(chosen(inSlot('is_method("|")', { of: 'method' }), 'ACK'), 'is_method("ACK")');
    assert.equal(chosen(inSlot('remove_hf("|")', { of: 'headerField' }), 'Route'), 'remove_hf("Route")');
    assert.ok(inSlot('|', { of: 'optionTag' }).labels.includes('100rel'));
    assert.ok(inSlot('|', { of: 'eventPackage' }).labels.includes('presence'));
    assert.equal(chosen(inSlot('Hangup(|)', { of: 'q850Cause' }, 'asterisk'), '17 User busy'), 'Hangup(17)');
    assert.ok(inSlot('|', { of: 'causeName' }, 'freeswitch').labels.includes('USER_BUSY'));
  });

  test('words of a dialect, or those of this file', () => {
    assert.ok(inSlot('[|]', { of: 'dialectTerm', group: 'keyword' }, 'sipp').labels.includes('call_id'));
    assert.ok(inSlot('|', { of: 'dialectTerm', group: 'application' }, 'asterisk').labels.includes('Hangup'));
    assert.ok(inSlot('|', { of: 'dialectTerm', group: 'application' }, 'freeswitch').labels.includes('pre_answer'));
    assert.deepEqual(inSlot('next="|"', { of: 'dialectTerm', group: 'label', names: ['1', '2'] }, 'sipp').labels, [
      '1',
      '2',
    ]);
    assert.deepEqual(inSlot('|', { of: 'dialectTerm', group: 'no such group' }).labels, []);
  });
});
