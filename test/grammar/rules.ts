import type { IRawGrammar } from 'vscode-textmate';

type IRawRule = IRawGrammar['patterns'][number];

/** One rule of a grammar, and where it stands: `sip-log > header > 2`. */
export interface PlacedRule {
  readonly place: string;
  readonly rule: IRawRule;
}

/** All rules of a grammar, those of captures and of the repository among them. */
export function* rulesOf(grammar: IRawGrammar): Generator<PlacedRule> {
  for (const [index, rule] of grammar.patterns.entries()) yield* below(rule, `${grammar.scopeName} > ${index}`);
  for (const [name, rule] of Object.entries(grammar.repository ?? {})) {
    if (typeof rule === 'object') yield* below(rule as IRawRule, `${grammar.scopeName} > ${name}`);
  }
}

function* below(rule: IRawRule, place: string): Generator<PlacedRule> {
  yield { place, rule };
  for (const [index, inner] of (rule.patterns ?? []).entries()) yield* below(inner, `${place} > ${index}`);
  for (const { captures } of capturesOf(rule)) {
    for (const [number, capture] of Object.entries(captures))
      yield* below(capture as IRawRule, `${place} > (${number})`);
  }
}

/** A rule's patterns with the captures that each of them names. */
export const capturesOf = (rule: IRawRule): { pattern: string; captures: object }[] =>
  [
    { pattern: rule.match, captures: rule.captures },
    { pattern: rule.begin, captures: rule.beginCaptures ?? rule.captures },
    { pattern: rule.end, captures: rule.endCaptures ?? rule.captures },
    { pattern: rule.while, captures: rule.whileCaptures ?? rule.captures },
  ].flatMap(({ pattern, captures }) => (typeof pattern === 'string' ? [{ pattern, captures: captures ?? {} }] : []));

/** The names that a rule gives to text, one scope each. */
export const scopesOf = (rule: IRawRule): string[] =>
  [rule.name, rule.contentName].flatMap((names) => (typeof names === 'string' ? names.split(' ') : []));
