import type { Frame, TreeLayout } from './frame.ts';
import { type LogicalText, LogicalTextBuilder } from './logical.ts';
import { isKnownHeaderLine } from './shapes/header-lines.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from './shapes/physical-lines.ts';
import { lineOfHit, type StartLineHit } from './start-lines/start-lines.ts';

/**
 * Reads the tree that `tshark -V` draws: header lines stand at one depth, their details deeper. Where a page has lost
 * the blanks before them all lines stand at depth 0, and header lines are those with the name of a header field.
 */

const LABEL = /^([ \t|]*)(?:Request-Line|Status-Line): $/;
const LONGEST_LABEL = 256;
/** Among so many lines behind the start line the head begins. */
const LINES_BEFORE_HEAD = 64;

/** The tree that a start line stands in behind its label, with the depth of the header lines below `Message Header`. */
export function treeLayout(text: string, hit: StartLineHit): TreeLayout | undefined {
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - LONGEST_LABEL));
  const own = LABEL.exec(text.slice(lineStart, hit.start))?.[1]?.length;
  if (own === undefined) return undefined;
  let line = lineOfHit(text, hit);
  for (let i = 0; i < LINES_BEFORE_HEAD && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    const depth = depthOf(text, line.start, line.end);
    if (depth < own) return undefined;
    if (depth > own || !text.startsWith('Message Header', line.start + depth)) continue;
    const header = physicalLineAt(text, line.next);
    const headerDepth = depthOf(text, header.start, header.end);
    const isFlat = headerDepth === 0 && own === 0 && isKnownHeaderLine(text, header.start, header.end);
    return headerDepth > own || isFlat ? { kind: 'tree', depth: headerDepth } : undefined;
  }
  return undefined;
}

/** The frame reaches to the end of the tree, body included; the message has no length of its own to be judged by. */
export function frameTree(text: string, hit: StartLineHit, layout: TreeLayout): Frame {
  let end = lineOfHit(text, hit).next;
  for (let at = end; at < text.length; ) {
    const line = physicalLineAt(text, at);
    if (isBlankRange(text, line.start, line.end)) break;
    if (layout.depth === 0 ? isOfNextPacket(text, line) : depthOf(text, line.start, line.end) === 0) break;
    end = line.next;
    at = line.next;
  }
  return { start: hit.start, end, layout, state: 'complete', identity: {} };
}

const NEXT_PACKET = /^(?:Frame \d+:|No\.\s)/;
const isOfNextPacket = (text: string, { start }: PhysicalLine): boolean =>
  NEXT_PACKET.test(text.slice(start, start + 24));

/** Start line, header lines and session description, without labels and details. */
export function unfoldTree(text: string, frame: Frame, layout: TreeLayout): LogicalText {
  const builder = new LogicalTextBuilder();
  const first = physicalLineAt(text, frame.start);
  builder.copy(text, frame.start, first.end);
  builder.decode('\n', first.end, first.next);
  let part: 'start' | 'head' | 'body' = 'start';
  for (let at = first.next; at < frame.end; ) {
    const line = physicalLineAt(text, at);
    const depth = depthOf(text, line.start, line.end);
    const content = line.start + depth;
    const isFlat = layout.depth === 0;
    const isHeader = isFlat
      ? isKnownHeaderLine(text, content, line.end)
      : depth === layout.depth && text[content] !== '[';
    if (isFlat ? text.startsWith('Message ', content) : depth < layout.depth) {
      const wasBody = part === 'body';
      part = text.startsWith('Message Header', content)
        ? 'head'
        : text.startsWith('Message Body', content)
          ? 'body'
          : part;
      if (part === 'body' && !wasBody) builder.decode('\n', line.start, line.next);
    } else if (part === 'head' && isHeader) {
      builder.copy(text, content, line.end);
      builder.decode('\n', line.end, line.next);
    } else if (part === 'body') sdpLine(builder, text, content, line.end, line.next);
    at = line.next;
  }
  if (part !== 'body') builder.decode('\n', frame.end, frame.end);
  return builder.build();
}

const SDP_LABEL = /\(([a-z])\): /;

/** `Media Attribute (a): sendrecv` is `a=sendrecv`. */
function sdpLine(builder: LogicalTextBuilder, text: string, start: number, end: number, next: number): void {
  const label = SDP_LABEL.exec(text.slice(start, Math.min(end, start + 128)));
  if (!label) return;
  const type = start + label.index + 1;
  builder.copy(text, type, type + 1);
  const value = start + label.index + label[0].length;
  builder.decode('=', type + 1, value);
  builder.copy(text, value, end);
  builder.decode('\n', end, next);
}

function depthOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '|')) at++;
  return at - start;
}
