import { codedLayout } from './coded/coded-layout.ts';
import type { Layout } from './frame.ts';
import { linesLayout } from './lines/lines-layout.ts';
import { membersLayout } from './members/members.ts';
import { lineOfHit, type StartLineHit } from './start-lines/start-lines.ts';
import { treeLayout } from './tree.ts';

/**
 * How the message behind a start line is laid out, told from what follows that line; undefined when no header
 * field does before the next start line, so that this one is only somebody talking about a message.
 */
export function layoutAfter(text: string, hit: StartLineHit, nextStart: number): Layout | undefined {
  const line = lineOfHit(text, hit);
  return (
    codedLayout(text, hit, line, nextStart) ??
    treeLayout(text, hit) ??
    membersLayout(text, hit, nextStart) ??
    linesLayout(text, hit, line, nextStart)
  );
}
