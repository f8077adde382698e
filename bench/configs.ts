import { type Analysis, analyse } from '../server/src/analysis.ts';
import { type OpenDocument, openDocuments } from '../server/src/document/open-document.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { hover } from '../server/src/features/hover.ts';
import { statusOf } from '../server/src/features/status.ts';
import { type ConfigFile, configFiles } from './config-files.ts';
import { logOf } from './logs.ts';
import { best, milliseconds, samples, spread, table } from './measure.ts';

const ROUNDS = 8;

/** Somebody types into the middle of a file of ten thousand lines; beside it a log of that length. */
export function configurations(): string {
  const log = linesOf(logOf('blocks', 1e6), 10_000);
  const rows = [...configFiles, { name: 'trace.log', title: 'a log', text: log, typed: '\nBusy "486"' }].map(rowOf);
  const head = ['10,000 lines', 'opened, ms', 'a keystroke, p50 / p99 in ms', 'of it problems', 'SIP terms'];
  return table(head, rows);
}

const linesOf = (text: string, lines: number): string => `${text.split('\n', lines).join('\n')}\n`;

interface Open {
  document: OpenDocument;
  analysis: Analysis;
}

function rowOf({ name, title, text, typed }: ConfigFile): string[] {
  const opening = best(5, () => diagnostics(analyse(text, { name }), 'en', {}, documentOf(name, text)));
  const typing: number[] = [];
  const judging: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const opened: Open = { document: documentOf(name, text), analysis: analyse(text, { name }) };
    diagnostics(opened.analysis, 'en', {}, opened.document);
    const at = text.indexOf('\n', text.length / 2);
    const costs = samples(typed.length, (i) => judging.push(keystroke(opened, name, at + i, typed.charAt(i))));
    // Nobody waits for the first ones: they are compiled then.
    if (round > 0) typing.push(...costs);
  }
  const { config, dialect, frames } = analyse(text, { name });
  const terms = config ? `${dialect}: ${config.mentionCount}` : `${frames.length} messages`;
  return [title, milliseconds(opening), spread(typing), spread(judging.slice(typed.length)), terms];
}

const documentOf = (name: string, text: string): OpenDocument =>
  openDocuments.create(`file:///${name}`, 'plaintext', 1, text);

/** One change and what the editor asks behind it: problems, the status, a hover. Gives what the problems took. */
function keystroke(opened: Open, name: string, offset: number, character: string): number {
  const at = opened.document.positionAt(offset);
  const change = { range: { start: at, end: at }, text: character };
  opened.document = openDocuments.update(opened.document, [change], opened.document.version + 1);
  opened.analysis = analyse(opened.document.text, { name }, opened.analysis);
  const start = performance.now();
  diagnostics(opened.analysis, 'en', {}, opened.document);
  const judged = performance.now() - start;
  statusOf(opened.analysis, 'en');
  hover(opened.analysis, offset, 'en', opened.document);
  return judged;
}
