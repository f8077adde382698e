import { constants } from 'node:buffer';
import { type Analysis, analyse, type Origin } from '../../../server/src/analysis.ts';
import { firstLinesOf } from '../../../server/src/readers/log/envelope/columns/headings.ts';
import { LOOK_BACK } from '../../../server/src/readers/log/reach.ts';
import { InputFailure } from './failure.ts';
import type { InputFile } from './files.ts';
import { textPieces } from './pieces.ts';
import { type Place, placesIn } from './places.ts';

/** A file, or a part of one that is too large to be read at once, with the messages that are its own. */
export interface Part {
  readonly file: string;
  /** Its frames are those of this part only; the text may reach farther. */
  readonly analysis: Analysis;
  /** Where the message before the first one ends: nothing before it tells of the first. An offset in the text. */
  readonly floor: number;
  /** The first line of the file, which may name the columns of a table. */
  readonly firstLines: readonly string[];
  /** The place of an offset in the file. */
  readonly placeOf: (offset: number) => Place;
  /** How much of the file stands before an offset, from 0 to 1; undefined where nobody knows. */
  readonly shareAt: (offset: number) => number | undefined;
}

/** Sizes of the reading of large logs. */
export interface PartSizes {
  /** A piece of the file that is read at once, in bytes. */
  readonly piece: number;
  /** What stands so near to the end of the text may go on behind it, in UTF-16 code units. */
  readonly margin: number;
  /** What stands so far before a message may tell of it. */
  readonly lookBack: number;
}

const usual: PartSizes = { piece: 16 * 2 ** 20, margin: 2 ** 20, lookBack: 32_768 };

/**
 * What the call says of the kind of its files; `anything`: the kind tells how a file is read, and what is of no kind, a
 * program for instance, is read as a log where the call names it.
 */
export type Reading = 'message' | 'log' | 'anything';

const aLog: Origin = { name: 'input.log' };

/** A message may be larger than a piece, but not as large as this. */
const PIECES_IN_A_TEXT = 4;

/**
 * Reads a file. Only a log is read in parts, each with what the one before could not finish: memory does not grow
 * with the log. Any other file is read as a whole, and must fit into a string.
 */
export function* partsOf(file: InputFile, as: Reading | undefined, sizes = usual): Generator<Part> {
  let origin = originOf(file, as);
  let text = '';
  let firstLines: readonly string[] | undefined;
  let floor = 0;
  let start: Place = { line: 1, column: 1 };
  let shareBefore = 0;
  let isWhole = false;
  for (const piece of textPieces(file.path, sizes.piece)) {
    if (text.length + piece.text.length > constants.MAX_STRING_LENGTH)
      throw new InputFailure(file.path, { reason: 'large', detail: '' });
    text += piece.text;
    if (isWhole && !piece.last) continue;
    let analysis = analyse(text, origin);
    if (analysis.dialect === 'none' && as === 'anything' && file.named) {
      origin = aLog;
      analysis = analyse(text, origin);
    }
    isWhole = !piece.last && analysis.dialect !== 'log';
    if (isWhole) continue;
    const { own, rest } = divided(analysis, floor, piece.last, sizes);
    firstLines ??= firstLinesOf(text);
    const { share } = piece;
    const [before, length] = [shareBefore, text.length];
    const placeOf = placesIn(text, start);
    yield {
      file: file.path,
      analysis: { ...analysis, frames: own },
      floor,
      firstLines,
      placeOf,
      shareAt: (offset) => (share === undefined ? undefined : before + ((share - before) * offset) / length),
    };
    // The rest of a log is log, whatever it looks like alone.
    origin = aLog;
    start = placeOf(rest);
    floor = Math.max(0, (own.at(-1)?.end ?? floor) - rest);
    text = text.slice(rest);
    shareBefore = share ?? 0;
  }
}

/** What tells the kind of a file. What was asked for outweighs the name. */
function originOf(file: InputFile, as: Reading | undefined): Origin {
  if (as === 'log') return aLog;
  if (as === 'message') return { name: 'input.sip' };
  const program = file.named ? undefined : /\.(?:lua|py|js)$/i.exec(file.path)?.[0].toLowerCase();
  const languages: Readonly<Record<string, string>> = { '.lua': 'lua', '.py': 'python', '.js': 'javascript' };
  const languageId = program && languages[program];
  return { name: file.path, ...(languageId ? { languageId } : {}) };
}

/** The frames that are certain, and where the text begins that the next part needs. */
function divided(
  { text, frames }: Analysis,
  floor: number,
  last: boolean,
  { piece, margin, lookBack }: PartSizes,
): { own: Analysis['frames']; rest: number } {
  const fresh = frames.filter((frame) => frame.start >= floor);
  if (last) return { own: fresh, rest: text.length };
  const limit = text.length >= piece * PIECES_IN_A_TEXT ? text.length : text.length - margin;
  const firstOpen = fresh.findIndex((frame) => frame.end > limit);
  const own = firstOpen < 0 ? fresh : fresh.slice(0, firstOpen);
  const needed = Math.min(fresh[own.length]?.start ?? limit, limit) - lookBack;
  const before = own.at(-1);
  // The message before is read again, for what follows is read in its light.
  const rest = before && before.end > needed ? before.start : Math.max(needed, floor, 0);
  return { own, rest: Math.max(text.whole.lastIndexOf('\n', rest - 1) + 1, rest - LOOK_BACK, 0) };
}
