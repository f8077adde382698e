import { lineNear, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import type { Carrier, FlatLines } from './carrier.ts';
import { cellOn, contentOfCell } from './cells.ts';
import type { Content } from './content.ts';
import { contentOfElement, elementOn } from './elements.ts';
import { contentOfEvent, contentsOfEvents, eventsAt } from './events.ts';
import { contentsOfFlatLines, flatLinesAt } from './flat-lines.ts';
import { contentOfJsonMember, contentOfJsonString, jsonMemberAt } from './json-members.ts';
import { contentOfLongString, longStringAt } from './long-strings.ts';
import { contentsOfMember, memberOn } from './members.ts';
import { contentOfPage, pageAround } from './pages.ts';
import { contentOfPartialLine, partialLinesAt } from './partial-lines.ts';
import { contentsOfPieces, piecesAt } from './pieces.ts';
import { contentsOfSharedLines, sharedLinesAt } from './shared-lines.ts';
import { contentsOfSheets, sheetsAt } from './sheets.ts';
import { contentBetween, sidesOf } from './sides.ts';
import { contentOfSignedLine, contentsOfSignedLines, signedLinesAt } from './signed-lines.ts';
import { contentOfSoftLine, softLinesAt } from './soft-lines.ts';
import { contentOfStrand, contentsOfStrand, strandAt } from './strands.ts';
import { openingQuote } from './strings.ts';

/** A line that carries another one is no longer than this before and behind an offset; a string may be. */
export const LONGEST_BEFORE = 2048;
export const LONGEST_BEHIND = 8192;

/** What may carry the line on which an offset is, what is told most surely first. */
export function carriersAt(text: string, at: number): readonly Carrier[] {
  const line = lineNear(text, at, LONGEST_BEFORE, LONGEST_BEHIND);
  const carriers = line
    ? [
        partialLinesAt(text, line, at),
        // In a string stands what another carrier holds.
        openingQuote(text, at) === undefined ? strandAt(text, line, at) : undefined,
        memberOn(text, line, at),
        jsonMemberAt(text, at),
        eventsAt(text, at),
        cellOn(text, line, at),
        elementOn(text, line, at),
        longStringAt(text, at),
        sheetsAt(text, at),
        flatLinesAt(text, at),
        sharedLinesAt(text, at),
        signedLinesAt(text, line, at),
        piecesAt(text, line, at),
        ...sidesOf(text, line, at),
        pageAround(text, line, at),
        softLinesAt(text, at),
      ]
    : [jsonMemberAt(text, at), eventsAt(text, at), longStringAt(text, at), flatLinesAt(text, at)];
  return carriers.filter((carrier) => carrier !== undefined);
}

/** What the lines say from the one on which an offset is, as far as they are carried alike, none from behind `limit`. */
export function contentsFrom(text: string, from: number, limit: number, carrier: Carrier): Iterable<Content> {
  switch (carrier.kind) {
    case 'member':
      return contentsOfMember(text, from, limit, carrier);
    case 'long-string':
      return [contentOfLongString(text, from, limit)];
    case 'flat-lines':
    case 'flat-strings':
      return contentsOfFlatLines(text, from, limit, carrier);
    case 'events':
      return contentsOfEvents(text, from, limit);
    case 'sheets':
      return contentsOfSheets(text, from, limit);
    case 'pieces':
      return contentsOfPieces(text, from, limit, carrier);
    case 'shared-lines':
      return contentsOfSharedLines(text, from, limit);
    case 'signed-lines':
      return contentsOfSignedLines(text, from, limit, carrier);
    case 'strand':
      return contentsOfStrand(text, from, limit, carrier);
    default:
      return contentsOfLines(text, from, limit, carrier);
  }
}

export type LineCarrier = Exclude<Carrier, { kind: 'member' | 'long-string' | FlatLines['kind'] }>;

function* contentsOfLines(text: string, from: number, limit: number, carrier: LineCarrier): Generator<Content> {
  let at = lineStartBefore(text, from, Math.max(0, from - LONGEST_BEFORE));
  if (carrier.kind === 'json-member' && at !== from) {
    const content = contentOfJsonString(text, from, limit);
    if (!content) return;
    yield content;
    at = content.next;
  }
  while (at < limit) {
    const line = physicalLineAt(text, at);
    const content = contentOn(text, line, carrier, limit);
    if (!content) return;
    yield content;
    at = line.next;
  }
}

/** What a line says; undefined where it is not carried so. Nothing behind `limit` is looked at. */
export function contentOn(text: string, line: PhysicalLine, carrier: LineCarrier, limit: number): Content | undefined {
  switch (carrier.kind) {
    case 'json-member':
      return contentOfJsonMember(text, line, carrier, limit);
    case 'cell':
      return contentOfCell(text, line, carrier);
    case 'element':
      return contentOfElement(text, line, carrier);
    case 'sides':
      return contentBetween(text, line, carrier);
    case 'page':
      return contentOfPage(text, line);
    case 'soft-lines':
      return contentOfSoftLine(text, line);
    case 'events':
      return contentOfEvent(text, line);
    case 'partial-lines':
      return contentOfPartialLine(text, line, carrier);
    case 'signed-lines':
      return contentOfSignedLine(text, line, carrier);
    case 'strand':
      return contentOfStrand(text, line, carrier);
    case 'sheets':
    case 'pieces':
    case 'shared-lines':
      return line;
  }
}
