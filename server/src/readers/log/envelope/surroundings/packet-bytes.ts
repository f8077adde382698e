import { MOST_HEADER_BYTES, PACKET_ENDS } from '../../shapes/tcpdump-lines.ts';

/**
 * What `tcpdump -A` shows of a packet: the line that tells of it, the bytes of its headers, and the message right behind
 * those. Line feeds are shown as they are, one of which stands in the options of nearly every TCP segment, so that the
 * bytes go on over several lines.
 */

const LONGEST_LINE = 512;
/** Behind the fields of IP in parentheses, or on a line below them. */
const TELLS_OF_PACKET = new RegExp(
  `^(?:.{0,192}?(?:\\bIP6? |\\blength \\d{1,5}: |\\) )|[ \\t]+)${PACKET_ENDS}[^\\n]*\\n`,
  'gm',
);
/** With `-v` its first line holds the fields of IP. */
const FIELDS_OF_IP = /[^\n]*\bIP6? \([^\n]*\)[ \t]*\n$/;

/** Where the lines begin that tell of the packet in whose bytes a message starts at an offset; they stand behind `floor`. */
export function packetLineAbove(text: string, start: number, floor: number): number | undefined {
  if (!text.slice(Math.max(floor, start - MOST_HEADER_BYTES), start).includes('..')) return undefined;
  const from = Math.max(floor, start - MOST_HEADER_BYTES - 2 * LONGEST_LINE);
  const near = text.slice(from, start);
  const line = [...near.matchAll(TELLS_OF_PACKET)].at(-1);
  if (!line) return undefined;
  const bytes = near.slice(line.index + line[0].length);
  if (bytes.length > MOST_HEADER_BYTES || !bytes.includes('..')) return undefined;
  const fields = /^[ \t]/.test(line[0]) ? FIELDS_OF_IP.exec(near.slice(0, line.index)) : null;
  return from + (fields?.index ?? line.index);
}
