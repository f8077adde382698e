import assert from 'node:assert/strict';
import { analyse, envelopeAt } from '../../../../server/src/analysis.ts';

/** The message that logs say something of. Its Via names an address that no log does. */
export const request = `OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 203.0.113.77:5099;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.net>;tag=a
To: <sip:bob@example.com>
Call-ID: 1@example.net
CSeq: 1 OPTIONS
Content-Length: 0

`;

/** The request as the text of a string in JSON. */
export const json = JSON.stringify(request.replaceAll('\n', '\r\n')).slice(1, -1);

/** The lines of the request as strings of their own, as programs print them. */
export const strings = request.split('\n', 9).map((line) => `'${line}\\r\\n'`);

/** The request in an element of XML. */
export const entities = request.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const bytesOf = (text: string): readonly number[] => [...Buffer.from(text.replaceAll('\n', '\r\n'))];

export const onOneLine = (parts: readonly string[]): string => parts.join(' ').replaceAll(/\s+/g, ' ');

/** Lines in a box that some are wider than, which push its border out; dashes part its rows. */
export const boxed = (text: string): string => {
  const row = (line: string): string => (line === '────' ? `├${'─'.repeat(62)}┤` : `│ ${line.padEnd(60)} │`);
  return `┌${'─'.repeat(62)}┐\n${text.trimEnd().split('\n').map(row).join('\n')}\n└${'─'.repeat(62)}┘\n`;
};

/** Lines as a terminal of some width breaks them. */
export const folded = (text: string, width: number): string =>
  text.replace(new RegExp(`(?<=^(?:.{${width}})+)(?=.)`, 'gm'), '\n');

/** What a log says of a message. */
export interface Said {
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly mark?: string;
}

/** A log, and what it says of its last message. */
export type SaidOf = readonly [name: string, log: string, expected: Said];

/** What a log says of one of its messages, the last one if no other is asked for: what was inferred is left out. */
export function saidIn(log: string, index = -1): Said {
  const analysis = analyse(log, { name: 'trace.log' });
  assert.ok(analysis.frames.length > 0, 'no message was found');
  const { inferred, time, ...rest } = envelopeAt(analysis, index < 0 ? analysis.frames.length + index : index);
  const known = Object.entries(rest).filter(([name]) => !(inferred as readonly string[]).includes(name));
  return { ...(time ? { time: time.text } : {}), ...Object.fromEntries(known) };
}
