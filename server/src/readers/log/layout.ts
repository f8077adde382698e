import { codedLayout } from './coded/coded-layout.ts';
import type { Layout } from './frame.ts';
import { linesLayout } from './lines/lines-layout.ts';
import { membersLayout } from './members/members.ts';
import { lineStartBefore, physicalLineAt } from './shapes/physical-lines.ts';
import { lineOfHit, type StartLineHit } from './start-lines/start-lines.ts';

/**
 * How the message behind a start line is laid out, told from what follows that line; undefined when no header
 * field does before the next start line, so that this one is only somebody talking about a message.
 */
export function layoutAfter(text: string, hit: StartLineHit, nextStart: number): Layout | undefined {
  const line = lineOfHit(text, hit);
  // A part of a body that a packet tree shows for itself.
  if (text.slice(Math.max(0, hit.start - 24), hit.start).includes('sipfrag')) return undefined;
  return (
    codedLayout(text, hit, line) ??
    treeLayout(text, hit) ??
    membersLayout(text, hit, nextStart) ??
    linesLayout(text, hit, line, nextStart)
  );
}

function treeLayout(text: string, hit: StartLineHit): Layout | undefined {
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 256));
  const label = /^([ \t|]*)(?:Request-Line|Status-Line): $/.exec(text.slice(lineStart, hit.start));
  if (!label) return undefined;
  const depth = label[1]?.length ?? 0;
  let line = lineOfHit(text, hit);
  for (let i = 0; i < 64 && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    const content = text.slice(line.start, Math.min(line.end, line.start + 256));
    const blanks = /^[ \t|]*/.exec(content)?.[0].length ?? 0;
    if (blanks < depth) return undefined;
    if (blanks === depth && content.startsWith('Message Header', blanks)) {
      const header = physicalLineAt(text, line.next);
      const headerDepth = /^[ \t|]*/.exec(text.slice(header.start, Math.min(header.end, header.start + 256)))?.[0]
        .length;
      return headerDepth === undefined || headerDepth <= depth ? undefined : { kind: 'tree', depth: headerDepth };
    }
  }
  return undefined;
}
