import { span } from '../../../sip/span.ts';
import { readAssignment } from './assignments.ts';
import { readCall, readIndirectCall, readModuleParameter, readOwnReply } from './calls.ts';
import { choiceWords, chosenOperand, readBranch } from './choices.ts';
import { readComparison } from './comparisons.ts';
import { nothingFound } from './found.ts';
import { readMembership, readOwnSearch, readSearch } from './membership.ts';
import { readSelect, readVariable, readVariablesIn } from './operands.ts';
import { isLiteral, isRouteHeader, joins, literalAt, spanAt, textAt } from './script.ts';
import type { Operand, State } from './state.ts';
import {
  coreParameters,
  eventRouteTerm,
  functionNamed,
  isForeignEventRoute,
  isIndirectCall,
  isOwnReply,
  isSearch,
  kemiCall,
} from './table.ts';
import * as token from './tokens.ts';
import { readValue } from './values.ts';

/** Finds every literal of a script that carries a SIP value, by the rows of the table. One pass. */
export function termsOf(tokens: token.Tokens): State {
  const { kinds, syntax } = tokens;
  const state: State = {
    ...nothingFound(),
    tokens,
    atoms: new Map(),
    answers: new Map(),
    methodCases: new Set(),
    yields: new Map(),
    aliases: new Map(),
  };
  const choice = choiceWords(state);
  const choiceDepth = syntax.name === 'python' || syntax.name === 'ruby' ? 0 : 1;
  const switches: { readonly depth: number; readonly operand: Operand | undefined }[] = [];
  let depth = 0;
  /** Whether the route handles the messages of another protocol. */
  let foreign = false;

  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind === token.OPEN_BRACE) depth++;
    else if (kind === token.CLOSE_BRACE) {
      depth--;
      while (switches.length > 0 && switches.at(-1)!.depth > depth) switches.pop();
    } else if (kind === token.WORD && syntax.cfg && isRouteHeader(tokens, i)) enterRoute(i);
    else if (!foreign) readToken(i, kind);
  }
  return state;

  function readToken(i: number, kind: number): void {
    if (kind === token.WORD) readWord(i);
    else if (kind === token.STRING) readVariablesIn(state, literalAt(tokens, i));
    else if (kind === token.VARIABLE) readVariable(state, spanAt(tokens, i));
    else if (kind === token.SELECT) readSelect(state, spanAt(tokens, i));
    else if (kind === token.ASSIGN) readAssignment(state, i);
    else if (kind >= token.EQUAL && kind <= token.MORE_EQUAL) readComparison(state, i);
  }

  function readWord(i: number): void {
    const word = textAt(tokens, i);
    if (word === choice.opens) switches.push({ depth: depth + choiceDepth, operand: chosenOperand(state, i) });
    else if (word === choice.branch) {
      const operand = switches.at(-1)?.operand;
      if (operand) readBranch(state, i, operand);
    } else if (word === 'in' && !syntax.cfg) readMembership(state, i);
    else if (kinds[i + 1] === token.OPEN) readNamedCall(i, word);
    else if (syntax.cfg) readCoreParameter(i, word);
    else if (syntax.name === 'ruby') readOwnSearch(state, i);
    if (!syntax.cfg && (word === 'function' || word === 'def')) state.aliases.clear();
  }

  function readNamedCall(i: number, word: string): void {
    if (!syntax.cfg) {
      const call = kemiCall(word);
      if (call) readCall(state, i, call.row, call.method);
      else if (isIndirectCall(word)) readIndirectCall(state, i);
      else if (isSearch(word)) readSearch(state, i);
      else if (isOwnReply(word)) readOwnReply(state, i);
      else readOwnSearch(state, i);
    } else if (word === 'modparam' || word === 'modparamx') readModuleParameter(state, i);
    else {
      const row = functionNamed(word);
      if (row) readCall(state, i, row);
    }
  }

  /** `user_agent_header = "User-Agent: example"`. */
  function readCoreParameter(i: number, word: string): void {
    const kind = kinds[i + 1] === token.ASSIGN ? coreParameters.get(word) : undefined;
    if (!kind || !isLiteral(tokens, i + 2)) return;
    readValue(kind, { text: tokens.text, span: literalAt(tokens, i + 2), whole: !joins(tokens, i + 3) }, state);
  }

  function enterRoute(i: number): void {
    depth = 0;
    switches.length = 0;
    state.aliases.clear();
    foreign = false;
    if (textAt(tokens, i) !== 'event_route' || kinds[i + 1] !== token.OPEN_BRACKET) return;
    let close = i + 2;
    while (close < kinds.length && kinds[close] !== token.CLOSE_BRACKET && close < i + 40) close++;
    const from = tokens.ends[i + 1]!;
    const name = tokens.text.slice(from, tokens.starts[close] ?? from).trim();
    foreign = isForeignEventRoute(name);
    const term = eventRouteTerm(name);
    if (!term) return;
    const start = tokens.text.indexOf(term.part, tokens.text.indexOf(':', from));
    state.mentions.push({ term: { kind: term.value, name: term.name }, span: span(start, start + term.part.length) });
  }
}
