import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type LogLayout, logOf } from './logs.ts';
import { megabytes, milliseconds, table } from './measure.ts';

const uri = 'file:///trace.log';
const textDocument = { uri };

interface Times {
  readonly start: number;
  readonly first: number;
  readonly symbols: number;
  readonly problems: number;
  readonly hoverMeanwhile: number;
  readonly memory: number | undefined;
}

/** The built server over its standard streams, as an editor has it. */
export async function builtServer(sizes: readonly number[], layout: LogLayout): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(rowOf(size, await timesOf(logOf(layout, size))));
  return table(
    ['size', 'start', 'first hover after opening', 'symbols', 'all problems', 'longest hover meanwhile', 'resident'],
    rows,
  );
}

const rowOf = (size: number, times: Times): string[] => [
  `${size / 1e6} MB`,
  ...[times.start, times.first, times.symbols, times.problems, times.hoverMeanwhile].map(
    (time) => `${milliseconds(time)} ms`,
  ),
  times.memory === undefined ? '–' : megabytes(times.memory),
];

async function timesOf(text: string): Promise<Times> {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, locale: 'en', capabilities });
  await connection.sendNotification('initialized', {});
  const start = performance.now() - started;
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const before = performance.now();
    await run();
    return performance.now() - before;
  };
  const hover = (line: number) =>
    connection.sendRequest('textDocument/hover', { textDocument, position: { line, character: 2 } });
  const first = await timed(async () => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'log', version: 1, text },
    });
    await hover(1);
  });
  const symbols = await timed(() => connection.sendRequest('textDocument/documentSymbol', { textDocument }));
  let hoverMeanwhile = 0;
  let judging = true;
  const problems = timed(() => connection.sendRequest('textDocument/diagnostic', { textDocument })).finally(() => {
    judging = false;
  });
  for (let line = 1; judging; line++) hoverMeanwhile = Math.max(hoverMeanwhile, await timed(() => hover(line % 20)));
  const all = await problems;
  const memory = residentOf(child.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { start, first, symbols, problems: all, hoverMeanwhile, memory };
}

/** Bytes that a process has in memory, where the system tells. */
function residentOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
