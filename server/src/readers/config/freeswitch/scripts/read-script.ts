import type { Span } from '../../../../sip/span.ts';
import type { BlockReading, CompletionSlot, ConfigReading } from '../../../reading.ts';
import { type BlockReader, readBlocks } from '../../blocks.ts';
import {
  type Argument,
  argumentsOf,
  firstOfOperand,
  isLiteral,
  isLiteralArgument,
  literalAt,
  textAt,
} from '../../routing/script.ts';
import { type Syntax, syntaxes } from '../../routing/syntax.ts';
import { tokensOf } from '../../routing/tokenizer.ts';
import * as token from '../../routing/tokens.ts';
import { Collector } from '../../xml/collector.ts';
import { readComparedCause } from '../causes.ts';
import { type Leaf, leavesOf } from '../leaves.ts';
import { readLeaves, readReference } from '../mentions.ts';
import { referencesIn } from '../references.ts';
import { leafSlot } from '../slots.ts';
import { apiCommands, groups, type ValueRow, variableNamed } from '../table.ts';
import { type ScriptLanguage, scriptLanguageOf } from './is-script.ts';
import { isSearch, isSearchFunction, type ScriptRow, scriptMember, scriptMethod } from './table.ts';

/** A literal in a script and what it carries; an `open` one is only the beginning of its value. */
interface Place {
  readonly span: Span;
  readonly open: boolean;
  readonly row: ValueRow;
}

/** Reads a script that FreeSWITCH runs on a call, by its functions. Linear in the text; never throws. */
export const readFreeswitchScript = (text: string, _name = '', previous?: ConfigReading): ConfigReading =>
  readBlocks(readers[scriptLanguageOf(text) ?? 'lua'], text, previous);

const readerOf = (syntax: Syntax): BlockReader => ({
  blockAt: (text, start) => {
    const { tokens, end, seen } = tokensOf(text, syntax, start);
    return { length: end - start, seen: seen - start, before: '', after: '', reading: new ScriptReader(tokens).read() };
  },
});

type Kind = ValueRow['value'];

class ScriptReader {
  readonly #tokens: token.Tokens;
  readonly #found = new Collector();
  readonly #places: Place[] = [];
  /** What names of the script hold, as far as they were filled by a call. */
  readonly #names = new Map<string, Kind>();
  /** The name that the line at hand fills. */
  #target: string | undefined;
  #targetLineEnd = -1;

  constructor(tokens: token.Tokens) {
    this.#tokens = tokens;
  }

  read(): BlockReading {
    const { kinds } = this.#tokens;
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      if (kind === token.WORD && kinds[i + 1] === token.OPEN) this.#readCall(i);
      else if (kind === token.EQUAL || kind === token.UNEQUAL) this.#readComparison(i);
      else if (kind === token.ASSIGN) this.#noteTarget(i);
      else if (kind === token.SEMICOLON) this.#target = undefined;
    }
    for (const place of this.#places) this.#readPlace(place);
    return this.#found.reading((offset) => this.#slotAt(offset));
  }

  /**
   * `session:hangup("USER_BUSY")` is three tokens in Lua, `$session->hangup("USER_BUSY")` some more in Perl, and one in
   * the other languages.
   */
  #readCall(i: number): void {
    const word = textAt(this.#tokens, i);
    if (isSearchFunction(word)) this.#readSearch(i + 1);
    const dot = word.lastIndexOf('.');
    const owner = this.#receiverBefore(i);
    // `new Session("sofia/…")` of JavaScript belongs to nothing.
    if (dot < 0 && owner < 0 && word !== 'Session') return;
    const receiver = owner < 0 ? word.slice(0, Math.max(0, dot)) : textAt(this.#tokens, owner);
    const method = word.slice(dot + 1);
    const row = scriptMethod(receiver, method);
    if (row) this.#readArguments(i, row);
    else if (isSearch(method) && this.#isLiteralBetween(i + 1)) this.#compareWith(receiver, i + 2);
  }

  /** The token of what a method is called on, where it is one of its own; -1 where there is none. */
  #receiverBefore(i: number): number {
    const { kinds, syntax, text, starts } = this.#tokens;
    if (syntax.name === 'lua') return kinds[i - 1] === token.COLON && kinds[i - 2] === token.WORD ? i - 2 : -1;
    const isArrow = syntax.name === 'perl' && text.startsWith('->', starts[i]! - 2);
    return isArrow && kinds[i - 3] === token.WORD ? i - 3 : -1;
  }

  /** `string.find(cause, "BUSY")`. */
  #readSearch(open: number): void {
    const { kinds } = this.#tokens;
    const isNamed = kinds[open + 1] === token.WORD && kinds[open + 2] === token.COMMA;
    if (isNamed && this.#isLiteralBetween(open + 2)) this.#compareWith(textAt(this.#tokens, open + 1), open + 3);
  }

  #readArguments(i: number, row: ScriptRow): void {
    const args = argumentsOf(this.#tokens, i + 1);
    let named: ValueRow | undefined;
    for (const [index, kind] of row.args.entries()) {
      const arg = args[index];
      if (!arg || arg.from >= arg.to || !isLiteral(this.#tokens, arg.from)) continue;
      const place = literalAt(this.#tokens, arg.from);
      const open = !isLiteralArgument(this.#tokens, arg);
      const written = this.#tokens.text.slice(place.start, place.end);
      if (kind === 'application') named = open ? undefined : groups.application.get(written);
      if (kind === 'api') named = open ? undefined : apiCommands.get(written);
      if (kind === 'variable') named = open ? undefined : variableNamed(written)?.row;
      const taken = kind === 'value' ? named : rowOf(kind);
      if (taken) this.#places.push({ span: place, open, row: taken });
    }
    const yields = row.yields === 'variable' ? named?.value : row.yields;
    if (yields) this.#noteYield(i, args.at(-1)!, yields);
  }

  /** A value that a call gives: compared at once, or kept under a name. */
  #noteYield(i: number, last: Argument, kind: Kind): void {
    const { kinds } = this.#tokens;
    const after = last.to + 1;
    if (kinds[after] === token.EQUAL || kinds[after] === token.UNEQUAL) this.#compare(after + 1, kind);
    else if (this.#target !== undefined && this.#continuesTarget(i)) this.#names.set(this.#target, kind);
  }

  #noteTarget(i: number): void {
    const { text, kinds, ends } = this.#tokens;
    this.#target = kinds[i - 1] === token.WORD ? textAt(this.#tokens, i - 1) : undefined;
    if (this.#target === undefined) return;
    this.#names.delete(this.#target);
    const end = ends[i]!;
    if (this.#targetLineEnd >= end) return;
    const newline = text.indexOf('\n', end);
    this.#targetLineEnd = newline < 0 ? text.length : newline;
  }

  /** `cause = session:hangupCause() or`, and its next line. */
  #continuesTarget(i: number): boolean {
    const { syntax, kinds, starts } = this.#tokens;
    if (starts[i]! <= this.#targetLineEnd) return true;
    const before = kinds[syntax.name === 'lua' ? i - 3 : i - 1];
    return before === token.OR || before === token.AND;
  }

  /** `hangup_cause == "USER_BUSY"`, either way round. */
  #readComparison(i: number): void {
    const { kinds } = this.#tokens;
    const nameAt = isLiteral(this.#tokens, i - 1) ? i + 1 : i - 1;
    if (kinds[nameAt] !== token.WORD || kinds[nameAt + 1] === token.OPEN) return;
    this.#compareWith(textAt(this.#tokens, nameAt), nameAt > i ? i - 1 : i + 1);
  }

  /** Whether the first argument behind an opening bracket is one literal. */
  #isLiteralBetween(open: number): boolean {
    const behind = this.#tokens.kinds[open + 2];
    return isLiteral(this.#tokens, open + 1) && (behind === token.COMMA || behind === token.CLOSE);
  }

  #compareWith(name: string, literal: number): void {
    const kind = this.#names.get(name) ?? scriptMember(name);
    if (kind) this.#compare(literal, kind);
    else if (/cause$/i.test(name) && this.#isWhole(literal)) {
      const place = literalAt(this.#tokens, literal);
      readComparedCause(this.#tokens.text.slice(place.start, place.end), place, false, this.#found);
    }
  }

  #compare(literal: number, kind: Kind): void {
    if (kind === undefined || !this.#isWhole(literal)) return;
    const place = literalAt(this.#tokens, literal);
    const written = this.#tokens.text.slice(place.start, place.end);
    if (kind === 'cause') readComparedCause(written, place, true, this.#found);
    else if (comparable.has(kind)) this.#places.push({ span: place, open: false, row: { value: kind } });
  }

  /** Whether a token is a literal that nothing is joined to. */
  #isWhole(i: number): boolean {
    const { kinds } = this.#tokens;
    return isLiteral(this.#tokens, i) && kinds[i + 1] !== token.OTHER && firstOfOperand(this.#tokens, i) === i;
  }

  #readPlace(place: Place): void {
    const { text } = this.#tokens;
    const found = this.#found;
    for (const reference of referencesIn(text, place.span)) {
      found.wildcard(reference.span);
      readReference(text, reference.name, found);
    }
    readLeaves(this.#leavesOf(place), { text, found });
  }

  /** What stands last in an open literal is not all of it. */
  #leavesOf({ span, open, row }: Place): readonly Leaf[] {
    const leaves = leavesOf(this.#tokens.text, span, row);
    return open ? leaves.filter((leaf) => leaf.span.end < span.end) : leaves;
  }

  #slotAt(offset: number): CompletionSlot | undefined {
    const place = this.#places.find(({ span }) => span.start <= offset && offset <= span.end);
    return place && leafSlot(this.#tokens.text, this.#leavesOf(place), offset);
  }
}

function rowOf(kind: ScriptRow['args'][number]): ValueRow | undefined {
  if (kind === 'application') return { value: 'command' };
  if (kind === 'variable') return { value: 'variableName' };
  return kind === 'cause' || kind === 'dialString' || kind === 'apiCommand' ? { value: kind } : undefined;
}

/** Kinds whose values scripts compare as they stand. */
const comparable: ReadonlySet<Kind> = new Set<Kind>(['causeNumber', 'statusCode', 'protocolCause', 'transport']);

const readers = {
  lua: readerOf(syntaxes.lua),
  python: readerOf(syntaxes.python),
  javascript: readerOf(syntaxes.javascript),
  perl: readerOf(syntaxes.perl),
} satisfies Record<ScriptLanguage, BlockReader>;
