import { begins, isForeign, type Part } from './parts.ts';
import { columns, firstWord, isFull, isFullLine, overflows, type Row } from './rows.ts';
import type { Wrap } from './wrap.ts';

/** What stood where a tool parted two lines. */

/** What stood between a line and the next one before they were parted; undefined where they are two lines. */
export function glueOf(text: string, row: Row, next: Row, wrap: Wrap, part: Part): '' | ' ' | undefined {
  if (next.content >= next.end && !wrap.oneLine) return undefined;
  if (wrap.oneLine && wrap.at === 'blank')
    return next.content < next.end && text.startsWith(wrap.lead, next.start) && goesOnAtBlank(text, row, next, wrap)
      ? ' '
      : undefined;
  if (wrap.oneLine) return isFullLine(text, row.start, wrap) ? '' : undefined;
  if (begins(text, next, part, row)) return undefined;
  if (wrap.at === 'column') {
    if (!isFull(text, row, wrap.width)) return undefined;
    return columns(text, row.start, row.end) === wrap.width - 1 && text[behindLead(text, next, wrap)] !== ' '
      ? ' '
      : '';
  }
  if (!overflows(text, row, next, wrap.width)) return undefined;
  // A word that is too long for a line is broken where the line is full.
  const word = wordBefore(text, row) + firstWord(text, next).length;
  const isList = text[row.end - 1] === ',' || text.startsWith('SIP/', next.content);
  const isTorn =
    !isList && word > wrap.width - (next.content - next.start) && columns(text, row.start, row.end) === wrap.width;
  return isTorn ? '' : ' ';
}

/** Whether the first word of a line did not fit on the one before it, where a width tells. */
const goesOnAtBlank = (text: string, row: Row, next: Row, { width }: Wrap): boolean =>
  width === 0 || (overflows(text, row, next, width) && !isForeign(text, next));

/** Where the content of a line starts that goes on with the one before it. */
export const behindLead = (text: string, { content }: Row, { lead, inStrings }: Wrap): number =>
  text.startsWith(lead, content) ? content + lead.length + (inStrings ? 1 : 0) : content;

/** Where the content of a line ends that the next one goes on with. */
export const beforeTail = (text: string, { end }: Row, { tail, inStrings }: Wrap): number =>
  text.startsWith(tail, end - tail.length) ? end - tail.length - (inStrings ? 1 : 0) : end;

const wordBefore = (text: string, { content, end }: Row): number =>
  end - content - text.slice(content, end).lastIndexOf(' ') - 1;
