import * as token from './tokens.ts';

/** Signs that are tokens of their own, longer ones before those that they begin with. */
const OPERATORS: readonly (readonly [written: string, kind: number])[] = [
  ['===', token.EQUAL],
  ['!==', token.UNEQUAL],
  ['==', token.EQUAL],
  ['!=', token.UNEQUAL],
  ['~=', token.UNEQUAL],
  ['=~', token.MATCH],
  ['!~', token.MISMATCH],
  ['<=', token.LESS_EQUAL],
  ['>=', token.MORE_EQUAL],
  ['&&', token.AND],
  ['||', token.OR],
  [':=', token.ASSIGN],
  ['=', token.ASSIGN],
  ['!', token.NOT],
  ['<', token.LESS],
  ['>', token.MORE],
  [':', token.COLON],
  [',', token.COMMA],
  [';', token.SEMICOLON],
];

const byFirst: readonly (typeof OPERATORS)[] = Array.from({ length: 128 }, (_, code) =>
  OPERATORS.filter(([written]) => written.charCodeAt(0) === code),
);

const WORDS: ReadonlyMap<string, number> = new Map([
  ['and', token.AND],
  ['or', token.OR],
  ['not', token.NOT],
  ['eq', token.EQUAL],
  ['ieq', token.EQUAL],
  ['ne', token.UNEQUAL],
  ['ine', token.UNEQUAL],
]);

/** The operator or separator at an offset; undefined when there is none. */
export function operatorAt(text: string, at: number): (typeof OPERATORS)[number] | undefined {
  const candidates = byFirst[text.charCodeAt(at)] ?? [];
  for (const operator of candidates) if (text.startsWith(operator[0], at)) return operator;
  return undefined;
}

/** The kind of a word that is an operator. */
export const wordOperator = (text: string, start: number, end: number): number | undefined =>
  end - start === 2 || end - start === 3 ? WORDS.get(text.slice(start, end)) : undefined;
