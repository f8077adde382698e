import { spawnSync } from 'node:child_process';

/** Milliseconds that a run takes: the shortest of several, which the rest of the machine disturbed least. */
export function best(times: number, run: () => unknown): number {
  return Math.min(...samples(times, run));
}

/** Milliseconds that a run keeps processors busy, those of the collector of memory included: the least of several. */
export function busy(times: number, run: () => unknown): number {
  const milliseconds = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  return Math.min(
    ...Array.from({ length: times }, () => {
      const start = milliseconds();
      run();
      return milliseconds() - start;
    }),
  );
}

/** The same of another program. */
export function busyWith(command: string): number {
  const { stdout } = spawnSync('sh', ['-c', `${command} >/dev/null 2>&1; times`], { encoding: 'utf8' });
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
}

/** Milliseconds of each of several runs. */
export function samples(times: number, run: (index: number) => unknown): number[] {
  return Array.from({ length: times }, (_, index) => {
    const start = performance.now();
    run(index);
    return performance.now() - start;
  });
}

/** The value that so many of a hundred samples do not exceed. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

/** `0.12 / 0.8 ms`: p50 and p99. */
export const spread = (values: readonly number[]): string =>
  `${milliseconds(percentile(values, 50))} / ${milliseconds(percentile(values, 99))}`;

export const milliseconds = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
export const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
