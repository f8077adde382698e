import { ownCopy } from '../../sip/own-copy.ts';
import { type Span, span } from '../../sip/span.ts';
import type { Frame } from '../log/frame.ts';
import { commonEnds } from '../log/reframe.ts';
import type { Mention } from '../mention.ts';
import type {
  BlockReading,
  CompletionSlot,
  ConfigReading,
  DialectFinding,
  DialectFix,
  PlacedReading,
} from '../reading.ts';

/**
 * A stretch of a file that is read without looking at what stands before it: a route of a script, an extension of a
 * dialplan. An edit costs the blocks that it touches; the others keep their readings and move.
 */
export interface Block {
  readonly length: number;
  /** How far from the block's start its end and its reading depend on the text; infinite when on where the text ends. */
  readonly seen: number;
  /** What the text before the block and the text behind it leave open, such as the elements of XML. */
  readonly before: string;
  readonly after: string;
  readonly reading: BlockReading;
}

/** How the files of a kind are cut into blocks and read. One object for each kind, for readings are kept by it. */
export interface BlockReader<Kind extends Block = Block> {
  /** The block that starts at an offset, as a function of the text from there on and of what stands open before it. */
  readonly blockAt: (text: string, start: number, before: string) => Kind;
  /** The readings of the blocks of a whole file, where they are not what each of them says alone. */
  readonly together?: (blocks: readonly Kind[]) => readonly BlockReading[];
}

/** Where a block ends, and how far the text was looked at to tell: infinitely far when up to its end. */
export interface Cut {
  readonly end: number;
  readonly seen: number;
}

/** A block that nothing is open before and behind. */
export const separateBlock = (start: number, { end, seen }: Cut, reading: BlockReading): Block => ({
  length: end - start,
  seen: seen - start,
  before: '',
  after: '',
  reading,
});

/** The text of a block, copied: what is kept of it outlives the version of the document that it was read in. */
export const blockText = (text: string, start: number, { end }: Cut): string => ownCopy(text.slice(start, end));

/** A kind of files that is read as a whole. */
export const wholeFile = (read: (text: string) => BlockReading): BlockReader => ({
  blockAt: (text) => ({
    length: text.length,
    seen: Number.POSITIVE_INFINITY,
    before: '',
    after: '',
    reading: read(text),
  }),
});

/**
 * Reads a file. `previous` is the reading of an earlier version; the answer is the same without it, for a block is
 * only kept when nothing has changed that it depends on.
 */
export function readBlocks<Kind extends Block>(
  reader: BlockReader<Kind>,
  text: string,
  previous?: ConfigReading,
): ConfigReading {
  const known = previous instanceof ReadInBlocks && previous.reader === reader ? previous : undefined;
  const placed = placedBlocks(reader, text, known as ReadInBlocks<Kind> | undefined);
  const readings = reader.together?.(placed.map(({ block }) => block));
  const blocks = readings ? placed.map(({ start }, i) => ({ start, reading: readings[i]! })) : placed;
  return new ReadInBlocks(reader, text, placed, blocks);
}

interface Placed<Kind> extends PlacedReading {
  readonly block: Kind;
}

const placedAt = <Kind extends Block>(start: number, block: Kind): Placed<Kind> => ({
  start,
  block,
  reading: block.reading,
});

function placedBlocks<Kind extends Block>(
  reader: BlockReader<Kind>,
  text: string,
  known: ReadInBlocks<Kind> | undefined,
): readonly Placed<Kind>[] {
  const olds = known?.placed ?? [];
  const { prefix, suffix } = known ? commonEnds(known.text, text) : { prefix: 0, suffix: 0 };
  const moved = text.length - (known?.text.length ?? 0);
  const placed: Placed<Kind>[] = [];
  let before = '';
  let old = 0;
  for (let at = 0; at < text.length || placed.length === 0; ) {
    const behindEdit = at >= text.length - suffix;
    const start = behindEdit ? at - moved : at;
    while (old < olds.length && olds[old]!.start < start) old++;
    const same = olds[old];
    const mayHold = same?.start === start && same.block.before === before;
    if (mayHold && behindEdit) {
      for (; old < olds.length; old++) placed.push(placedAt(olds[old]!.start + moved, olds[old]!.block));
      break;
    }
    const next = mayHold && at + same.block.seen <= prefix ? same : placedAt(at, reader.blockAt(text, at, before));
    placed.push(next);
    before = next.block.after;
    at += Math.max(1, next.block.length);
  }
  return placed;
}

/** The reading of a file by its blocks; what is counted from the start of the document is made when it is asked for. */
class ReadInBlocks<Kind extends Block> implements ConfigReading {
  readonly reader: BlockReader<Kind>;
  readonly text: string;
  readonly placed: readonly Placed<Kind>[];
  readonly blocks: readonly PlacedReading[];

  constructor(
    reader: BlockReader<Kind>,
    text: string,
    placed: readonly Placed<Kind>[],
    blocks: readonly PlacedReading[],
  ) {
    this.reader = reader;
    this.text = text;
    this.placed = placed;
    this.blocks = blocks;
  }

  get mentionCount(): number {
    return this.blocks.reduce((count, { reading }) => count + reading.mentions.length, 0);
  }

  get mentions(): readonly Mention[] {
    return [...this.mentionsNear(span(0, this.text.length))];
  }

  *mentionsNear(range: Span): Generator<Mention> {
    for (let i = Math.max(0, this.#blockAt(range.start) - 1); i < this.blocks.length; i++) {
      const { start, reading } = this.blocks[i]!;
      if (start > range.end) return;
      for (const { term, span } of reading.mentions) yield { term, span: movedSpan(span, start) };
    }
  }

  get findings(): readonly DialectFinding[] {
    return this.blocks.flatMap(({ start, reading }) => reading.findings.map((one) => movedFinding(one, start)));
  }

  get frames(): readonly Frame[] {
    return this.blocks.flatMap(({ start, reading }) => reading.frames.map((frame) => movedFrame(frame, start)));
  }

  get wildcards(): readonly Span[] {
    return this.blocks.flatMap(({ start, reading }) => reading.wildcards.map((one) => movedSpan(one, start)));
  }

  slotAt(offset: number): CompletionSlot | undefined {
    const index = this.#blockAt(offset);
    const own = this.#slotIn(index, offset);
    // Where one block ends and the next one starts, either may have something to say.
    return own ?? (this.blocks[index]?.start === offset ? this.#slotIn(index - 1, offset) : undefined);
  }

  #slotIn(index: number, offset: number): CompletionSlot | undefined {
    const block = this.blocks[index];
    const slot = block?.reading.slotAt(offset - block.start);
    return block && slot && movedSlot(slot, block.start);
  }

  /** The index of the last block that starts at an offset or before it. */
  #blockAt(offset: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const movedFrame = (frame: Frame, by: number): Frame =>
  by === 0 ? frame : { ...frame, start: frame.start + by, end: frame.end + by };

const movedSlot = (slot: CompletionSlot, by: number): CompletionSlot => ({
  ...slot,
  span: movedSpan(slot.span, by),
  ...(slot.phrase ? { phrase: movedSpan(slot.phrase, by) } : {}),
});

/** A finding of a block at its place in the document. */
export const movedFinding = (finding: DialectFinding, by: number): DialectFinding => ({
  ...finding,
  span: movedSpan(finding.span, by),
  ...(finding.fix ? { fix: movedFix(finding.fix, by) } : {}),
});

const movedFix = (fix: DialectFix, by: number): DialectFix => ({
  ...fix,
  edits: fix.edits.map(({ span, newText }) => ({ span: movedSpan(span, by), newText })),
});
