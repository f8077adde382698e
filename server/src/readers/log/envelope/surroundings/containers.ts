import type { Frame } from '../../frame.ts';

/** Lines of several containers among each other, as `docker compose logs` shows them. */

/** The container before every line: `edge-1  | `. */
const CONTAINER = /^([\w.-]{1,64}) {0,32}\| /;

/** Whether a line is of another container than the message, among whose lines it stands. */
export function isOfOther(line: string, { layout }: Frame): boolean {
  const own = layout.kind === 'lines' ? CONTAINER.exec(layout.prefix)?.[1] : undefined;
  return own !== undefined && (CONTAINER.exec(line)?.[1] ?? own) !== own;
}
