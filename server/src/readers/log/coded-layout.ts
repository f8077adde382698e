import { ownCopy } from '../../sip/own-copy.ts';
import type { CodedLayout } from './frame.ts';
import { blankCode, cellCode, type LineCode, lineCodes, pipeCode, rowCode } from './line-codes.ts';
import { isBlankRange, knownHeaderIn, lineStartBefore, type PhysicalLine, physicalLineAt } from './line-shapes.ts';
import { headerAlternatives } from './patterns.ts';
import type { StartLineHit } from './start-lines.ts';
import { isTsharkField, tsharkHead } from './tshark-fields.ts';

const KNOWN_HEADER_NEXT = new RegExp(`^(?:${headerAlternatives})[ \\t]*:`, 'i');
const LONG_HEADER_NEXT =
  /^(?:Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|Record-Route|Route|Allow|User-Agent|Server)[ \t]*:/;
const asSought = (code: LineCode) => ({ code, pattern: new RegExp(code.lineBreak, 'g') });
const codes = [...lineCodes, blankCode, pipeCode].map(asSought);
const codesInTables = [rowCode, cellCode].map(asSought).concat(codes);

/** Patterns of line breaks look no further behind them: for a header field, and in tables for the end of its line. */
const BEYOND_LINE_BREAK = 400;

/** What can stand between the start line and a header line that follows on the same physical line. */
export function codedLayout(text: string, hit: StartLineHit, line: PhysicalLine): CodedLayout | undefined {
  if (hit.spelling) return { kind: 'coded', code: hit.spelling, wrap: undefined };
  if (line.end - hit.end < 2) return undefined;
  if (isTsharkField(text, hit.start))
    return tsharkHead(text, hit.end) && { kind: 'coded', code: 'tshark', wrap: undefined };
  const rest = text.slice(hit.end, Math.min(line.end, hit.end + 512)) + wrappedRest(text, hit, line);
  if (!rest.includes(':')) return undefined;
  let first: { at: number; code: string } | undefined;
  let sought = rest;
  for (const { code, pattern } of rest.includes('\t') || rest.includes('",') ? codesInTables : codes) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sought); match; match = pattern.exec(sought)) {
      if (first && match.index >= first.at) break;
      if (KNOWN_HEADER_NEXT.test(rest.slice(pattern.lastIndex, pattern.lastIndex + 40))) {
        first = { at: match.index, code: code.id };
        // Only what stands before it can be the first one instead.
        sought = rest.slice(0, pattern.lastIndex + BEYOND_LINE_BREAK);
        break;
      }
      if (match[0] === '') pattern.lastIndex++;
    }
  }
  if (!first && hit.kind === 'request' && / /.test(rest[0] ?? '') && LONG_HEADER_NEXT.test(rest.trimStart())) {
    first = { at: 0, code: 'blank' };
  }
  if (!first) {
    const blank = / (?=(?:Via|From|To|Call-ID|CSeq|Max-Forwards|Record-Route)[ \t]*: ?\S)/.exec(rest);
    if (blank) first = { at: blank.index, code: 'blank' };
  }
  if (!first || (first.code.startsWith('blank') && isOneHeaderOnly(text, rest.slice(first.at), line))) return undefined;
  return { kind: 'coded', code: first.code, wrap: wrapIndent(text, hit, first.code) };
}

/** Whether only one header line follows a start line on its own line: a sentence, or the next ones stand on the next lines. */
function isOneHeaderOnly(text: string, rest: string, line: PhysicalLine): boolean {
  const header = /^\s*[\w-]+[ \t]*:/.exec(rest)?.[0];
  if (header === undefined || knownHeaderIn(rest, header.length, rest.length) !== undefined) return false;
  // A sentence that names one header field.
  if (!/^\s*(?:Via|v)[ \t]*:/i.test(header)) return true;
  const next = physicalLineAt(text, line.next);
  const at = knownHeaderIn(text, next.start, next.end);
  return at !== undefined && isBlankRange(text, next.start, at);
}

/** The next line of a dump that was wrapped behind the start line. */
function wrappedRest(text: string, hit: StartLineHit, line: PhysicalLine): string {
  const indent = wrapIndent(text, hit, 'dots');
  if (indent === undefined || !text.slice(hit.end, line.end).includes('..')) return '';
  const next = physicalLineAt(text, line.next);
  return text.startsWith(indent, next.start)
    ? text.slice(next.start + indent.length, Math.min(next.end, next.start + 64))
    : '';
}

/** ngrep wraps its dotted dumps at a width of its own and indents every line alike. */
function wrapIndent(text: string, hit: StartLineHit, code: string): string | undefined {
  if (code !== 'dots') return undefined;
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 512));
  const indent = /^[ \t]+/.exec(text.slice(lineStart, hit.start))?.[0];
  return indent === undefined || lineStart + indent.length > hit.start ? undefined : ownCopy(indent);
}
