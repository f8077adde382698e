import { type Analysis, analyse, gistAt } from '../server/src/analysis.ts';
import { outlineOf } from '../server/src/features/message-outline.ts';
import { judgeSome } from '../server/src/features/problems.ts';
import { envelopeOf } from '../server/src/readers/log/envelope/envelope.ts';
import { type LogLayout, logLayouts, logOf } from './logs.ts';
import { busy, seconds, table } from './measure.ts';

const origin = { name: 'trace.log', languageId: 'log' };

/** What the whole of a log costs in time of a processor, against a bare scan for line ends of the same text in the same run. */
export function wholeLogs(size: number): string {
  const rows = logLayouts.map((layout) => rowOf(layout, size));
  return table(
    [
      'layout',
      'size',
      'messages',
      'scan for line ends',
      'messages found',
      'and parsed, outlined',
      'and judged',
      'envelopes',
    ],
    rows,
  );
}

function rowOf(layout: LogLayout, size: number): string[] {
  const text = logOf(layout, size);
  const scan = busy(5, () => lineEnds(text));
  const costs = stagesOf(text);
  const ratio = (cost: number): string => `${seconds(cost)} (${(cost / scan).toFixed(0)} ×)`;
  return [
    layout,
    `${(text.length / 1e6).toFixed(0)} MB`,
    String(costs.messages),
    seconds(scan),
    ratio(costs.found),
    ratio(costs.found + costs.outlined),
    ratio(costs.found + costs.outlined + costs.judged),
    ratio(costs.envelopes),
  ];
}

/** Milliseconds of a processor that each stage takes by itself; for its envelope a message's gist is read again. */
export function stagesOf(text: string) {
  let analysis: Analysis = analyse(text, origin);
  const found = busy(3, () => {
    analysis = analyse(text, origin);
  });
  const once = (run: () => unknown) => busy(1, run);
  const outlined = once(() => analysis.frames.forEach((frame) => void outlineOf(analysis.text, frame)));
  const judged = once(() => judgeSome(analysis, 0, Number.POSITIVE_INFINITY));
  const envelopes = once(() => {
    let floor = 0;
    for (const frame of analysis.frames) {
      envelopeOf(text, frame, floor, gistAt(analysis.text, frame));
      floor = frame.end;
    }
  });
  return { messages: analysis.frames.length, found, outlined, judged, envelopes };
}

export function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
