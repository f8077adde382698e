import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busy, busyWith, megabytes, milliseconds, seconds, table } from './measure.ts';
import { lineEnds, stagesOf } from './whole-logs.ts';

const capture = '../shared/corpora/pcap/all.pcap';

/** The same traffic as packets for `tshark -r` and as text for us; undefined where one of them is missing. */
export function againstTshark(size: number): string | undefined {
  if (!existsSync(capture) || !has('tshark') || !has('mergecap')) return undefined;
  const messages = messagesOf(capture);
  const once = messages
    .map((message) => `<--- Received SIP message from UDP:192.0.2.1:5060 --->\n${message}\n`)
    .join('');
  const times = Math.ceil(size / once.length);
  const text = Buffer.from(once.repeat(times)).toString();
  const folder = mkdtempSync(join(tmpdir(), 'sip-lens-bench-'));
  try {
    const packets = join(folder, 'traffic.pcap');
    execFileSync('mergecap', ['-a', '-w', packets, ...Array.from({ length: times }, () => capture)]);
    const tshark = busyWith(`tshark -r ${packets}`);
    const start = busyWith(`tshark -r ${capture}`);
    const stages = stagesOf(text);
    const ours = stages.found + stages.outlined;
    return table(
      ['the same traffic', 'size', 'time of a processor'],
      [
        ['`tshark -r`', megabytes(statSync(packets).size), `${seconds(tshark)} (its start: ${seconds(start)})`],
        ['scan for line ends', megabytes(text.length), `${milliseconds(busy(5, () => lineEnds(text)))} ms`],
        [
          'messages found, parsed and outlined',
          `${stages.messages} messages`,
          `${seconds(ours)} (1/${(tshark / ours).toFixed(0)} of tshark)`,
        ],
        ['and judged', '', `${seconds(ours + stages.judged)} (1/${(tshark / (ours + stages.judged)).toFixed(1)})`],
        ['and envelopes', '', `${seconds(ours + stages.judged + stages.envelopes)}`],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const has = (tool: string): boolean => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;

/** The SIP messages of a capture as text, as a log would print them. */
function messagesOf(file: string): readonly string[] {
  const fields = ['-T', 'fields', '-e', 'udp.payload', '-e', 'tcp.payload'];
  const output = execFileSync('tshark', ['-r', file, '-Y', 'sip', ...fields], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return output
    .split('\n')
    .map((line) =>
      Buffer.from(line.replace(/[^0-9a-f]/g, ''), 'hex')
        .toString('latin1')
        .replaceAll('\r', ''),
    )
    .filter((message) => message.includes('SIP/2.0'));
}
