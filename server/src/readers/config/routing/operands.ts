import { headerFieldNamed } from '../../../knowledge/names.ts';
import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import {
  argumentsOf,
  elementName,
  firstOfOperand,
  isLiteral,
  lastOfElement,
  literalAt,
  spanAt,
  textAt,
} from './script.ts';
import { METHOD_VARIABLE, type Operand, STATUS_VARIABLE, type State } from './state.ts';
import {
  bodyVariables,
  coreVariables,
  type FunctionRow,
  headerVariables,
  isConversion,
  kemiCall,
  messageVariables,
  otherMessageVariables,
  selectTerms,
  textVariables,
  tokensOfHeader,
  type ValueKind,
  variableTerms,
} from './table.ts';
import * as token from './tokens.ts';
import { readValue } from './values.ts';
import { parseVariable, variablesIn } from './variables.ts';

/** Which operands hold a SIP value, and what their own names mention. */

/** `int(str(…))`: tokens of nested conversions that are looked through. */
const DEEPEST_CONVERSION = 6;

/** Notes what a variable's name mentions: `$hdr(Via)`, `$T_req($hdr(Via))`, `$_s(a=$hdr(To))`, `$rb(application/sdp)`. */
export function readVariable(state: State, place: Span): void {
  const { text } = state.tokens;
  const { name, inner } = parseVariable(text, place.start, place.end);
  if (!inner) return;
  if (headerVariables.has(name)) {
    const bracket = textOf(text, inner).indexOf('[');
    const end = bracket < 0 ? inner.end : inner.start + bracket;
    readValue('header', { text, span: span(inner.start, end), whole: true }, state);
  } else if (bodyVariables.has(name)) readValue('contentType', { text, span: inner, whole: true }, state);
  else if (otherMessageVariables.has(name) || textVariables.has(name)) readVariablesIn(state, inner);
  else if (name === 'sel') readSelect(state, inner);
}

export function readVariablesIn(state: State, literal: Span): void {
  for (const variable of variablesIn(state.tokens.text, literal)) readVariable(state, variable);
}

/** Notes the header field that a select names. */
export function readSelect(state: State, place: Span): void {
  const field = headerOfSelect(textOf(state.tokens.text, place));
  if (!field) return;
  const start = place.start + field.at;
  state.mentions.push({
    term: { kind: 'headerField', name: field.name },
    span: span(start, start + field.name.length),
  });
}

/** The header field in `@hf_value.refer_to`, `@hf_value["Refer-To"]`, `@msg["P-Info"]`, `@msg.supported`. */
function headerOfSelect(select: string): { readonly name: string; readonly at: number } | undefined {
  const match = /^(@(?:hf_value\w*|msg(?:\.header)?)(?:\["|\.))([A-Za-z][\w-]*)/.exec(select);
  if (!match) return undefined;
  const [, head, written] = match as unknown as [string, string, string];
  const name = head.endsWith('"') ? written : written.replaceAll('_', '-');
  // Behind `@msg.` parts of the message stand that are no fields: `@msg.first_line`.
  return head === '@msg.' && !headerFieldNamed(name) ? undefined : { name, at: head.length };
}

/** What the operand that ends at a token holds. */
export function operandBefore(state: State, i: number): Operand | undefined {
  const { tokens } = state;
  const kind = tokens.kinds[i];
  if (kind === token.CLOSE) return state.yields.get(i) ?? convertedOperand(state, i);
  const element = elementName(tokens, i);
  if (element !== undefined) return operandOfElement(state, element);
  // `$rs / 100 == 4`
  if (kind === token.NUMBER && textAt(tokens, i) === '100' && textAt(tokens, i - 1) === '/') {
    const divided = tokens.kinds[i - 2] === token.CLOSE ? state.yields.get(i - 2) : operandAt(state, i - 2);
    return divided?.kind === 'code' ? { kind: 'classDigit', variable: '' } : undefined;
  }
  return operandAt(state, i);
}

/** What `info['method']` holds, by what it was given or by its key. */
const operandOfElement = ({ aliases }: State, name: string): Operand | undefined =>
  aliases.get(name) ?? supposedOperand(name.slice(name.indexOf('[') + 1, -1));

/** `int(code)`: what a variable holds, behind conversions that close here. */
function convertedOperand(state: State, close: number): Operand | undefined {
  const { tokens } = state;
  let level = 1;
  while (level < DEEPEST_CONVERSION && tokens.kinds[close - level] === token.CLOSE) level++;
  const last = close - level;
  let first = firstOfOperand(tokens, last);
  const operand = first === last && tokens.kinds[last] !== token.WORD ? undefined : operandBefore(state, last);
  for (; operand && level > 0; level--) {
    if (tokens.kinds[first - 1] !== token.OPEN || !isConversion(textAt(tokens, first - 2))) return undefined;
    first -= 2;
  }
  return operand;
}

/** What a single token holds. */
export function operandAt(state: State, i: number): Operand | undefined {
  const { tokens, aliases } = state;
  const kind = tokens.kinds[i];
  if (kind === token.VARIABLE) return operandOfVariable(state, spanAt(tokens, i));
  if (kind === token.SELECT) return operandOfSelect(textAt(tokens, i));
  if (kind !== token.WORD || tokens.kinds[i + 1] === token.OPEN) return undefined;
  const word = textAt(tokens, i);
  if (tokens.syntax.cfg) return ownOperand(coreVariables.get(word));
  return aliases.get(word) ?? namedOperand(messageVariables.get(word), word) ?? supposedOperand(word);
}

/** What the operand that starts at a token holds: a variable, or a call that returns one. */
export function operandFrom(state: State, i: number): Operand | undefined {
  const { tokens } = state;
  const element = elementName(tokens, i + 3);
  if (element !== undefined) return operandOfElement(state, element);
  if (tokens.kinds[i] !== token.WORD || tokens.kinds[i + 1] !== token.OPEN) return operandAt(state, i);
  if (tokens.syntax.cfg) return undefined;
  let at = i;
  while (at < i + DEEPEST_CONVERSION && isConversion(textAt(tokens, at)) && tokens.kinds[at + 1] === token.OPEN)
    at += 2;
  if (tokens.kinds[at + 1] !== token.OPEN) return operandAt(state, at);
  const call = kemiCall(textAt(tokens, at));
  if (!call?.row.yields) return undefined;
  const literal = isLiteral(tokens, at + 2) ? literalAt(tokens, at + 2) : undefined;
  const variable = literal && call.row.args[0] === 'variable' ? operandOfVariable(state, literal) : undefined;
  return yieldOf(call.row.yields, variable, literal && headerNameIn(tokens.text, literal));
}

/** The token behind the operand that starts at one. */
export function endOfOperand(state: State, i: number): number {
  const { tokens } = state;
  if (tokens.kinds[i] !== token.WORD || tokens.kinds[i + 1] !== token.OPEN) return lastOfElement(tokens, i) + 1;
  return argumentsOf(tokens, i + 1).at(-1)!.to + 1;
}

function operandOfSelect(select: string): Operand | undefined {
  const header = headerFieldNamed(headerOfSelect(select)?.name ?? '')?.name;
  return namedOperand(selectTerms.get(select) ?? valueOfHeader(header), header ?? select);
}

export function operandOfVariable(state: State, place: Span): Operand | undefined {
  const { text } = state.tokens;
  const written = textOf(text, place);
  const given = state.aliases.get(written);
  if (given) return given;
  const { name, inner, transformations } = parseVariable(text, place.start, place.end);
  if (inner && otherMessageVariables.has(name)) {
    const operand = operandOfVariable(state, trimmed(text, inner.start, inner.end));
    return operand && { ...operand, variable: written };
  }
  const fullName = inner ? `${name}(${textOf(text, inner)})` : name;
  const kind =
    inner && headerVariables.has(name) ? valueOfHeader(headerNameIn(text, inner)) : variableTerms.get(fullName);
  if (!kind) return inner && ownVariables.has(name) ? supposedOperand(textOf(text, inner)) : undefined;
  if (kind === 'code' && transformations === '{s.substr,0,1}') return { kind: 'classDigit', variable: written };
  return /^(?:\{s\.(?:int|trim|toupper|upper)\})*$/.test(transformations) ? { kind, variable: fullName } : undefined;
}

/** What a call returns, by its row and the variable or header field that it names. */
export function yieldOf(
  kind: NonNullable<FunctionRow['yields']>,
  variable: Operand | undefined,
  header: string | undefined,
): Operand | undefined {
  if (kind === 'variable') return variable;
  return kind === 'headerValue' ? namedOperand(valueOfHeader(header), header ?? '') : ownOperand(kind);
}

/** The full name of the header field that a literal names; undefined when nobody knows it. */
export const headerNameIn = (text: string, literal: Span): string | undefined =>
  headerFieldNamed(/^[^[.\s]*/.exec(textOf(text, literal).trim())![0])?.name;

const valueOfHeader = (canonical: string | undefined): ValueKind | undefined =>
  canonical === undefined ? undefined : tokensOfHeader(canonical);

/** The method or the code of the message at hand, which `$rs`, `status` and functions of KEMI all stand for. */
const ownOperand = (kind: ValueKind | undefined): Operand | undefined =>
  namedOperand(kind, kind === 'code' ? STATUS_VARIABLE : '');

/** Variables that a script gives names of its own. */
const ownVariables: ReadonlySet<string> = new Set(['var', 'avp', 'dlg_var', 'shv']);

/** A variable that is named for the method that it holds, though nobody sees where it got it from. */
const supposedOperand = (name: string): Operand | undefined =>
  /(?:^|[_.a-z])[Mm]ethod$/.test(name.slice(-40)) && !/http/i.test(name)
    ? { kind: 'method', variable: name, supposed: true }
    : undefined;

const namedOperand = (kind: ValueKind | undefined, variable: string): Operand | undefined =>
  kind && { kind, variable: kind === 'method' ? METHOD_VARIABLE : variable };
