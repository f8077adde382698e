import { ownCopy } from '../../../sip/own-copy.ts';
import { type Span, textOf } from '../../../sip/span.ts';
import { type Codes, codesWhere, codeVerdict, isNoCode, type Verdict } from './conditions.ts';
import { digitPattern } from './patterns.ts';
import type { State } from './state.ts';

/** Regular expressions over status codes: what they match, and whether they match anything. */

/** What the last patterns fit: a script has few, many times each, and trying one costs as much as reading a route. */
const known = new Map<string, Codes | undefined>();
const MOST_KNOWN = 500;

/** The codes that a pattern fits; undefined when it is more than a pattern over digits. */
function fittingCodes(source: string): Codes | undefined {
  if (known.has(source)) return known.get(source);
  const pattern = digitPattern(source);
  if (!pattern) return undefined;
  const codes = codesWhere((code) => code > 0 && pattern.test(String(code)));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(ownCopy(source), codes);
  return codes;
}

/** What is known when a variable matches a pattern; undefined when that is not known, or reported at the pattern. */
export function patternVerdict(variable: string, source: string): Verdict | undefined {
  const codes = fittingCodes(source);
  return codes && !isNoCode(codes) ? codeVerdict(variable, codes) : undefined;
}

/** Reports a pattern that fits no code from 100 to 699: `7[0-9][0-9]`, or `4xx`, which is no pattern at all. */
export function checkPattern(state: State, literal: Span): void {
  const { tokens, findings } = state;
  const source = textOf(tokens.text, literal);
  const codes = source === '' ? undefined : fittingCodes(source);
  // A written code out of range is a fault of its own, which is reported at the code.
  if (!codes || !isNoCode(codes) || /(?:^|[^0-9])\d{3}(?:[^0-9]|$)/.test(withoutSets(source))) return;
  const classPattern = /^(\^?)([1-6])xx(\$?)$/i.exec(source);
  const meant = classPattern && `${classPattern[1]}${classPattern[2]}[0-9][0-9]${classPattern[3]}`;
  findings.push({
    rule: 'sip.routing-status-pattern',
    span: literal,
    args: [source],
    ...(meant ? { fix: { title: 'replace', args: [meant], edits: [{ span: literal, newText: meant }] } } : {}),
  });
}

/** A pattern whose sets (`[789]`) stand for nothing. */
const withoutSets = (source: string): string => source.replace(/\[[^[\]]*\]/g, '[]');
