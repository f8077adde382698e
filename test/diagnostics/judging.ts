import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Finding, MessageContext } from '../../server/src/features/diagnostics/judge.ts';
import { judgeMessage, judgeText } from '../../server/src/features/diagnostics/judge.ts';
import { ruleSeverity } from '../../server/src/features/diagnostics/rules.ts';
import { parseMessage } from '../../server/src/sip/parse.ts';

/** A message as somebody writes it into a file: whole, with a body that ends where the text does. */
export const whole: MessageContext = { complete: true, trustedBodyEnd: true };

/** What is wrong with a message; what is only recognized as familiar has to have no other findings. */
export function judge(text: string, context: Partial<MessageContext> = {}): readonly Finding[] {
  const findings = judgeMessage(parseMessage(text), { ...whole, ...context });
  assert.deepEqual(judgeText(text, { ...whole, ...context }), findings);
  return findings;
}

/** `sip.rule "the text it points to"` for each finding. */
export const described = (text: string, findings: readonly Finding[]): string[] =>
  findings.map(({ rule, span }) => `${rule} at ${span.start} "${text.slice(span.start, span.end)}"`);

/** Only what is an error or a warning in a message file. */
export const loud = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule, slight }) => !slight && ['error', 'warning'].includes(ruleSeverity(rule, false)));

/**
 * Checks that a message breaks these rules and no others. `⟦` and `⟧` mark the places, in the order of the rules:
 * `check('⟦INVTE⟧ sip:bob@example.com SIP/2.0 …', 'sip.misspelt-method')`.
 */
export function check(marked: string, ...rules: readonly string[]): void {
  checkIn({}, marked, ...rules);
}

export function checkIn(context: Partial<MessageContext>, marked: string, ...rules: readonly string[]): void {
  const { text, places } = unmarked(marked);
  const wanted = rules.map((rule, index) => {
    const [start, end] = places[index] ?? [-1, -1];
    return `${rule} at ${start} "${text.slice(start, end)}"`;
  });
  assert.deepEqual(described(text, judge(text, context)), wanted);
}

export function unmarked(marked: string): { text: string; places: [number, number][] } {
  const places: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/(?=[⟦⟧])/)) {
    if (piece.startsWith('⟦')) places.push([text.length, text.length]);
    else if (piece.startsWith('⟧')) places[places.length - 1]![1] = text.length;
    text += piece.replace(/^[⟦⟧]/, '');
  }
  return { text, places };
}

/** The text after a finding's quick fix. */
export function fixed(text: string, finding: Finding): string {
  assert.ok(finding.fix, `${finding.rule} has a fix`);
  return [...finding.fix.edits]
    .sort((one, other) => other.span.start - one.span.start)
    .reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

export const goodFolder = 'test/fixtures/diagnostics/good';

/** A message that is as it should be, from the fixtures. */
export const good = (name: string): string => readFileSync(`${goodFolder}/${name}.sip`, 'utf8');

// What is good is familiar from the start, so that a fault is told from it.
for (const file of readdirSync(goodFolder)) judgeText(good(file.replace(/\.sip$/, '')), whole);
