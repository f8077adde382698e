import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { type BlockReader, blockText, type Cut } from '../blocks.ts';
import { indexWithin } from '../index-within.ts';
import { closing, next } from './brackets.ts';
import { readApplication, readAssignment, wordAt } from './calls.ts';
import { finished, newDraft } from './draft.ts';
import { readReferences } from './expressions.ts';
import {
  type DialplanBlock,
  type DialplanReading,
  dialplanBlock,
  ExtensionNamesIn,
  withExtensionNames,
} from './extension-names.ts';
import { type Entry, variable } from './table.ts';
import { readValue } from './values.ts';

const conditions = new Set(['if', 'while', 'for', 'elseif']);
const spoken = new Set([
  'goto',
  'jump',
  'return',
  'break',
  'continue',
  'default',
  'includes',
  'switches',
  'eswitches',
  'globals',
  'context',
  'macro',
  'abstract',
  'extend',
  'ignorepat',
  'hint',
  'regexten',
  'catch',
  'else',
  'random',
  'iftime',
  'switch',
]);

/** Reads `extensions.ael`: statements end in `;`, blocks stand in braces, comments are those of C++. */
export const aelReader: BlockReader<DialplanBlock> = {
  blockAt: (text, start) => {
    const cut = cutAt(text, start);
    return dialplanBlock(start, cut, readStatements(blockText(text, start, cut)));
  },
  together: withExtensionNames,
};

/** The end of a block: the next statement that opens a context or names an extension. */
function cutAt(text: string, start: number): Cut {
  for (const { from, to, brace } of statementsIn(text, start)) {
    const statement = trimmed(text, from, to);
    if (statement.start > start && opensBlock(text, statement, brace)) return { end: statement.start, seen: to + 2 };
  }
  return { end: text.length, seen: Number.POSITIVE_INFINITY };
}

const contexts = new Set(['context', 'macro', 'globals', 'abstract', 'extend']);

function opensBlock(text: string, statement: Span, brace: string): boolean {
  if (brace === '{' && contexts.has(textOf(text, wordAt(text, statement.start, statement.end)))) return true;
  const arrow = indexWithin(text, '=>', statement.start, statement.end);
  return arrow >= 0 && isExtensionName(text, statement.start, arrow);
}

/** Labels, conditions and `else` that are looked past before the rest of a statement is left alone. */
const MOST_PREFIXES = 64;

function readStatements(text: string): DialplanReading {
  const draft = newDraft(text);
  const names = new ExtensionNamesIn(text);
  /** What each open block switches on, if it is a `switch` on a variable that we know. */
  const blocks: (Entry | undefined)[] = [];

  const readStatement = (start: number, end: number): Entry | undefined => {
    const statement = trimmed(text, start, end);
    if (statement.end === statement.start) return undefined;
    names.used(statement);
    return readBody(afterLabels(statement));
  };

  /** Goes past `name =>`, `case VALUE:` and `label:`. */
  const afterLabels = (statement: Span, passed = 0): Span => {
    if (passed === MOST_PREFIXES) return statement;
    const arrow = indexWithin(text, '=>', statement.start, statement.end);
    if (arrow >= 0 && arrow < statement.end && isExtensionName(text, statement.start, arrow)) {
      names.declared(trimmed(text, behindHint(text, statement.start, arrow), arrow));
      return afterLabels(trimmed(text, arrow + 2, statement.end), passed + 1);
    }
    const word = wordAt(text, statement.start, statement.end);
    const keyword = textOf(text, word);
    if (keyword === 'case' || keyword === 'pattern') {
      const colon = next(text, word.end, statement.end, ':');
      const subject = blocks.at(-1)?.row.compare;
      const value = trimmed(text, word.end, colon);
      if (subject && keyword === 'case')
        readValue(draft, value, subject, { owner: blocks.at(-1)!.name, rule: 'sip.asterisk-argument', compared: true });
      return colon < statement.end
        ? afterLabels(trimmed(text, colon + 1, statement.end), passed + 1)
        : span(colon, colon);
    }
    const after = trimmed(text, word.end, statement.end).start;
    if (word.end > word.start && text[after] === ':' && after < statement.end)
      return afterLabels(trimmed(text, after + 1, statement.end), passed + 1);
    return statement;
  };

  const readBody = (body: Span, passed = 0): Entry | undefined => {
    if (passed === MOST_PREFIXES) return undefined;
    const word = wordAt(text, body.start, body.end);
    const keyword = textOf(text, word).toLowerCase();
    const after = trimmed(text, word.end, body.end).start;
    if (keyword === 'else' || keyword === 'local' || keyword === 'global')
      return after < body.end ? readBody(span(after, body.end), passed + 1) : undefined;
    const isCondition = conditions.has(keyword) && text[after] === '(';
    const close = isCondition ? closing(text, after, body.end) : body.end;
    readReferences(draft, body.start, close, isCondition);
    if (isCondition) {
      const rest = trimmed(text, close + 1, body.end);
      return rest.end > rest.start ? readBody(rest, passed + 1) : undefined;
    }
    if (keyword === 'switch') return switchedOn(text, after, body.end);
    if (spoken.has(keyword) || word.end === word.start) return undefined;
    if (isAssignment(text, after, body.end)) readAssignment(draft, body);
    else readApplication(draft, body.start, body.end);
    return undefined;
  };

  for (const { from, to, brace } of statementsIn(text, 0)) {
    const subject = readStatement(from, to);
    if (brace === '{') blocks.push(subject);
    else if (brace === '}') blocks.pop();
  }
  return { reading: finished(draft), names: names.found() };
}

/** The statements from an offset on, each with the brace or semicolon that ends it, if it is none of a comment. */
function* statementsIn(text: string, start: number): Generator<{ from: number; to: number; brace: string }> {
  let from = start;
  let at = start;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '/' && isComment(text, at, from)) {
      yield { from, to: at, brace: '' };
      at = endOfComment(text, at);
      from = at;
    } else if (character === '\\') at += 2;
    else if (character === '$' && text[at + 1] === '{') at = closing(text, at + 1, limit(text, at)) + 1;
    else if (character === '(' || character === '[') at = closing(text, at, limit(text, at)) + 1;
    else if (character === ';' || character === '{' || character === '}') {
      yield { from, to: at, brace: character };
      from = ++at;
    } else at++;
  }
  yield { from, to: text.length, brace: '' };
}

/** A statement is never so long: a bracket that nobody closes must not swallow the file again and again. */
const limit = (text: string, at: number): number => Math.min(text.length, at + 4000);

function isExtensionName(text: string, start: number, arrow: number): boolean {
  const name = behindHint(text, start, arrow);
  return !/[({";]/.test(text.slice(name, Math.min(arrow, name + 200)));
}

/** `hint(PJSIP/100) 100 =>` names an extension and what it watches. */
function behindHint(text: string, start: number, arrow: number): number {
  const hint = /^\s*hint\s*\([^()]*\)/.exec(text.slice(start, Math.min(arrow, start + 200)));
  return start + (hint?.[0].length ?? 0);
}

function isAssignment(text: string, after: number, end: number): boolean {
  const equals = text[after] === '(' ? trimmed(text, closing(text, after, end) + 1, end).start : after;
  return text[equals] === '=' && equals < end;
}

/** `switch (${NAME})`. */
function switchedOn(text: string, open: number, end: number): Entry | undefined {
  const reference = /^\(\s*"?\$\{(\w+)\}"?\s*\)/.exec(text.slice(open, end));
  return reference ? variable(reference[1]!) : undefined;
}

/** `//` and `/*` begin a comment; not in an argument, as in `http://`. */
function isComment(text: string, at: number, start: number): boolean {
  if (text[at + 1] === '*') return true;
  return text[at + 1] === '/' && (at === start || /[\s;{}]/.test(text[at - 1]!));
}

function endOfComment(text: string, at: number): number {
  const end = text[at + 1] === '*' ? text.indexOf('*/', at + 2) : text.indexOf('\n', at);
  return end < 0 ? text.length : text[at + 1] === '*' ? end + 2 : end;
}
