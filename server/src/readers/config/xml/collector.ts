import type { Span } from '../../../sip/span.ts';
import type { Frame } from '../../log/frame.ts';
import type { Mention, Term } from '../../mention.ts';
import type { BlockReading, CompletionSlot, DialectFinding } from '../../reading.ts';

/** Gathers what a reader finds, in whatever order it comes upon it. */
export class Collector {
  readonly #mentions: Mention[] = [];
  readonly #findings: DialectFinding[] = [];
  readonly #frames: Frame[] = [];
  readonly #wildcards: Span[] = [];

  mention(term: Term, span: Span): void {
    if (span.end > span.start) this.#mentions.push({ term, span });
  }

  finding(finding: DialectFinding): void {
    this.#findings.push(finding);
  }

  frame(frame: Frame): void {
    this.#frames.push(frame);
  }

  wildcard(span: Span): void {
    this.#wildcards.push(span);
  }

  reading(slotAt: (offset: number) => CompletionSlot | undefined): BlockReading {
    const bySpan = (one: { readonly span: Span }, other: { readonly span: Span }): number =>
      byStart(one.span, other.span);
    return {
      mentions: this.#mentions.sort(bySpan),
      findings: this.#findings.sort(bySpan),
      frames: this.#frames.sort(byStart),
      wildcards: this.#wildcards.sort(byStart),
      slotAt,
    };
  }
}

const byStart = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;
