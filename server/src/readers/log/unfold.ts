import { unfoldCarried } from './carried/carried.ts';
import { unfoldCoded } from './coded/coded.ts';
import type { Frame } from './frame.ts';
import { unfoldLines } from './lines/lines.ts';
import type { LogicalText } from './logical.ts';
import { unfoldMarked } from './markup/marked.ts';
import { unfoldMembers } from './members/members.ts';
import { unfoldTree } from './tree.ts';
import { unfoldWrapped } from './wrap/wrapped.ts';

/** The text of the message that a frame holds, as it went over the wire. */
export function unfold(text: string, frame: Frame): LogicalText {
  switch (frame.layout.kind) {
    case 'lines':
      return unfoldLines(text, frame, frame.layout);
    case 'coded':
      return unfoldCoded(text, frame, frame.layout);
    case 'tree':
      return unfoldTree(text, frame, frame.layout);
    case 'members':
      return unfoldMembers(text, frame, frame.layout);
    case 'wrapped':
      return unfoldWrapped(text, frame, frame.layout, unfold);
    case 'marked':
      return unfoldMarked(text, frame, frame.layout, unfold);
    case 'carried':
      return unfoldCarried(text, frame, frame.layout, unfold);
    case 'own':
      return frame.layout.unfold(text, frame);
  }
}
