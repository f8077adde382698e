import { methodNamed } from '../../../knowledge/names.ts';
import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { type Methods, methodBit, methodVerdict, type Verdict } from './conditions.ts';
import type { Slot } from './found.ts';
import { headerNameIn, operandOfVariable, yieldOf } from './operands.ts';
import { type Argument, argumentsOf, isLiteral, isLiteralArgument, literalAt, textAt } from './script.ts';
import type { Answer, Operand, State } from './state.ts';
import { checkPattern, patternVerdict } from './status-patterns.ts';
import { type FunctionRow, functionNamed, isFormat, methodLetters, moduleParameter, type ValueKind } from './table.ts';
import * as token from './tokens.ts';
import { codeOf, listItems, readValue, spelledMethod, type Value } from './values.ts';

/** Reads a call by its row of the table; `method` is the one that its very name asks for. */
export function readCall(state: State, name: number, row: FunctionRow, method?: string): void {
  readArgumentList(state, name, row, argumentsOf(state.tokens, name + 1), method);
}

/** `KSR.x.modf("send_reply", 404, "Not here")`: the first argument names a function of the products' own language. */
export function readIndirectCall(state: State, name: number): void {
  const { tokens } = state;
  const [called, ...list] = argumentsOf(tokens, name + 1);
  if (!called || list.length === 0 || !isLiteralArgument(tokens, called)) return;
  const row = functionNamed(textOf(tokens.text, literalAt(tokens, called.from)));
  if (row) readArgumentList(state, name, row, list);
}

/** `self.reject(486, "Busy Here")`: a function of the script's own, where both stand side by side. */
export function readOwnReply(state: State, name: number): void {
  const { tokens } = state;
  const list = argumentsOf(tokens, name + 1);
  const [code, phrase] = list;
  if (!code || !phrase || !isLiteralArgument(tokens, code) || tokens.kinds[phrase.from] !== token.STRING) return;
  if (/^["']?[1-6]\d\d["']?$/.test(textAt(tokens, code.from))) readArgumentList(state, name, ownReply, list);
}

const ownReply: FunctionRow = { args: ['code', 'phrase'] };

function readArgumentList(
  state: State,
  name: number,
  row: FunctionRow,
  list: readonly Argument[],
  method?: string,
): void {
  const { tokens } = state;
  const close = list.at(-1)!.to;
  const closed = tokens.kinds[close] === token.CLOSE;
  if (method !== undefined) {
    const end = tokens.ends[name]!;
    state.mentions.push({ term: { kind: 'method', name: method }, span: span(end - method.length, end) });
  }
  const { variable, header } = readArguments(state, name, row, list, closed);
  if (!closed) return;
  const verdict = method === undefined ? testVerdict(state, row, list) : methodVerdict(methodBit(method));
  if (verdict) state.atoms.set(name, { end: close + 1, verdict, comparison: false });
  const operand = row.yields && yieldOf(row.yields, variable, header);
  if (operand) noteYield(state, name, close, operand);
}

/** What the arguments of a call named for those behind them. */
interface Named {
  readonly variable: Operand | undefined;
  readonly header: string | undefined;
}

function readArguments(
  state: State,
  name: number,
  row: FunctionRow,
  list: readonly Argument[],
  closed: boolean,
): Named {
  const { tokens } = state;
  const { text } = tokens;
  const code = codeIn(state, row, list);
  let variable: Operand | undefined;
  let header: string | undefined;
  for (let n = 0; n < row.args.length && n < list.length; n++) {
    const kind = row.args[n]!;
    const { from, to } = list[n]!;
    if (from >= to && kind === 'code') offerCodeGap(state, row, list, n, closed);
    const first = firstLiteral(tokens, from);
    if (kind === '-' || from >= to || !isLiteral(tokens, first)) continue;
    const literal = literalAt(tokens, first);
    if (kind === 'variable') {
      variable = operandOfVariable(state, trimmed(text, literal.start, literal.end));
      continue;
    }
    const valueKind = kind === 'variableValue' ? variable?.kind : kind;
    if (!valueKind) continue;
    const whole = to - from === 1;
    const before = state.mentions.length;
    readValue(
      valueKind,
      { text, span: literal, whole, ...companions(valueKind, code, header, row, list, state) },
      state,
    );
    if (valueKind === 'code' && row.answers && code !== undefined && state.mentions.length > before) {
      state.answers.set(name, answerOf(state, row, list, before, code));
    }
    if (valueKind === 'header' || valueKind === 'headerItem') header = headerNameIn(text, literal);
    if (whole && valueKind === 'headerLines' && row.wholeLines) checkLineEnd(state, from, literal);
    if (whole && valueKind === 'codePattern') checkPattern(state, literal);
  }
  return { variable, header };
}

/** The literal that an argument starts with, also inside `string.format(…)`. */
const firstLiteral = (tokens: token.Tokens, from: number): number =>
  tokens.kinds[from + 1] === token.OPEN && isFormat(textAt(tokens, from)) ? from + 2 : from;

function companions(
  kind: ValueKind,
  code: number | undefined,
  header: string | undefined,
  row: FunctionRow,
  list: readonly Argument[],
  state: State,
): Partial<Value> {
  return {
    ...(code === undefined ? {} : { code }),
    ...(header === undefined ? {} : { header }),
    ...(kind === 'code' ? { phrase: phraseGap(state, row, list) } : {}),
  };
}

/** The code that a call names. */
function codeIn({ tokens }: State, row: FunctionRow, list: readonly Argument[]): number | undefined {
  const argument = list[row.args.indexOf('code')];
  if (!argument || !isLiteralArgument(tokens, argument)) return undefined;
  return codeOf(tokens.text, literalAt(tokens, argument.from));
}

function answerOf(
  { tokens }: State,
  row: FunctionRow,
  list: readonly Argument[],
  mention: number,
  code: number,
): Answer {
  if (row.answers === 'current') return { mention, code, current: true };
  const argument = list[row.args.indexOf('method')];
  if (!argument || !isLiteralArgument(tokens, argument)) return { mention, code, current: false };
  const method = spelledMethod(textOf(tokens.text, literalAt(tokens, argument.from)));
  return { mention, code, current: false, ...(methodNamed(method) ? { method } : {}) };
}

/** The empty place of the phrase beside a code. */
function phraseGap(
  { tokens }: State,
  row: FunctionRow,
  list: readonly Argument[],
): Pick<Slot, 'phrase' | 'phraseFrame'> {
  const { kinds, starts, ends, text } = tokens;
  const index = row.args.indexOf('phrase');
  if (index < 0) return {};
  const argument = list[index];
  if (!argument) {
    if (list.length !== index) return {};
    const { from, to } = list[index - 1]!;
    const [start, end] = [starts[from]!, ends[to - 1]!];
    // A call that is not closed yet takes what stands on the next lines for its own.
    if (text.slice(start, end).includes('\n')) return {};
    const isOpen = to === from + 1 && kinds[from] === token.STRING && !isQuoted(text, start, end);
    return phraseBehind(end, isOpen ? text.charAt(start) : '');
  }
  if (argument.from >= argument.to) {
    const end = ends[argument.from - 1]!;
    return { phrase: span(end, end), phraseFrame: [' "', '"'] };
  }
  if (!isLiteralArgument(tokens, argument) || kinds[argument.from] !== token.STRING) return {};
  const literal = literalAt(tokens, argument.from);
  return literal.start === literal.end ? { phrase: literal } : {};
}

/** Whether a string ends with the quotation mark that it begins with. */
const isQuoted = (text: string, start: number, end: number): boolean =>
  end - start > 1 && text.charAt(end - 1) === text.charAt(start);

/** The place of a phrase that no argument stands for yet; `quote` closes the argument before it. */
const phraseBehind = (end: number, quote = ''): Pick<Slot, 'phrase' | 'phraseFrame'> => ({
  phrase: span(end, end),
  phraseFrame: [`${quote}, "`, '"'],
});

/** A code that is not written yet; it needs no quotes, so it can be offered all the same. */
function offerCodeGap(state: State, row: FunctionRow, list: readonly Argument[], n: number, closed: boolean): void {
  const { kinds, starts, ends } = state.tokens;
  const { from, to } = list[n]!;
  if (!closed && kinds[to] !== token.COMMA) return;
  const start = ends[from - 1]!;
  const range = span(start, starts[to] ?? start);
  const isLast = list.length === n + 1;
  const phrase = isLast && row.args.indexOf('phrase') === list.length ? phraseBehind(range.end) : undefined;
  state.slots.push({ range, gap: true, of: 'statusCode', ...(phrase ?? (isLast ? {} : phraseGap(state, row, list))) });
}

/** What a call returns, also behind conversions: `int(KSR.pv.get("$rs"))`. */
function noteYield(state: State, name: number, close: number, operand: Operand): void {
  const { kinds } = state.tokens;
  let first = name;
  for (let last = close; ; last++) {
    state.yields.set(last, operand);
    const wrapped =
      kinds[last + 1] === token.CLOSE && kinds[first - 1] === token.OPEN && kinds[first - 2] === token.WORD;
    if (!wrapped || last - close > 3) return;
    first -= 2;
  }
}

// Conditions

function testVerdict(state: State, row: FunctionRow, list: readonly Argument[]): Verdict | undefined {
  const { tokens } = state;
  const argument = list[0];
  if (!row.tests || list.length !== 1 || !argument || !isLiteralArgument(tokens, argument)) return undefined;
  const literal = literalAt(tokens, argument.from);
  const written = textOf(tokens.text, literal);
  if (row.tests === 'status') return patternVerdict('t_check_status', written);
  if (row.args[0] === 'methodLetters') return methodVerdict(lettersOf(written));
  let set: Methods = 0;
  for (const item of listItems(tokens.text, literal, '|')) set |= methodBit(spelledMethod(textOf(tokens.text, item)));
  return methodVerdict(set);
}

function lettersOf(letters: string): Methods {
  let set: Methods = 0;
  for (const letter of letters.toUpperCase()) {
    const method = methodLetters[letter];
    if (method) set |= methodBit(method);
  }
  return set;
}

// Header lines

/** A header line that goes into the message without its line break runs into the next one. */
function checkLineEnd({ tokens, findings }: State, i: number, literal: Span): void {
  const written = textOf(tokens.text, literal);
  if (tokens.kinds[i] !== token.STRING || !/^[A-Za-z0-9-]+[ \t]*:/.test(written)) return;
  const unclosed = tokens.ends[i] === literal.end;
  const open = /\$[^\s"]*$/.test(written) || (!tokens.syntax.cfg && written.endsWith('}'));
  if (unclosed || open || /(?:\\n|\n)[ \t]*$/.test(written)) return;
  findings.push({
    rule: 'sip.routing-header-line-end',
    span: literal,
    args: [written.slice(0, written.indexOf(':')).trim()],
    fix: { title: 'routing-add-line-break', edits: [{ span: span(literal.end, literal.end), newText: '\\r\\n' }] },
  });
}

// Module parameters

/** `modparam("dispatcher", "ds_ping_method", "OPTIONS")`. */
export function readModuleParameter(state: State, name: number): void {
  const { tokens } = state;
  const { text } = tokens;
  const [module, parameter, value] = argumentsOf(tokens, name + 1);
  if (!module || !parameter || !value || value.from >= value.to || !isLiteral(tokens, value.from)) return;
  if (!isLiteralArgument(tokens, module) || !isLiteralArgument(tokens, parameter)) return;
  const modules = textOf(text, literalAt(tokens, module.from));
  const kind = moduleParameter(modules, textOf(text, literalAt(tokens, parameter.from)));
  if (kind) readValue(kind, { text, span: literalAt(tokens, value.from), whole: value.to - value.from === 1 }, state);
}
