import { explain } from '../../server/src/features/explain/explain.ts';
import { values } from '../../server/src/knowledge/facts.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import { headerFieldNamed, methodNamed, q850CauseNamed } from '../../server/src/knowledge/names.ts';
import type { Term } from '../../server/src/readers/mention.ts';

/** What the hover says of a term as it is typed on a command line; undefined when nobody knows it. */
export function explainWord(word: string, language: Language): string | undefined {
  for (const term of readings(word)) {
    const text = explain(language, term);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a word can mean, the likeliest first. A prefix says it: `Q.850:17`, `Warning:399`, `SIP:486`, `a=sendonly`. */
function* readings(word: string): Generator<Term> {
  const q850 = /^(?:q\.?850|isup|cause)[:=;](?:cause=)?(\d{1,3})$/i.exec(word)?.[1];
  if (q850) yield { kind: 'q850Cause', code: Number(q850) };
  const warning = /^warning:(\d{3})$/i.exec(word)?.[1];
  if (warning) yield { kind: 'warningCode', code: Number(warning) };
  const code = /^(?:sip:)?(\d{3})$/i.exec(word)?.[1];
  if (code) yield { kind: 'statusCode', code: Number(code) };
  const digit = /^([1-6])xx$/i.exec(word)?.[1];
  if (digit) yield { kind: 'statusClass', digit: Number(digit) };
  const attribute = /^a=([^:]+)/.exec(word)?.[1];
  if (attribute) yield { kind: 'sdpAttribute', name: attribute };
  const line = /^([a-z])=$/.exec(word)?.[1];
  if (line) yield { kind: 'sdpLine', type: line };
  const method = word.toUpperCase();
  if (methodNamed(word)) yield { kind: 'method', name: word };
  const header = word.replace(/:$/, '');
  if (headerFieldNamed(header)) yield { kind: 'headerField', name: header };
  if (methodNamed(method)) yield { kind: 'method', name: method };
  const cause = q850CauseNamed(method);
  if (cause) yield { kind: 'q850Cause', code: cause.code };
  yield { kind: 'optionTag', name: word };
  yield { kind: 'eventPackage', name: word };
  yield { kind: 'reasonProtocol', name: word };
  for (const of of Object.keys(values)) yield { kind: 'value', of, name: word };
  yield { kind: 'sdpAttribute', name: word };
  yield { kind: 'codec', name: word };
  yield { kind: 'sdpProtocol', name: word };
  yield { kind: 'uriParameter', name: word };
}
