import type { Span } from '../../../sip/span.ts';
import { parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import type { Judged } from '../judged.ts';

/** `a=` lines by their names. */

/** The value of a line that is well named; undefined where it is of another attribute, or has no colon. */
export function valueOf(judged: Judged, line: SdpLine, name: string): Span | undefined {
  if (line.type !== 'a' || !judged.text.startsWith(name, line.value.start)) return undefined;
  const attribute = parseSdpAttribute(judged.text, line.value);
  return judged.textOf(attribute.name) === name ? attribute.value : undefined;
}

/**
 * Whether a line has the name of an attribute and may lack what makes it readable: its colon, its value, its place. One
 * that has no name (`a=`, `a=:1`) may be any.
 */
export function isNamedLike(judged: Judged, { type, value }: SdpLine, name: string): boolean {
  const [, written] = /^\s*([\w-]+|(?=:|$))/.exec(judged.textOf(value)) ?? [];
  return type === 'a' && (written === name || written === '');
}
