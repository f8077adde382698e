import { span } from '../../../sip/span.ts';
import { inkEnd, isBlankRange, physicalLineAt } from '../shapes/physical-lines.ts';
import type { Member } from './member.ts';

/**
 * The members of a mapping in YAML, each value of a list for itself: `Via: '…'`, `Via:`, `  - "…"`; so write TOML
 * (`Via = "…"`) and PHP (`[Via] => …`), a member a line.
 */

const MEMBER = /^([ ]*)((?:- )?)(["'[]?)([A-Za-z_][\w-]{0,63})["'\]]?[ ]*(?::|=>|=)(?=\s|$)[ ]*/;
/** The brackets of PHP's arrays, and the names of TOML's tables. */
const BETWEEN = /^[ ]*(?:[()]|\[[\w.-]{1,64}\])\s*$/;
const ITEM = /^[ ]*- /;
const MOST_LINES = 256;

export function* yamlMembers(text: string, from: number, end: number, depth: number): Generator<Member> {
  let list: { name: Member['name']; depth: number } | undefined;
  for (let i = 0, at = from; i < MOST_LINES && at < end; i++) {
    const line = physicalLineAt(text, at);
    at = line.next;
    if (isBlankRange(text, line.start, line.end)) continue;
    const head = text.slice(line.start, Math.min(line.end, line.start + 160));
    const member = MEMBER.exec(head);
    const item = member ? null : ITEM.exec(head);
    if (member) {
      const own = member[1]!.length + member[2]!.length;
      // Another record, or what stands around this one.
      if (own < depth) return;
      const nameStart = line.start + own + member[3]!.length;
      const name = span(nameStart, nameStart + member[4]!.length);
      const value = scalar(text, line.start + member[0].length, line.end);
      list = value ? undefined : { name, depth: own };
      if (value) yield { name, value, depth: own };
    } else if (item && list) {
      const value = scalar(text, line.start + item[0].length, line.end);
      if (value) yield { name: list.name, value, depth: list.depth };
    } else if (!BETWEEN.test(head)) return;
  }
}

/** The content of a value on one line, without its quotes. */
function scalar(text: string, start: number, lineEnd: number): Member['value'] | undefined {
  const end = inkEnd(text, start, lineEnd);
  if (end <= start || /^[|>&*]/.test(text[start]!)) return undefined;
  // A list or a mapping that ends on the line.
  if (/^[{[]/.test(text[start]!)) return /[}\]]/.test(text[end - 1]!) && end - start > 2 ? span(start, end) : undefined;
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return span(start, end);
  return text[end - 1] === quote && end - start >= 2 ? span(start + 1, end - 1) : span(start, end);
}
