import type { Span } from '../../sip/span.ts';
import type { RuleId } from './rules.ts';

/** One fault: the rule it breaks and where. Prose is made of it in the reader's language, see `texts.ts`. */
export interface Finding {
  readonly rule: RuleId;
  /** Offsets in the message's text. */
  readonly span: Span;
  /** What stands for `{0}`, `{1}` … in the rule's message. */
  readonly args?: readonly string[];
  /** Only where it is certain what was meant. */
  readonly fix?: Fix;
  readonly related?: readonly Related[];
  /** The rule is broken, and most likely by the copy that we have and not by the message: told in a low voice. */
  readonly slight?: boolean;
}

/** By where they start. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);

export interface Fix {
  readonly title: FixTitle;
  readonly args?: readonly string[];
  /** They do not overlap; an empty span inserts. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Another place that makes the fault understandable. */
export interface Related {
  readonly title: RelatedTitle;
  readonly span: Span;
}

/** Keys of `fixes` in the texts. */
export type FixTitle =
  | 'replace'
  | 'remove'
  | 'add-header'
  | 'single-blanks'
  | 'set-content-length'
  | 'add-brackets'
  | 'remove-brackets'
  | 'quote'
  | 'remove-blanks'
  | 'insert-blank-line'
  | 'indent'
  | 'escape';

/** Keys of `related` in the texts. */
export type RelatedTitle = 'first-here' | 'method-here' | 'other-value-here';

export const replaceFix = (span: Span, newText: string): Fix => ({
  title: 'replace',
  args: [newText],
  edits: [{ span, newText }],
});

export const removeFix = (span: Span, what: string): Fix => ({
  title: 'remove',
  args: [what],
  edits: [{ span, newText: '' }],
});
