import { analyse } from '../server/src/analysis.ts';
import { openDocuments } from '../server/src/document/open-document.ts';
import { outlineOf } from '../server/src/features/message-outline.ts';
import { judgeSome } from '../server/src/features/problems.ts';
import { type LogLayout, logOf } from './logs.ts';
import { megabytes } from './measure.ts';

/** What is in use once a log is open, judged and outlined, over the size of its text. Needs `--expose-gc`. */
export function memory(layout: LogLayout, size: number): string[] {
  logOf(layout, 1e5);
  const before = inUse();
  const text = logOf(layout, size);
  const withText = inUse();
  const document = openDocuments.create('file:///trace.log', 'log', 1, text);
  const analysis = analyse(document.text, { name: 'trace.log' });
  judgeSome(analysis, 0, Number.POSITIVE_INFINITY);
  for (const frame of analysis.frames) outlineOf(analysis.text, frame);
  document.positionAt(text.length);
  const after = inUse();
  const frames = analysis.frames.length;
  return [
    layout,
    megabytes(withText - before),
    megabytes(after - before),
    `${((after - before) / (withText - before)).toFixed(2)} ×`,
    `${((after - withText) / frames).toFixed(0)} bytes a message`,
  ];
}

function inUse(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
