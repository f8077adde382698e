import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readRouting } from '../../../../server/src/readers/config/routing/routing.ts';
import type { Term } from '../../../../server/src/readers/mention.ts';
import type { CompletionSlot } from '../../../../server/src/readers/reading.ts';

export const fixtures = 'test/fixtures/routing';
export const corpora = ['../shared/corpora/configs/kamailio', '../shared/corpora/configs/opensips'];

export const read = (file: string): string => readFileSync(`${fixtures}/${file}`, 'utf8');

/** A term in a few words, as the fixtures name it. */
export function brief(term: Term): string {
  switch (term.kind) {
    case 'statusCode':
      return `code ${term.code}`;
    case 'statusClass':
      return `class ${term.digit}`;
    case 'reasonPhrase':
      return `phrase ${term.phrase}`;
    case 'headerField':
      return `header ${term.name}`;
    case 'optionTag':
      return `tag ${term.name}`;
    case 'eventPackage':
      return `event ${term.name}`;
    case 'reasonProtocol':
      return `protocol ${term.name}`;
    case 'headerParameter':
      return `parameter ${term.name}`;
    case 'q850Cause':
      return `cause ${term.code}`;
    case 'value':
      return `${term.of} ${term.name}`;
    default:
      return `${term.kind} ${'name' in term ? term.name : ''}`;
  }
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** What stands behind the marker in each line, by line number. */
export const expectations = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.split('<~')[1]?.trim() ?? '');

/** What is found in each line, by line number. */
export function byLine<T extends { span: { start: number } }>(
  text: string,
  found: readonly T[],
  show: (item: T) => string,
) {
  const lines = text.split('\n').map(() => [] as string[]);
  for (const item of found) lines[lineAt(text, item.span.start) - 1]!.push(show(item));
  return lines.map((line) => line.join(', '));
}

export const mentionsIn = (text: string): readonly string[] =>
  readRouting(text).mentions.map(({ term }) => brief(term));

export const cfg = (statements: string): string => `request_route {\n${statements}\n}\n`;

/** The slot at the `|` in the statements of a route. */
export function slotIn(statements: string): { slot: CompletionSlot | undefined; text: string } {
  const marked = cfg(statements);
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { slot: readRouting(text).slotAt(offset), text };
}

/** The text that a choice would make of the statements of a route, phrase included. */
export function completed(statements: string, choice: string, phrase: string): string {
  const { slot, text } = slotIn(statements);
  assert.ok(slot, 'there is a slot');
  const edits = [{ span: slot.span, newText: choice }];
  // Where both stand at one place, the last one comes first.
  if (slot.phrase) edits.unshift({ span: slot.phrase, newText: (slot.phraseFrame ?? ['', '']).join(phrase) });
  let result = text;
  for (const { span, newText } of edits.sort((one, other) => other.span.start - one.span.start)) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result.slice('request_route {\n'.length, -'\n}\n'.length);
}
