import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { described, fixed, good, judge, unmarked } from '../judging.ts';

/**
 * A good message, one fault put into it, and the rule that must report it: at the place that `⟦ ⟧` marks, or at the
 * start line when what is wrong is not there. No other rule may speak up.
 */
export type Mutation = readonly [message: string, from: string, to: string, rule: string];

/** Rules by what is written in the place of one text in a message. */
type RulesByText = Readonly<Record<string, string>>;

export const inPlaceOf = (message: string, from: string, rules: RulesByText): readonly Mutation[] =>
  Object.entries(rules).map(([to, rule]) => [message, from, to, rule]);

/** One header field more each time, before `Content-Length`. */
export const adding = (message: string, rules: RulesByText): readonly Mutation[] =>
  Object.entries(rules).map(([line, rule]) => [message, 'Content-Length: ', `${line}\nContent-Length: `, rule]);

function mutated([message, from, to]: Mutation): { text: string; place: readonly [number, number] | undefined } {
  const original = good(message);
  assert.equal(original.split(from).length, 2, `“${from}” stands once in ${message}`);
  const marked = original.replace(from, () => to);
  const { text, places } = unmarked(marked);
  return { text, place: places[0] };
}

/** A changed body has another length; that is not the fault under test. */
function withLength(mutation: Mutation, text: string): string {
  const original = good(mutation[0]);
  const isBody = original.indexOf(mutation[1]) > original.indexOf('\n\n');
  if (!isBody) return text;
  const bytes = Buffer.byteLength(text.slice(text.indexOf('\n\n') + 2).replaceAll('\n', '\r\n'));
  return text.replace(/^(Content-Length|l): \d+$/m, (line, name: string) => `${name}: ${bytes}`.padEnd(line.length));
}

export function oneFaultEach(families: Readonly<Record<string, readonly Mutation[]>>): void {
  for (const [family, mutations] of Object.entries(families)) {
    suite(`One fault each: ${family}`, () => {
      for (const mutation of mutations) {
        const [message, from, to, rule] = mutation;
        test(`${message}: ${JSON.stringify(from.slice(0, 40))} → ${JSON.stringify(to.slice(0, 60))}`, () => {
          const { text: raw, place } = mutated(mutation);
          const text = withLength(mutation, raw);
          const found = judge(text);
          assert.deepEqual(
            found.map((finding) => finding.rule),
            rule === 'sip.none' ? [] : [rule],
            described(text, found).join('\n'),
          );
          if (place && found[0]) {
            const { start, end } = found[0].span;
            assert.equal(text.slice(start, end), text.slice(...place));
          }
        });

        const broken = withLength(mutation, mutated(mutation).text);
        const fixable = judge(broken).find((one) => one.fix);
        if (!fixable) continue;
        test(`${message}: ${JSON.stringify(to.slice(0, 60))} is good again after its fix`, () => {
          const after = withLength(mutation, fixed(broken, fixable));
          assert.deepEqual(described(after, judge(after)), []);
        });
      }
    });
  }
}
