import type { Frame } from '../frame.ts';
import type { LogicalTextBuilder } from '../logical.ts';
import { beforePacket } from '../packet-objects.ts';
import { stringEnd } from '../shapes/strings.ts';

/**
 * `tshark -T json` and `-T ek` give the start line and the header fields as two strings, with a tree between them:
 * `"sip.Request-Line": "INVITE …"`, `"sip.msg_hdr": "Via: …\r\n…"`; so does
 * `-T pdml` with attributes. The body is not in them as text.
 */

const START_LINE_FIELD =
  /"(?:sip_)?sip[._](?:Request|Status)-Line"(?:\s?:\s?(?:\[\s*)?"| showname="(?:Request|Status)-Line: )$/;
const HEADER_FIELD = /"(?:sip_)?sip[._]msg_hdr"(?:\s?:\s?(?:\[\s*)?"| [^>\n]{0,200}? show=")/;
/** The tree of a start line is no longer than this. */
const LARGEST_TREE = 8192;
const LONGEST_STRING = 65_536;

/** Whether a start line stands in such a field. */
export const isTsharkField = (text: string, start: number): boolean =>
  START_LINE_FIELD.test(text.slice(Math.max(0, start - 80), start));

/** Whether a message is read from such fields. */
export const isTsharkFrame = ({ layout }: Frame): boolean => layout.kind === 'coded' && layout.code === 'tshark';

/** The string with the header fields that belong to the start line before `from`. */
export function tsharkHead(text: string, from: number): { start: number; end: number } | undefined {
  // Where the fields were asked for in another order, the next packet has them.
  const match = HEADER_FIELD.exec(beforePacket(text.slice(from, from + LARGEST_TREE)));
  if (!match) return undefined;
  const start = from + match.index + match[0].length;
  return { start, end: stringEnd(text, start, Math.min(text.length, start + LONGEST_STRING), '"') ?? start };
}

/** Takes the start line, the header fields by `copyHead`, and the empty line behind them. */
export function decodeTsharkFields(
  builder: LogicalTextBuilder,
  text: string,
  start: number,
  copyHead: (start: number, end: number, inXml: boolean) => void,
): void {
  const lineEnd = stringEnd(text, start, Math.min(text.length, start + LONGEST_STRING), '"') ?? start;
  const head = tsharkHead(text, lineEnd);
  builder.copy(text, start, lineEnd);
  if (!head) return;
  builder.decode('\n', lineEnd, head.start);
  copyHead(head.start, head.end, text.startsWith('show=', head.start - 6));
  builder.decode('\n', head.end, head.end);
}
