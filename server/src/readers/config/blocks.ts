import { commonEnds } from '../../document/common-ends.ts';
import { ownCopy } from '../../sip/own-copy.ts';
import { type Span, span } from '../../sip/span.ts';
import type { Frame } from '../log/frame.ts';
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
  /** Whether its reading depends on other blocks, or theirs on it. */
  readonly related?: boolean;
}

/** How the files of a kind are cut into blocks and read. One object for each kind, for readings are kept by it. */
export interface BlockReader<Kind extends Block = Block> {
  /** The block that starts at an offset, as a function of the text from there on and of what stands open before it. */
  readonly blockAt: (text: string, start: number, before: string) => Kind;
  /** Looks at all related blocks of a file, and gives what tells the reading of each, asked in their order. */
  readonly together?: (related: readonly Kind[]) => (block: Kind) => BlockReading;
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
  const rows = rowsOf(reader, text, known as ReadInBlocks<Kind> | undefined);
  const readingOf = reader.together?.(rows.blocks.filter((_, i) => rows.related[i]));
  for (let i = 0; readingOf && i < rows.blocks.length; i++) {
    if (rows.related[i]) rows.readings[i] = readingOf(rows.blocks[i]!);
  }
  return new ReadInBlocks(reader, text, rows);
}

/**
 * The blocks of a file in order, a list for each fact: an edit copies lists of numbers and never looks at the
 * thousands of blocks that it does not touch.
 */
interface Rows<Kind> {
  readonly starts: number[];
  /** How far each block looked, in the document. */
  readonly seen: number[];
  readonly related: boolean[];
  readonly blocks: Kind[];
  readonly readings: BlockReading[];
}

function rowsOf<Kind extends Block>(
  reader: BlockReader<Kind>,
  text: string,
  known: ReadInBlocks<Kind> | undefined,
): Rows<Kind> {
  const { prefix, suffix } = known ? commonEnds(known.text, text) : { prefix: 0, suffix: 0 };
  const moved = text.length - (known?.text.length ?? 0);
  const olds = known?.rows ?? slicedRows<Kind>(undefined, 0);
  let old = 0;
  while (old < olds.seen.length && olds.seen[old]! <= prefix) old++;
  const rows = slicedRows(olds, old);
  const last = rows.blocks.at(-1);
  let before = last?.after ?? '';
  for (let at = last ? rows.starts.at(-1)! + last.length : 0; at < text.length || rows.blocks.length === 0; ) {
    const behindEdit = at >= text.length - suffix;
    const start = behindEdit ? at - moved : at;
    while (old < olds.starts.length && olds.starts[old]! < start) old++;
    const same = olds.starts[old] === start && olds.blocks[old]!.before === before;
    if (same && behindEdit) return withRest(rows, olds, old, moved);
    const block = same && olds.seen[old]! <= prefix ? olds.blocks[old]! : reader.blockAt(text, at, before);
    rows.starts.push(at);
    rows.seen.push(at + block.seen);
    rows.related.push(block.related === true);
    rows.blocks.push(block);
    rows.readings.push(block.reading);
    before = block.after;
    at += Math.max(1, block.length);
  }
  return rows;
}

const slicedRows = <Kind>(rows: Rows<Kind> | undefined, end: number): Rows<Kind> => ({
  starts: rows?.starts.slice(0, end) ?? [],
  seen: rows?.seen.slice(0, end) ?? [],
  related: rows?.related.slice(0, end) ?? [],
  blocks: rows?.blocks.slice(0, end) ?? [],
  readings: rows?.readings.slice(0, end) ?? [],
});

/** The rows, and behind them those of an earlier version from one on, moved. */
function withRest<Kind>(rows: Rows<Kind>, olds: Rows<Kind>, from: number, moved: number): Rows<Kind> {
  for (let i = from; i < olds.starts.length; i++) {
    rows.starts.push(olds.starts[i]! + moved);
    rows.seen.push(olds.seen[i]! + moved);
  }
  return {
    starts: rows.starts,
    seen: rows.seen,
    related: rows.related.concat(olds.related.slice(from)),
    blocks: rows.blocks.concat(olds.blocks.slice(from)),
    readings: rows.readings.concat(olds.readings.slice(from)),
  };
}

/** The reading of a file by its blocks; what is counted from the start of the document is made when it is asked for. */
class ReadInBlocks<Kind extends Block> implements ConfigReading {
  readonly reader: BlockReader<Kind>;
  readonly text: string;
  readonly rows: Rows<Kind>;

  constructor(reader: BlockReader<Kind>, text: string, rows: Rows<Kind>) {
    this.reader = reader;
    this.text = text;
    this.rows = rows;
  }

  *blocks(): Generator<PlacedReading> {
    const { starts, readings } = this.rows;
    for (let i = 0; i < starts.length; i++) yield { start: starts[i]!, reading: readings[i]! };
  }

  get mentionCount(): number {
    return this.rows.readings.reduce((count, reading) => count + reading.mentions.length, 0);
  }

  get mentions(): readonly Mention[] {
    return [...this.mentionsNear(span(0, this.text.length))];
  }

  *mentionsNear(range: Span): Generator<Mention> {
    const { starts, readings } = this.rows;
    for (let i = Math.max(0, this.#blockAt(range.start) - 1); i < starts.length; i++) {
      const start = starts[i]!;
      if (start > range.end) return;
      for (const { term, span } of readings[i]!.mentions) {
        if (start + span.start > range.end) break;
        if (start + span.end >= range.start) yield { term, span: movedSpan(span, start) };
      }
    }
  }

  get findings(): readonly DialectFinding[] {
    return this.#each(({ findings }) => findings, movedFinding);
  }

  get frames(): readonly Frame[] {
    return this.#each(({ frames }) => frames, movedFrame);
  }

  get wildcards(): readonly Span[] {
    return this.#each(({ wildcards }) => wildcards, movedSpan);
  }

  #each<Item>(listOf: (reading: BlockReading) => readonly Item[], moved: (item: Item, by: number) => Item): Item[] {
    const items: Item[] = [];
    for (const { start, reading } of this.blocks()) for (const one of listOf(reading)) items.push(moved(one, start));
    return items;
  }

  slotAt(offset: number): CompletionSlot | undefined {
    const index = this.#blockAt(offset);
    const own = this.#slotIn(index, offset);
    // Where one block ends and the next one starts, either may have something to say.
    return own ?? (this.rows.starts[index] === offset ? this.#slotIn(index - 1, offset) : undefined);
  }

  #slotIn(index: number, offset: number): CompletionSlot | undefined {
    const start = this.rows.starts[index] ?? 0;
    const slot = this.rows.readings[index]?.slotAt(offset - start);
    return slot && movedSlot(slot, start);
  }

  /** The index of the last block that starts at an offset or before it. */
  #blockAt(offset: number): number {
    let low = 0;
    const { starts } = this.rows;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
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

const movedFinding = (finding: DialectFinding, by: number): DialectFinding => ({
  ...finding,
  span: movedSpan(finding.span, by),
  ...(finding.fix ? { fix: movedFix(finding.fix, by) } : {}),
});

const movedFix = (fix: DialectFix, by: number): DialectFix => ({
  ...fix,
  edits: fix.edits.map(({ span, newText }) => ({ span: movedSpan(span, by), newText })),
});
