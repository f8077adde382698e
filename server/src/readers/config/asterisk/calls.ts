import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { closing, next, parts } from './brackets.ts';
import { type Draft, dialectTerm } from './draft.ts';
import { application, dialplanFunction, type Row, type ValueSpec, variable } from './table.ts';
import { readValue } from './values.ts';

/**
 * A call of an application as a dialplan writes it: `Hangup(17)`, `Answer`, or the old `Dial,SIP/100|20`. The last
 * closing parenthesis ends it, whatever stands between, as in Asterisk.
 */
export function readApplication(draft: Draft, start: number, end: number): void {
  const { text } = draft;
  const name = wordAt(text, start, end);
  draft.slots.push({ span: name, of: 'dialectTerm', group: 'application' });
  const found = name.end > name.start ? application(textOf(text, name)) : undefined;
  if (!found) return;
  if (!found.silent) dialectTerm(draft, 'application', found.name, name);
  const after = trimmed(text, name.end, end).start;
  const opener = text[after];
  if (opener === '(' && after < end) {
    const close = text.lastIndexOf(')', end - 1);
    readArguments(draft, found.name, found.row, after + 1, close > after ? close : end, ',');
  } else if ((opener === ',' || opener === '|') && after < end)
    readArguments(draft, found.name, found.row, after + 1, end, text.slice(after + 1, end).includes('|') ? '|' : ',');
}

function readArguments(draft: Draft, owner: string, row: Row, start: number, end: number, separator: string): void {
  if (row.branches) readBranches(draft, start, end);
  else if (row.nested) readApplication(draft, trimmed(draft.text, start, end).start, end);
  else if (row.assigns) for (const part of assignments(draft, owner, start, end)) readAssignment(draft, part);
  else if (row.args) {
    const whole = row.wholeArgument ? [trimmed(draft.text, start, end)] : parts(draft.text, start, end, separator);
    readSpecified(draft, owner, row.args, whole);
  }
}

function readSpecified(draft: Draft, owner: string, specs: readonly (ValueSpec | null)[], args: readonly Span[]): void {
  for (const [index, spec] of specs.entries()) {
    const value = args[index];
    if (spec && value) readValue(draft, value, spec, { owner, rule: 'sip.asterisk-argument', args });
  }
}

/** `condition?App(…):App(…)`, and the old `condition,App,argument`. */
function readBranches(draft: Draft, start: number, end: number): void {
  const { text } = draft;
  const question = next(text, start, end, '?');
  if (question >= end) {
    const [, name, argument] = parts(text, start, end, ',');
    if (name && argument) {
      const found = application(textOf(text, name));
      if (!found) return;
      if (!found.silent) dialectTerm(draft, 'application', found.name, name);
      readSpecified(draft, found.name, found.row.args ?? [], [argument]);
    } else if (name) readApplication(draft, name.start, name.end);
    return;
  }
  const colon = next(text, question + 1, end, ':');
  readBranch(draft, question + 1, colon);
  if (colon < end) readBranch(draft, colon + 1, end);
}

function readBranch(draft: Draft, start: number, end: number): void {
  const branch = trimmed(draft.text, start, end);
  if (branch.end > branch.start) readApplication(draft, branch.start, branch.end);
}

const assignments = (draft: Draft, owner: string, start: number, end: number): readonly Span[] =>
  owner === 'MSet' ? parts(draft.text, start, end, ',') : [trimmed(draft.text, start, end)];

/** `NAME=value` or `FUNCTION(arguments)=value`. */
export function readAssignment(draft: Draft, part: Span): void {
  const { text } = draft;
  const name = wordAt(text, part.start, part.end);
  if (name.end === name.start) return;
  const after = trimmed(text, name.end, part.end).start;
  if (text[after] === '(') {
    const close = closing(text, after, part.end);
    const args = readFunction(draft, name, after + 1, close);
    const equals = trimmed(text, close + 1, part.end).start;
    if (text[equals] !== '=' || equals >= part.end) return;
    const found = dialplanFunction(textOf(text, name));
    if (found?.row.set)
      readValue(draft, trimmed(text, equals + 1, part.end), found.row.set, {
        owner: found.name,
        rule: 'sip.asterisk-argument',
        args,
      });
    return;
  }
  if (text[after] !== '=' || after >= part.end) return;
  const known = variable(textOf(text, name));
  if (!known) return;
  dialectTerm(draft, 'variable', known.name, name);
  if (known.row.set)
    readValue(draft, trimmed(text, after + 1, part.end), known.row.set, {
      owner: known.name,
      rule: 'sip.asterisk-argument',
      compared: true,
    });
}

/** A function whose arguments stand in a range; gives the arguments back. */
export function readFunction(draft: Draft, name: Span, start: number, end: number, depth = 0): readonly Span[] {
  const args = parts(draft.text, start, end, ',');
  const found = dialplanFunction(textOf(draft.text, name));
  if (!found) return args;
  if (!found.silent) dialectTerm(draft, 'function', found.name, name);
  readSpecified(draft, found.name, found.row.args ?? [], args);
  for (const index of found.row.references ?? []) if (args[index]) readNamed(draft, args[index], depth + 1);
  return args;
}

/** Nobody nests deeper, and each level is gone through again. */
const DEEPEST = 8;

/** A variable or a call of a function that is named without `${…}`. */
function readNamed(draft: Draft, value: Span, depth: number): void {
  if (depth > DEEPEST) return;
  const name = wordAt(draft.text, value.start, value.end);
  if (draft.text[name.end] === '(' && name.end < value.end) {
    readFunction(draft, name, name.end + 1, closing(draft.text, name.end, value.end), depth);
    return;
  }
  const known = name.end === value.end ? variable(textOf(draft.text, name)) : undefined;
  if (known) dialectTerm(draft, 'variable', known.name, name);
}

/** The word (letters, digits, `_`) that begins at an offset; applications and variables are words. */
export function wordAt(text: string, start: number, end: number): Span {
  let at = start;
  while (at < end && isWordCode(text.charCodeAt(at))) at++;
  return span(start, at);
}

export const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
