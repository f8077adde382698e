import { headerNamed } from '../../../sip/fields.ts';
import type { Gist } from '../../../sip/message.ts';
import { textOf } from '../../../sip/span.ts';
import { parameterNamed } from '../../../sip/values/parameters.ts';
import { parseVia } from '../../../sip/values/via.ts';
import { bracketed } from './peers/endpoints.ts';

export type InferredFact = 'transport' | 'source' | 'destination';
type Facts = { readonly [fact in InferredFact]?: string };

/** What the topmost Via lets one think where the log says nothing (RFC 3261 §18.2.1, §18.2.2). */
export function inferredFrom(message: Gist, said: Facts): Facts {
  const { kind } = message.startLine;
  const side = kind === 'request' ? 'source' : kind === 'response' ? 'destination' : undefined;
  if (said.transport !== undefined && (side === undefined || said[side] !== undefined)) return {};
  const field = headerNamed(message, 'Via');
  const via = field && parseVia(message.text, field.value);
  if (!via) return {};
  const facts: { -readonly [fact in InferredFact]?: string } = {};
  const add = (fact: InferredFact, value: string | undefined): void => {
    if (said[fact] === undefined && value) facts[fact] = value;
  };
  add('transport', via.transport && textOf(message.text, via.transport).toUpperCase());
  const value = (name: string) => {
    const parameter = parameterNamed(message.text, via.parameters, name)?.value;
    return parameter && textOf(message.text, parameter);
  };
  // Only behind `received=` an IPv6 address may have no brackets (RFC 3261 §25.1).
  const host = bracketed(value('received') ?? textOf(message.text, via.host));
  const port = value('rport') || (via.port && textOf(message.text, via.port));
  if (side) add(side, host && (port ? `${host}:${port}` : host));
  return facts;
}
