import { span } from '../../../sip/span.ts';
import { stringEnd } from '../shapes/strings.ts';
import type { Member } from './member.ts';

/**
 * The members of an object as JSON and programs in JavaScript, Python, Go, Lua, Erlang and others print them, from inside one on: those beside an
 * offset, those of the objects beside it and of the one that holds them, each value of a list for itself.
 */

interface Container {
  readonly isList: boolean;
  /** The member whose values a list holds, or the first of two strings that make a pair. */
  name: { start: number; end: number } | undefined;
}

/** So many objects that hold the one that an offset stands in may go on behind it. */
const MOST_OUTER = 2;
const MOST_STEPS = 1024;

/** What parts values, and the signs of Erlang's binaries. */
const BLANKS = /[\s,<>]*/y;
const WORD = /[\w$][\w$.-]{0,63}/y;
/** What programs put before the brace of a value: its type. */
const TYPE = /[&%]?(?:map\[[\w.]{1,32}\])?(\[\])?\*?[\w.]{0,40} ?(?=[{(])/y;
const BEHIND_NAME = /["']?\]?\s{0,8}(?::|=>|=)(?![:=])/y;

export function* jsonMembers(text: string, from: number, end: number): Generator<Member> {
  const open: Container[] = [];
  let outer = 0;
  let key: Container['name'];
  let at = from;
  for (let i = 0; i < MOST_STEPS && at < end; i++) {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)?.[0].length ?? 0;
    TYPE.lastIndex = at;
    const type = TYPE.exec(text);
    at += type?.[0].length ?? 0;
    const letter = text[at] ?? '';
    const inner = open.at(-1);
    const depth = open.length - outer;
    if (letter === '{' || letter === '[' || letter === '(') {
      // Another record behind the one that ended.
      if (outer > 0 && open.length === 0 && key === undefined) return;
      const isList = letter !== '{' || (type?.[1] !== undefined && !type[0].startsWith('map'));
      open.push({ isList, name: isList ? key : undefined });
      key = undefined;
      at++;
    } else if (letter === '}' || letter === ']' || letter === ')') {
      if (open.pop() === undefined && ++outer > MOST_OUTER) return;
      at++;
    } else if (letter === '"' || letter === "'") {
      const close = stringEnd(text, at + 1, end, letter);
      if (close === undefined) return;
      const content = span(at + 1, close);
      if (isName(text, close)) {
        // Lua's names stand in brackets.
        if (text[close + 1] === ']') open.pop();
        key = content;
        at = BEHIND_NAME.lastIndex;
        continue;
      }
      at = close + 1;
      if (key) yield { name: key, value: content, depth };
      else if (!inner) return;
      else if (inner.name) yield { name: inner.name, value: content, depth: depth - 1 };
      else inner.name = content;
      key = undefined;
    } else {
      WORD.lastIndex = letter === ':' ? at + 1 : at;
      const start = WORD.lastIndex;
      const length = WORD.exec(text)?.[0].length ?? 0;
      if (length === 0) return;
      at = start + length;
      // The mark of a string's kind: `b'…'`, `u'…'`.
      if (length === 1 && /["']/.test(text[at] ?? '')) continue;
      if (isName(text, at)) {
        key = span(start, at);
        at = BEHIND_NAME.lastIndex;
        continue;
      }
      if (key) yield { name: key, value: span(start, at), depth };
      else if (!inner?.isList) return;
      key = undefined;
    }
  }
}

/** Whether what ends at an offset, before its quote if it has one, is the name of a member. */
function isName(text: string, end: number): boolean {
  BEHIND_NAME.lastIndex = end;
  return BEHIND_NAME.test(text);
}
