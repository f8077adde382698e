import { beforePacket, lastPacketIn } from '../packet-objects.ts';
import { methodNames } from '../patterns.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { type StartLine, startLineAt } from '../start-lines/start-line-at.ts';
import { isFirstRow, LONGEST_ROW, type RowShape } from './code-rows.ts';
import type { Dump } from './dumps.ts';
import { VERSION_IN_CODES } from './version-codes.ts';

/** The start lines of dumps, and what tells that there may be some. */

/** How the first row of a packet begins, in which the version may be parted by the end of a row. */
const FIRST_ROWS = ['\\n0000  ', '0x0000:  ', '0000: [0-9a-f]{4}', '\\n(?:    |\\t|[<>] )?0000000'];

/** What is looked for, as alternatives. */
export const VERSION_OR_FIRST_ROW = [...FIRST_ROWS, VERSION_IN_CODES].join('|');

/** The line that a packet begins on whose beginning was found at an offset. */
export function firstRowAt(text: string, at: number): number | undefined {
  const row = text[at] === '\n' ? at + 1 : lineStartBefore(text, at, Math.max(0, at - 96));
  return isFirstRow(text, row) ? row : undefined;
}

interface DumpHit extends StartLine {
  readonly rows: { readonly shape: RowShape; readonly end: number };
}

/** The first start line of a packet, and those behind it that header lines follow. */
export function startLinesIn(document: string, dump: Dump): readonly DumpHit[] {
  const { text, starts, end, shape } = dump;
  if (isShownElsewhere(document, dump)) return [];
  const found: StartLine[] = [];
  for (let version = text.indexOf('SIP/'); version >= 0; version = text.indexOf('SIP/', version + 4)) {
    const hit = startLineAt(text, version);
    if (hit) found.push(hit);
  }
  const inRows = dump.rows > 1 || dump.shown;
  return found
    .filter((hit, i) => {
      const feed = text.indexOf('\n', hit.end);
      // Of a packet little more than the start line may have been taken.
      if (i === 0 && inRows && (feed < 0 || text.indexOf('\n', feed + 1) < 0)) return true;
      const isHeader = i === 0 && inRows ? headerNameAt : isKnownHeaderLine;
      return feed >= 0 && isHeader(text, feed + 1, text.length);
    })
    .map((hit) => ({
      kind: hit.kind,
      start: starts[hit.kind === 'request' ? methodStart(text, hit.start) : hit.start]!,
      end: starts[hit.end] ?? end,
      rows: { shape, end },
    }));
}

/** Such fields: `"udp.payload": "49:4e`, `"sip_raw": ["494e`, `value="494e`. */
const FIELD_OF_PACKET =
  /(?:(?:payload|segment_data|reassembled_data)"?[ \t]*:[ \t]*(?<list>\[\s*)?"?|_raw"?[ \t]*:[ \t]*[[\s]*"?|(?:value|show)=")$/;
/** The layer of SIP, whose fields are text. */
const SHOWN_AS_TEXT = /"(?:sip_)?sip[._](?:msg_hdr|Request-Line|Status-Line)"(?:\s?:\s?(?:\[\s*)?"| )/;
const LARGEST_PACKET = 16_384;
const FIRST_CODES = 96;

/** Whether codes are a field of a packet whose other fields show the same message: as text, or with the same codes. */
export function isShownElsewhere(document: string, { rows, starts, end }: Dump): boolean {
  const [start = 0] = starts;
  const field = FIELD_OF_PACKET.exec(document.slice(Math.max(0, start - 64), start));
  if (!field || (rows > 1 && document[start - 1] !== '"')) return false;
  // What was asked for alone stands in a list.
  if (!field[0].startsWith('_raw') && field.groups?.['list'] === undefined) return true;
  if (SHOWN_AS_TEXT.test(beforePacket(document.slice(end, end + LARGEST_PACKET)))) return true;
  const before = document.slice(Math.max(0, start - LARGEST_PACKET), start);
  const packet = before.slice(Math.max(0, lastPacketIn(before)));
  return packet.includes(document.slice(start, start + FIRST_CODES)) || SHOWN_AS_TEXT.test(packet);
}

/** A byte of the layer below may look like the method's first letter. */
function methodStart(bytes: string, start: number): number {
  const method = /^[A-Z]+/.exec(bytes.slice(start))?.[0] ?? '';
  const known = methodNames.find((name) => method.endsWith(name));
  return known ? start + method.length - known.length : start;
}

const BYTES_TO_KEEP = 1024;

/** Where the rows begin in which the last message of a dump stands that was not read to its end. */
export function lastRowsToKeep(text: string, { starts }: Dump, hits: readonly DumpHit[]): number {
  const at = hits.at(-1)?.start ?? starts.at(-BYTES_TO_KEEP) ?? 0;
  return lineStartBefore(text, at, Math.max(0, at - LONGEST_ROW));
}
