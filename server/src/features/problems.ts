import { type Analysis, logicalTextOf, placedMessage } from '../analysis.ts';
import type { Frame } from '../readers/log/frame.ts';
import { documentSpan, type LogicalText } from '../readers/log/logical.ts';
import type { BlockReading, Dialect, DialectFinding, DialectFix } from '../readers/reading.ts';
import { valueOf } from '../sip/fields.ts';
import { ownCopy } from '../sip/own-copy.ts';
import type { Span } from '../sip/span.ts';
import type { Finding, Fix, FixTitle, Related } from './diagnostics/finding.ts';
import { judgeText } from './diagnostics/judge.ts';
import { judgeMentions } from './diagnostics/mentions.ts';
import { type RuleId, ruleSeverity, type Severity, type SeveritySetting } from './diagnostics/rules.ts';
import { Kept } from './kept.ts';

/** A finding at its place in the document, with the severity that is asked for there. */
export interface Problem {
  readonly rule: RuleId;
  readonly span: Span;
  readonly severity: Severity;
  readonly args: readonly string[];
  /** Offered where somebody writes: never in a log. */
  readonly fix?: PlacedFix;
  /** Other places that make it understandable. */
  readonly related: readonly Related[];
}

/** A fix whose edits are in the document. */
export type PlacedFix = Fix;

/** What the user set for single rules. */
export type RuleSettings = Readonly<Record<string, SeveritySetting>>;

/** The problems of a document in order, as they are asked for: a reader may stop after the first thousand. */
export function* problemsOf(analysis: Analysis, settings: RuleSettings): Generator<Problem> {
  const isLog = analysis.dialect === 'log';
  const noise = trailingOctets(analysis);
  for (const frame of analysis.frames) {
    const findings = findingsOf(analysis, frame);
    // Most messages have none, and a loop over nothing costs more than to ask.
    if (findings.length === 0) continue;
    for (const { rule, span, args, fix, related, slight } of findings) {
      const severity = severityOf(rule, analysis.dialect, settings, slight || frame === noise);
      if (severity === 'off') continue;
      yield {
        rule,
        span: moved(span, frame.start),
        severity,
        args,
        related: related.map((one) => ({ ...one, span: moved(one.span, frame.start) })),
        ...(fix && !isLog ? { fix: placedFix(fix, (range) => moved(range, frame.start)) } : {}),
      };
    }
  }
  yield* configProblems(analysis, settings);
}

/**
 * Judges so many messages that have not been judged yet, from the one with the index `from` on, and gives the index
 * to go on from: a server that does so bit by bit can answer something else in between.
 */
export function judgeSome(analysis: Analysis, from: number, most: number): number {
  let index = from;
  for (let fresh = 0; fresh < most && index < analysis.frames.length; index++) {
    const frame = analysis.frames[index]!;
    if (judged.of(frame)) continue;
    findingsOf(analysis, frame);
    fresh++;
  }
  return index;
}

/** A SIPp scenario is somebody's test: what is merely unusual in its messages may be what it tests. */
const QUIETER: Readonly<Partial<Record<SeveritySetting, SeveritySetting>>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'off',
};

/** What is most likely not the message's fault. */
const IN_A_LOW_VOICE: Readonly<Partial<Record<SeveritySetting, SeveritySetting>>> = {
  error: 'information',
  warning: 'information',
  information: 'hint',
};

function severityOf(rule: RuleId, dialect: Dialect, settings: RuleSettings, low: boolean): SeveritySetting {
  const severity = ruleSeverity(rule, dialect === 'log', settings[rule]);
  if (settings[rule] !== undefined) return severity;
  const own = dialect === 'sipp' ? (QUIETER[severity] ?? severity) : severity;
  return low ? (IN_A_LOW_VOICE[own] ?? own) : own;
}

/**
 * The second of two requests that have nothing to do with each other, the first being one datagram with its length, in
 * a file that holds them as they were sent: it is what follows the body in the datagram and is to be discarded,
 * whatever it looks like (RFC 3261 §18.3).
 */
function trailingOctets({ dialect, text, frames }: Analysis): Frame | undefined {
  const [first, second] = frames;
  if (dialect !== 'message' || !first || !second || frames.length > 2) return undefined;
  const [one, other] = [first, second].map((frame) => placedMessage(text, frame).message);
  if (one?.startLine.kind !== 'request' || other?.startLine.kind !== 'request') return undefined;
  const isDatagram = /^SIP\s*\/\s*2\.0\s*\/\s*UDP\s/i.test(valueOf(one, 'Via') ?? '');
  if (!isDatagram || valueOf(one, 'Content-Length') === undefined || !isAsSent(text.slice(0, second.start)))
    return undefined;
  return valueOf(one, 'Call-ID') === valueOf(other, 'Call-ID') ? undefined : second;
}

/** Whether every line ends as SIP's do on the wire; people who write a file seldom have that. */
const isAsSent = (text: string): boolean => !/(?<!\r)\n/.test(text);

/** A finding with its spans counted from where the message starts in the document. */
interface FrameFinding {
  readonly rule: RuleId;
  readonly span: Span;
  readonly args: readonly string[];
  readonly fix: PlacedFix | undefined;
  readonly related: readonly Related[];
  readonly slight: boolean;
}

const judged = new Kept<readonly FrameFinding[]>();
const nothing: readonly FrameFinding[] = [];

/** Whether a program printed the parts of a message, whose body then has no length to be judged by. */
const isStructure = ({ layout }: Frame): boolean => layout.kind === 'tree' || layout.kind === 'members';

/** What is wrong with a message; kept as long as edits only move it. */
function findingsOf(analysis: Analysis, frame: Frame): readonly FrameFinding[] {
  const known = judged.of(frame);
  if (known) return known;
  const logical = logicalTextOf(analysis.text, frame);
  const complete = frame.state === 'complete';
  const findings = judgeText(logical.text, {
    complete,
    trustedBodyEnd: complete && !isStructure(frame) && analysis.dialect !== 'sipp',
    ...wildcardsOf(analysis),
  });
  return judged.keep(
    frame,
    findings.length === 0 ? nothing : findings.map((finding) => inFrame(frame, logical, finding)),
  );
}

function inFrame(
  frame: Frame,
  logical: LogicalText,
  { rule, span, args, fix, related, slight }: Finding,
): FrameFinding {
  const place = (range: Span) => moved(documentSpan(logical, range), -frame.start);
  return {
    rule,
    span: place(span),
    args: (args ?? []).map(ownCopy),
    fix: fix && placedFix(fix, place),
    related: (related ?? []).map((one) => ({ ...one, span: place(one.span) })),
    slight: slight ?? false,
  };
}

const moved = (range: Span, by: number): Span => ({ start: range.start + by, end: range.end + by });

/** In a SIPp scenario a keyword stands for a value that nobody knows yet. */
const wildcardsOf = (analysis: Analysis) =>
  analysis.dialect === 'sipp' ? { wildcard: (text: string) => /\[[^\]\s]+[^\]]*\]/.test(text) } : {};

/** Who writes a code or a phrase into a configuration may well mean it. */
const IN_CONFIGS: RuleSettings = {
  'sip.unknown-status-code': 'hint',
  'sip.reason-phrase-mismatch': 'information',
};

function* configProblems(analysis: Analysis, settings: RuleSettings): Generator<Problem> {
  if (!analysis.config) return;
  for (const { start, reading } of analysis.config.blocks()) {
    for (const { rule: name, span, args, fix } of findingsOfBlock(reading)) {
      const rule = name as RuleId;
      const severity = ruleSeverity(rule, false, settings[rule] ?? IN_CONFIGS[rule]);
      if (severity === 'off') continue;
      yield {
        rule,
        span: moved(span, start),
        severity,
        args: args ?? [],
        related: [],
        ...(fix ? { fix: placedFix(fix, (range) => moved(range, start)) } : {}),
      };
    }
  }
}

const judgedBlocks = new Kept<readonly DialectFinding[]>();
const noFindings: readonly DialectFinding[] = [];

/** What is wrong in a block, by its reader and by its mentions; kept as long as edits only move it. */
function findingsOfBlock(reading: BlockReading): readonly DialectFinding[] {
  const { findings: own, mentions } = reading;
  if (own.length === 0 && mentions.length === 0) return noFindings;
  const block = { identity: reading };
  return judgedBlocks.of(block) ?? judgedBlocks.keep(block, inOrder([...own, ...judgeMentions(mentions, own)]));
}

const inOrder = (findings: readonly DialectFinding[]): readonly DialectFinding[] =>
  findings.toSorted((one, other) => one.span.start - other.span.start);

const placedFix = (fix: Fix | DialectFix, place: (range: Span) => Span): PlacedFix => ({
  title: fix.title as FixTitle,
  args: (fix.args ?? []).map(ownCopy),
  edits: fix.edits.map((edit) => ({ span: place(edit.span), newText: ownCopy(edit.newText) })),
});
