import type { Span } from '../sip/span.ts';
import type { Frame } from './log/frame.ts';
import type { Mention } from './mention.ts';

/** Which kind of text a document is. */
export type Dialect = 'message' | 'log' | 'routing' | 'asterisk' | 'freeswitch' | 'sipp' | 'none';

/** A rule that takes the knowledge of one dialect; its texts are in `data/dialects/texts/<language>/<dialect>.rules.json`. */
export interface DialectRule {
  readonly id: `sip.${string}`;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** Where the rule comes from. */
  readonly section?: string;
}

/** A fault that only a dialect's own reader can see; `span` is in the document. */
export interface DialectFinding {
  /** The id of a rule of the dialect. */
  readonly rule: string;
  readonly span: Span;
  readonly args?: readonly string[];
  readonly fix?: DialectFix;
}

export interface DialectFix {
  /** A key of `fixes` in `data/texts/<language>/rules.json`. */
  readonly title: string;
  readonly args?: readonly string[];
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** What could be written at a place of a configuration file. */
export interface CompletionSlot {
  /** What is already there and would be replaced. */
  readonly span: Span;
  readonly of:
    | 'method'
    | 'statusCode'
    | 'reasonPhrase'
    | 'headerField'
    | 'optionTag'
    | 'eventPackage'
    | 'q850Cause'
    | 'causeName'
    | 'dialectTerm';
  /** For `dialectTerm`: which list of `data/dialects/<dialect>.json`. */
  readonly group?: string;
  /** Where a code is chosen: the empty phrase argument that its standard phrase fills as well. */
  readonly phrase?: Span;
  /** What has to stand around the filled phrase where its argument is not written yet: `, "` and `"`. */
  readonly phraseFrame?: readonly [before: string, after: string];
  /** The code beside a phrase. */
  readonly code?: number;
  /** For `dialectTerm`: the names that fit here, such as the labels of this file; they stand in for the group's list. */
  readonly names?: readonly string[];
}

/**
 * What a reader found in a file or in one block of it, all of it in order; offsets count from where the block starts.
 * Readers are pure functions of the text, linear in it, and never throw.
 */
export interface BlockReading {
  readonly mentions: readonly Mention[];
  /** Whole messages: a SIPp scenario's CDATA. */
  readonly frames: readonly Frame[];
  readonly findings: readonly DialectFinding[];
  /** What could be completed at an offset. */
  slotAt(offset: number): CompletionSlot | undefined;
  /** Ranges whose text is a wildcard (`[call_id]`, `$ru`): nothing in them is judged. */
  readonly wildcards: readonly Span[];
}

/** The reading of a block that starts at an offset of the document. It stays the same object when the block moves. */
export interface PlacedReading {
  readonly start: number;
  readonly reading: BlockReading;
}

/**
 * What a configuration reader found in one version of a document, offsets counting from the document's start. The
 * lists are made when they are asked for; who needs less than all of it goes by the blocks.
 */
export interface ConfigReading extends BlockReading {
  /** In document order, without gaps. */
  blocks(): Iterable<PlacedReading>;
  readonly mentionCount: number;
  /** The mentions that touch a range or end where it starts. */
  mentionsNear(range: Span): Iterable<Mention>;
}
