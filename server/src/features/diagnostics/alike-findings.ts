import type { Message } from '../../sip/message.ts';
import { ownCopy } from '../../sip/own-copy.ts';
import { span } from '../../sip/span.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './rules.ts';

/** A finding of a message as every message that is like it has it: at the name that begins one of its lines. */
export interface AlikeFinding {
  readonly rule: RuleId;
  /** The line, counted from 0: what alike messages differ in breaks none. */
  readonly line: number;
  readonly length: number;
  readonly args: readonly string[];
}

/** What these tell depends on the names of the header fields, the method and the status code, in which alike messages agree. */
const TOLD_BY_NAMES: ReadonlySet<RuleId> = new Set<RuleId>(['sip.header-not-applicable', 'sip.forbidden-header']);

/** The findings of a message for those that are like it; undefined where one of them may be this message's alone. */
export function alikeFindings(message: Message, findings: readonly Finding[]): readonly AlikeFinding[] | undefined {
  const alike: AlikeFinding[] = [];
  for (const finding of findings) {
    if (!TOLD_BY_NAMES.has(finding.rule) || !isOfName(message, finding)) return undefined;
    const { rule, span: name, args = [] } = finding;
    alike.push({
      rule,
      line: lineOf(message.text, name.start),
      length: name.end - name.start,
      args: args.map(ownCopy),
    });
  }
  return alike;
}

function isOfName({ text, headers }: Message, { span: place, fix, related, slight }: Finding): boolean {
  if (fix || related || slight || text[place.start - 1] !== '\n') return false;
  return headers.some(({ known, name }) => known && name.start === place.start && name.end === place.end);
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < offset; feed = text.indexOf('\n', feed + 1)) line++;
  return line;
}

/** The findings in the text of a message that is like theirs; they are ordered by their lines. */
export function findingsIn(text: string, alike: readonly AlikeFinding[]): readonly Finding[] {
  let line = 0;
  let start = 0;
  return alike.map(({ rule, line: wanted, length, args }) => {
    for (; line < wanted; line++) start = text.indexOf('\n', start) + 1;
    return { rule, span: span(start, start + length), args };
  });
}
