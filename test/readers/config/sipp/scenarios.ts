import { readFileSync } from 'node:fs';
import type { Term } from '../../../../server/src/readers/mention.ts';
import type { ConfigReading, DialectFinding } from '../../../../server/src/readers/reading.ts';
import { textOf } from '../../../../server/src/sip/span.ts';

export const fixture = readFileSync('test/fixtures/sipp/register-and-call.xml', 'utf8');
export const corpus = '../shared/corpora/configs/sipp';

/** `486 = statusCode 486`: what is mentioned, as it is written and as it is meant. */
export function mentioned(text: string, reading: ConfigReading, ...kinds: readonly Term['kind'][]): readonly string[] {
  return reading.mentions
    .filter(({ term }) => kinds.length === 0 || kinds.includes(term.kind))
    .map(({ term, span }) => `${textOf(text, span)} = ${meaning(term)}`);
}

export function meaning(term: Term): string {
  const { kind, ...rest } = term;
  return [kind, ...Object.values(rest).filter((value) => value !== 'sipp')].join(' ');
}

/** A scenario whose only step between an INVITE and a BYE is the given one. */
export const scenario = (steps: string): string => `<scenario name="x">\n${steps}\n</scenario>\n`;

export const request = (method: string, lines = ''): string =>
  `<send><![CDATA[\n\n  ${method} sip:bob@example.com SIP/2.0\n  Call-ID: [call_id]\n  CSeq: 1 ${method}\n${lines}\n]]></send>`;

/** The text with the fix of a finding applied. */
export function fixed(text: string, finding: DialectFinding): string {
  const edits = [...(finding.fix?.edits ?? [])].sort((one, other) => other.span.start - one.span.start);
  return edits.reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
}
