import { type Span, span } from '../../../sip/span.ts';
import type { Member } from './member.ts';

/**
 * The elements beside an offset and around it, each as a member: `<Via>…</Via>`, `<header name="Via">…</header>`,
 * `<header name="Via" value="…"/>`.
 */

const ATTRIBUTE = '\\s+[\\w:.-]{1,64}\\s?=\\s?(?:"[^"<]{0,4096}"|\'[^\'<]{0,4096}\')';
const TAG = new RegExp(`\\s*<(/?)(?:[\\w.-]{1,32}:)?([A-Za-z_][\\w.-]{0,64})((?:${ATTRIBUTE}){0,16})\\s*(/?)>`, 'y');
/** What stands before a name or a value in its tag, and that. */
const ELEMENT = /^(\s*<(?:[\w.-]{1,32}:)?)([\w.-]+)/;
const NAME_ATTRIBUTE = /(\s(?:name|key|field)\s?=\s?["'])([\w-]{1,64})["']/i;
const VALUE_ATTRIBUTES = [/(\s(?:value|val)\s?=\s?")([^"]*)"/i, /(\s(?:value|val)\s?=\s?')([^']*)'/i];
const CDATA = '<![CDATA[';
const LONGEST_TAG = 2048;
const MOST_OUTER = 3;
const MOST_STEPS = 512;

export function* xmlMembers(text: string, from: number, end: number): Generator<Member> {
  let at = from;
  // Behind a start line that is an attribute.
  if (text[at] !== '<') {
    const tagEnd = text.slice(at, at + LONGEST_TAG).indexOf('>');
    if (tagEnd < 0) return;
    at += tagEnd + 1;
  }
  let depth = 0;
  for (let i = 0; i < MOST_STEPS && at < end; i++) {
    if (text.startsWith(']]>', at)) at += 3;
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag || tag.index + tag[0].length > end) return;
    const tagStart = at;
    at += tag[0].length;
    const [, closes, , , isEmpty] = tag;
    if (closes) {
      if (--depth < -MOST_OUTER) return;
      continue;
    }
    if (!isEmpty) depth++;
    const written = text.slice(tagStart, at);
    const name = insideTag(written, NAME_ATTRIBUTE, tagStart) ?? insideTag(written, ELEMENT, tagStart);
    if (!name) return;
    const [inDouble, inSingle] = VALUE_ATTRIBUTES.map((pattern) => insideTag(written, pattern, tagStart));
    const valued = inDouble ?? inSingle;
    if (valued) yield { name, value: valued, depth: isEmpty ? depth + 1 : depth };
    if (isEmpty) continue;
    const isCdata = text.startsWith(CDATA, at);
    const start = isCdata ? at + CDATA.length : at;
    const length = text.slice(start, end).indexOf(isCdata ? ']]>' : '<');
    if (length < 0) return;
    const value = span(start, start + length);
    const isEmptyText = text.slice(value.start, value.end).trim() === '';
    if (!valued && !isEmptyText) yield { name, value, depth };
    at = value.end;
  }
}

/** Where the last group of a pattern stands in a tag that begins at an offset. */
function insideTag(tag: string, pattern: RegExp, at: number): Span | undefined {
  const match = pattern.exec(tag);
  if (!match) return undefined;
  const start = at + match.index + match[1]!.length;
  return span(start, start + match[2]!.length);
}
