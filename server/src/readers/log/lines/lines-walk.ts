import type { LinesLayout } from '../frame.ts';
import type { Take, Walk } from './content-lines.ts';
import { HeadWalk } from './head-walk.ts';
import { walkBody } from './lines-body.ts';

/** Follows a message over its lines, from the start line to the end of the body. */
export function walkMessage(
  text: string,
  hit: { start: number; end: number },
  layout: LinesLayout,
  nextStart: (from: number) => number,
  take?: Take,
): Walk {
  const head = new HeadWalk(text, hit, layout, nextStart(hit.end), take);
  const bodyStart = head.toBody();
  const { end, mixed, folded, contentLength, contentType } = head;
  // The empty line is often lost; a head that says there is no body has said everything.
  if (bodyStart === undefined) return { end, complete: contentLength === 0, mixed, folded };
  const body = walkBody(text, bodyStart, head.layout, contentLength, contentType, nextStart, take);
  return { end: body.end, complete: body.complete, mixed: mixed || body.mixed, folded };
}
