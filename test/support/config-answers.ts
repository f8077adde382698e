import type { Analysis } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';

/** Everything that a configuration's reading says, in lists that can be compared; slots at each of some offsets. */
export function answersOf({ dialect, config, ...analysis }: Analysis, offsets: Iterable<number>) {
  return {
    dialect,
    mentions: config?.mentions,
    count: config?.mentionCount,
    findings: config?.findings,
    wildcards: config?.wildcards,
    frames: config?.frames.map(({ start, end, state }) => ({ start, end, state })),
    slots: [...offsets].map((offset) => config?.slotAt(offset)),
    problems: [...problemsOf({ dialect, config, ...analysis }, {})],
  };
}
