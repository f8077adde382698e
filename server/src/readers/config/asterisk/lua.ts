import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import type { BlockReading } from '../../reading.ts';
import { type BlockReader, blockText, type Cut, separateBlock } from '../blocks.ts';
import { isWordCode, readAssignment, readFunction, wordAt } from './calls.ts';
import { type Draft, dialectTerm, finished, newDraft } from './draft.ts';
import { endOfBlank, endOfString, type LuaLiteral, literalAt } from './lua-literals.ts';
import { application, dialplanFunction, type Entry, type Row, type ValueSpec, variable } from './table.ts';
import { readValue } from './values.ts';

/** Reads `extensions.lua`, a function after the other: calls through `app`, variables and functions through `channel`. */
export const luaReader: BlockReader = {
  blockAt: (text, start) => {
    const cut = cutAt(text, start);
    return separateBlock(start, cut, readFunctions(blockText(text, start, cut)));
  },
};

/** The end of a block: the next line that defines a function at the margin, or as a field of a table. */
function cutAt(text: string, start: number): Cut {
  for (const word of wordsFrom(text, start)) {
    if (word.end - word.start !== 8 || textOf(text, word) !== 'function') continue;
    const near = text.slice(Math.max(start, word.start - LONGEST_DEFINITION), word.start);
    const lineStart = word.start - near.length + near.lastIndexOf('\n') + 1;
    if (near.includes('\n') && definesFunction.test(text.slice(lineStart, word.start)))
      return { end: lineStart, seen: word.end + 2 };
  }
  return { end: text.length, seen: Number.POSITIVE_INFINITY };
}

/** What stands before `function` on its line where one is defined. */
const LONGEST_DEFINITION = 200;
const definesFunction = /^(?:(?:local[ \t]+)?|[ \t]*(?:[\w.]+|\[[^\]]*\])[ \t]*=[ \t]*)$/;

/** The words outside of strings and comments. */
function* wordsFrom(text: string, start: number): Generator<Span> {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      const word = wordAt(text, at, text.length);
      yield word;
      at = word.end;
    } else at = behindOther(text, at, code);
  }
}

/** Behind the string, the comment or the single character that is no word. */
function behindOther(text: string, at: number, code: number): number {
  if (code === 34 || code === 39) return endOfString(text, at);
  if (code === 45 && text[at + 1] === '-') return endOfBlank(text, at);
  return code === 91 && (text[at + 1] === '[' || text[at + 1] === '=') ? endOfString(text, at) : at + 1;
}

function readFunctions(text: string): BlockReading {
  const draft = newDraft(text);
  /** Local names that hold a channel variable. */
  const locals = new Map<string, Entry>();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      const word = wordAt(text, at, text.length);
      at = isMember(text, word.start) ? word.end : readWord(draft, word, locals);
    } else at = behindOther(text, at, code);
  }
  return finished(draft);
}

const isMember = (text: string, start: number): boolean => text[start - 1] === '.' || text[start - 1] === ':';

/** Gives back where to go on: strings inside of calls are literals of their own, and are met again. */
function readWord(draft: Draft, word: Span, locals: Map<string, Entry>): number {
  const name = textOf(draft.text, word);
  if (name === 'app') readCall(draft, word.end);
  else if (name === 'channel') return readChannel(draft, word, locals);
  else {
    const known = locals.get(name);
    if (known?.row.compare) readComparison(draft, word.end, known.name, known.row.compare);
  }
  return word.end;
}

/** `.name` or `["name"]` behind an offset. */
function memberAfter(text: string, at: number): { readonly name: Span; readonly end: number } | undefined {
  const from = endOfBlank(text, at);
  if (text[from] === '.') {
    const name = wordAt(text, endOfBlank(text, from + 1), text.length);
    return name.end > name.start ? { name, end: name.end } : undefined;
  }
  if (text[from] !== '[') return undefined;
  const literal = literalAt(text, endOfBlank(text, from + 1));
  const close = literal && endOfBlank(text, literal.end);
  return literal && close !== undefined && text[close] === ']' ? { name: literal.value, end: close + 1 } : undefined;
}

/** `app.hangup(17)`, `app["hangup"]("USER_BUSY")`, `app.set("NAME=value")`. */
function readCall(draft: Draft, at: number): void {
  const { text } = draft;
  const member = memberAfter(text, at);
  if (!member) return;
  draft.slots.push({ span: member.name, of: 'dialectTerm', group: 'application' });
  const found = application(textOf(text, member.name));
  if (!found) return;
  if (!found.silent) dialectTerm(draft, 'application', found.name, member.name);
  const open = endOfBlank(text, member.end);
  if (text[open] !== '(') return;
  const args = argumentsAt(text, open);
  if (found.row.assigns) {
    if (args[0]) readAssignment(draft, args[0].value);
  } else readSpecified(draft, found, found.row.args ?? [], args);
}

function readSpecified(
  draft: Draft,
  owner: Entry,
  specs: readonly (ValueSpec | null)[],
  args: readonly (LuaLiteral | undefined)[],
): void {
  const places = args.map((arg) => arg?.value ?? span(0, 0));
  for (const [index, spec] of specs.entries()) {
    const arg = args[index];
    if (spec && arg)
      readValue(draft, arg.value, spec, { owner: owner.name, rule: 'sip.asterisk-argument', args: places });
  }
}

/** The literals among the arguments of a call; others are undefined. An empty call has one empty argument. */
function argumentsAt(text: string, open: number): readonly (LuaLiteral | undefined)[] {
  const found: (LuaLiteral | undefined)[] = [];
  let at = endOfBlank(text, open + 1);
  if (text[at] === ')') return [{ value: span(at, at), end: at }];
  while (at < text.length && found.length < 16) {
    const literal = literalAt(text, at);
    const after = literal ? endOfBlank(text, literal.end) : at;
    const isAlone = literal && (text[after] === ',' || text[after] === ')');
    found.push(isAlone ? literal : undefined);
    at = isAlone ? after : endOfArgument(text, at);
    if (text[at] !== ',') return found;
    at = endOfBlank(text, at + 1);
  }
  return found;
}

function endOfArgument(text: string, from: number): number {
  let depth = 0;
  let at = from;
  const limit = Math.min(text.length, from + 1000);
  while (at < limit) {
    const character = text[at]!;
    if (character === '"' || character === "'") {
      at = endOfString(text, at);
      continue;
    }
    if (depth === 0 && (character === ',' || character === ')')) return at;
    if (character === '(' || character === '{' || character === '[') depth++;
    else if (character === ')' || character === '}' || character === ']') depth--;
    at++;
  }
  return at;
}

/** `channel.NAME`, `channel.FUNCTION("a", "b")`, `channel["FUNCTION(a,b)"]`, and what is done with them. */
function readChannel(draft: Draft, word: Span, locals: Map<string, Entry>): number {
  const { text } = draft;
  const member = memberAfter(text, word.end);
  if (!member) return word.end;
  const name = wordAt(text, member.name.start, member.name.end);
  const open = endOfBlank(text, member.end);
  let found: Entry | undefined;
  let args: readonly Span[] = [];
  let end = member.end;
  if (name.end < member.name.end && text[name.end] === '(') {
    args = readFunction(draft, name, name.end + 1, member.name.end - (text[member.name.end - 1] === ')' ? 1 : 0));
    found = dialplanFunction(textOf(text, name));
  } else if (text[open] === '(') {
    const literals = argumentsAt(text, open);
    const own = dialplanFunction(textOf(text, name));
    if (own && !own.silent) dialectTerm(draft, 'function', own.name, name);
    if (own) readSpecified(draft, own, own.row.args ?? [], literals);
    args = literals.map((literal) => literal?.value ?? span(0, 0));
    found = own;
    end = Math.min(text.length, endOfCall(text, open));
  } else {
    found = variable(textOf(text, name));
    if (found) dialectTerm(draft, 'variable', found.name, name);
  }
  return found ? readUse(draft, word, end, found, found.row, args, locals) : member.end;
}

function endOfCall(text: string, open: number): number {
  let at = endOfArgument(text, open + 1);
  while (text[at] === ',') at = endOfArgument(text, at + 1);
  return at + 1;
}

/** `:get() == "17"`, `.value`, `:set("…")`, `= "…"`. */
function readUse(
  draft: Draft,
  word: Span,
  from: number,
  owner: Entry,
  row: Row,
  args: readonly Span[],
  locals: Map<string, Entry>,
): number {
  const { text } = draft;
  const accessor = /^\s*(?::\s*(get)\s*\(\s*\)|\.\s*(value)\b|:\s*(set)\s*\()/.exec(text.slice(from, from + 80));
  const end = from + (accessor?.[0].length ?? 0);
  const assigned = accessor?.[3] ? endOfBlank(text, end) : accessor ? undefined : valueAssigned(text, from);
  if (assigned !== undefined) {
    const literal = literalAt(text, assigned);
    if (literal && row.set)
      readValue(draft, literal.value, row.set, {
        owner: owner.name,
        rule: 'sip.asterisk-argument',
        args,
        compared: true,
      });
    return end;
  }
  const local = /(?:^|[\s;])(?:local\s+)?([A-Za-z_]\w*)\s*=\s*(?:tonumber\s*\(\s*)?$/.exec(
    text.slice(Math.max(0, word.start - 80), word.start),
  );
  if (accessor && local && row.compare) locals.set(local[1]!, owner);
  if (row.compare) readComparison(draft, end, owner.name, row.compare);
  return end;
}

/** Behind a single `=`. */
function valueAssigned(text: string, from: number): number | undefined {
  const at = endOfBlank(text, from);
  return text[at] === '=' && text[at + 1] !== '=' ? endOfBlank(text, at + 1) : undefined;
}

function readComparison(draft: Draft, from: number, owner: string, spec: ValueSpec): void {
  const { text } = draft;
  let at = endOfBlank(text, from);
  if (text[at] === ')') at = endOfBlank(text, at + 1);
  if ((text[at] !== '=' && text[at] !== '~') || text[at + 1] !== '=') return;
  const literal = literalAt(text, endOfBlank(text, at + 2));
  if (literal)
    readValue(draft, trimmed(text, literal.value.start, literal.value.end), spec, {
      owner,
      rule: 'sip.asterisk-argument',
      compared: true,
    });
}
