import { type Analysis, analyse } from '../server/src/analysis.ts';
import { type OpenDocument, openDocuments } from '../server/src/document/open-document.ts';
import { complete } from '../server/src/features/completion/completion.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { foldingRanges } from '../server/src/features/folding.ts';
import { hover } from '../server/src/features/hover.ts';
import { judgeSome } from '../server/src/features/problems.ts';
import { documentSymbols } from '../server/src/features/symbols.ts';
import { type LogLayout, logOf, oneMessage } from './logs.ts';
import { samples, spread, table } from './measure.ts';
import { randomFrom } from './random.ts';

/** A document as the server holds it. */
interface Open {
  document: OpenDocument;
  analysis: Analysis;
}

const origin = { name: 'trace.log', languageId: 'log' };

function open(text: string): Open {
  const document = openDocuments.create('file:///trace.log', 'log', 1, text);
  const analysis = analyse(document.text, origin);
  judgeSome(analysis, 0, Number.POSITIVE_INFINITY);
  hover(analysis, 0, 'en', document);
  return { document, analysis };
}

/** What one question or one edit costs in logs of several sizes, in milliseconds. */
export function editing(sizes: readonly number[], layout: LogLayout): string {
  const columns = sizes.map((size) => costsOf(logOf(layout, size), layout, size > 2e7 ? 25 : 100));
  const rows = Object.keys(columns[0]!).map((name) => [name, ...columns.map((column) => spread(column[name] ?? []))]);
  return table(['p50 / p99 in ms', ...sizes.map((size) => `${size / 1e6} MB`)], rows);
}

function costsOf(text: string, layout: LogLayout, times: number): Readonly<Record<string, number[]>> {
  const opened = open(text);
  const below = randomFrom(7);
  const { frames } = opened.analysis;
  const place = () => {
    const frame = frames[below(frames.length)]!;
    return frame.start + below(frame.end - frame.start);
  };
  // Nobody waits for the first run: it is compiled then.
  for (let i = 0; i < 200; i++) askAt(opened, place());
  return {
    hover: samples(1000, () => hover(opened.analysis, place(), 'en', opened.document)),
    completion: samples(200, () => complete(opened.analysis, place(), { snippets: true }, opened.document)),
    symbols: samples(10, () => documentSymbols(opened.analysis, opened.document)),
    folding: samples(10, () => foldingRanges(opened.analysis, opened.document)),
    'a keystroke at the start': samples(times, () => edit(opened, 40, 'x')),
    'a keystroke in the middle': samples(times, () => edit(opened, Math.floor(text.length / 2), 'x')),
    'a keystroke at the end': samples(times, () => edit(opened, opened.document.text.length - 40, 'x')),
    'a message appended': samples(times, (i) => edit(opened, opened.document.text.length, oneMessage(layout, i))),
  };
}

function askAt({ document, analysis }: Open, offset: number): void {
  hover(analysis, offset, 'en', document);
  complete(analysis, offset, { snippets: true }, document);
}

/** One change and all that follows: the text, the analysis, the problems and a hover beside it. */
function edit(opened: Open, offset: number, text: string): void {
  const { document, analysis } = opened;
  const at = document.positionAt(offset);
  opened.document = openDocuments.update(document, [{ range: { start: at, end: at }, text }], document.version + 1);
  opened.analysis = analyse(opened.document.text, origin, analysis);
  diagnostics(opened.analysis, 'en', {}, opened.document);
  hover(opened.analysis, offset, 'en', opened.document);
}
