import type { Carrier } from './carried/carrier.ts';
import type { RowShape } from './dumps/code-rows.ts';
import type { LineEscapes } from './escapes.ts';
import type { LogicalText } from './logical.ts';
import type { Wrap } from './wrap/wrap.ts';

/** One message and where it stands in the document. */
export interface Frame {
  /** The first character of the start line. */
  readonly start: number;
  /** Behind the last line of the message, its line break included where it has one. */
  readonly end: number;
  readonly layout: Layout;
  /** How long the message is, where it goes on behind its frame: among the lines of others, which hold the next one. */
  readonly reach?: number | undefined;
  /** `partial`: the log cut the message, or its end cannot be told. */
  readonly state: 'complete' | 'partial';
  /** Stays the same object while edits elsewhere only move the message: what is derived from it can be kept. */
  readonly identity: object;
}

/** How the lines of a message stand in the document. */
export type Layout =
  | LinesLayout
  | CodedLayout
  | TreeLayout
  | MembersLayout
  | WrappedLayout
  | MarkedLayout
  | CarriedLayout
  | OwnLayout;

/** What a table, or SQL, puts around a text. */
export type Quote = '"' | "'";

/** On physical lines, each behind the same kind of prefix and before the same suffixes; both are mostly empty. */
export interface LinesLayout {
  readonly kind: 'lines';
  /** What stands before the content of the first header line: blanks, a timestamp, a syslog tag, a pane. */
  readonly prefix: string;
  /** What stands at the end of every line, the outermost first: the `.` of ngrep -W byline, a literal `\r`. */
  readonly suffixes: readonly string[];
  /** How far behind the start of its content every line has the right border of a table's column. */
  readonly border?: number | undefined;
  /** Whether an empty line follows every line. */
  readonly doubled: boolean;
  /** Whether other lines of the log stand between those of the message, or escapes within them. */
  readonly mixed: boolean;
  /** Whether indented lines go on with the one before them (RFC 3261 §7.3.1). */
  readonly folded?: boolean | undefined;
  /** The quotes around it that are doubled within it, where the message is a field of a table or a string of SQL. */
  readonly quote?: Quote | undefined;
  /** What closes behind the message what stands open before it: a fence, a bracket, a tag. */
  readonly closer?: string | undefined;
  /** How characters are spelt in its lines, where they are. */
  readonly escapes?: LineEscapes | undefined;
  /** How much of its first line is the start line, where more stands behind it: a remark, or the first header line. */
  readonly startLine?: { readonly length: number; readonly rest: 'remark' | 'header' } | undefined;
  /** Whether every line of the frame is the message's, whatever it looks like: nothing else can stand there. */
  readonly whole: boolean;
}

/** On one physical line, with line breaks spelt as a row of `line-codes.ts` has it. */
export interface CodedLayout {
  readonly kind: 'coded';
  /** The id of the row. */
  readonly code: string;
  /** Where the tool wrapped the line at its own width: the blanks that start every further physical line. */
  readonly wrap: string | undefined;
  /** How its rows look, where it stands in a dump. */
  readonly rows?: RowShape | undefined;
  /** What stands before the text of every further record, where the log cut the message over several. */
  readonly recordHead?: string;
}

/** As `tshark -V` draws it: a header line at one depth of blanks, its details deeper. */
export interface TreeLayout {
  readonly kind: 'tree';
  readonly depth: number;
}

/** As a structure: the start line in a string, the header fields as members beside it, or in sections with names. */
export interface MembersLayout {
  readonly kind: 'members';
  readonly notation: 'json' | 'xml' | 'yaml' | 'sections';
  /** How long the start line is. */
  readonly length: number;
  /** How deep the member stands that is the start line, where depth is told by blanks. */
  readonly depth: number;
}

/** In one of the other ways, before a tool broke the lines of the text at a width of its own. */
export interface WrappedLayout {
  readonly kind: 'wrapped';
  readonly wrap: Wrap;
  readonly layout: Layout;
}

/** In one of the other ways, with marks for the eye among its words. */
export interface MarkedLayout {
  readonly kind: 'marked';
  readonly layout: Layout;
  /** The column in which letters stand for a border, where they do. */
  readonly border?: number;
}

/** In one of the other ways, each of its lines, or all of them in one, in what a tool put around it. */
export interface CarriedLayout {
  readonly kind: 'carried';
  readonly carrier: Carrier;
  readonly layout: Layout;
}

/** Whether a text had to be made of the document's before the message could be read in another layout. */
export const isRemade = ({ kind }: Layout): boolean => kind === 'wrapped' || kind === 'marked' || kind === 'carried';

/** Whether a message stands among the lines of others, each writer's name before its own. */
export const isOfStrand = (layout: Layout): boolean =>
  (layout.kind === 'carried' && layout.carrier.kind === 'strand') || ('layout' in layout && isOfStrand(layout.layout));

/** How the lines of a message stand but for its marks. */
export const beneathMarks = (layout: Layout): Layout =>
  layout.kind === 'marked' ? beneathMarks(layout.layout) : layout;

export const plainLines: LinesLayout = {
  kind: 'lines',
  prefix: '',
  suffixes: [],
  doubled: false,
  mixed: false,
  whole: false,
};

/** As the reader that found the message knows, such as SIPp's, whose keywords stand for header fields. */
export interface OwnLayout {
  readonly kind: 'own';
  readonly unfold: (text: string, frame: Frame) => LogicalText;
}

/** How the rows of codes look that a message stands in. */
export const rowsOf = (frame: Frame | undefined): RowShape | undefined =>
  frame?.layout.kind === 'coded' ? frame.layout.rows : undefined;

/** The index of the first of the frames, which are in document order, that does not end before an offset. */
export function firstFrameEndingAt(frames: readonly Frame[], offset: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Behind the last line of a message, wherever its frame ends. */
export const messageEnd = ({ start, end, reach }: Frame): number => (reach === undefined ? end : start + reach);

/** The same message at another place. Written out, for an edit at the start moves every frame behind it. */
export function shifted({ start, end, layout, state, identity, reach }: Frame, by: number): Frame {
  const moved: Frame = { start: start + by, end: end + by, layout, state, identity };
  return reach === undefined ? moved : { ...moved, reach };
}
