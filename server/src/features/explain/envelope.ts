import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import type { Envelope } from '../../readers/log/envelope/envelope.ts';
import { code } from './markdown.ts';

/** What the log says of a message, in one line: when, which way, over what, from where to where. */
export function explainEnvelope(language: Language, envelope: Envelope): string | undefined {
  const { time, direction, transport, source, destination, inferred } = envelope;
  const mark = (name: 'transport' | 'source' | 'destination', value: string | undefined) =>
    value && `${code(value)}${inferred.includes(name) ? ` (${label(language, 'inferred')})` : ''}`;
  const peers = [mark('source', source), mark('destination', destination)];
  const parts = [
    direction && label(language, direction === 'in' ? 'received' : 'sent'),
    time && code(time.text),
    mark('transport', transport),
    peers[0] || peers[1] ? `${peers[0] ?? '?'} → ${peers[1] ?? '?'}` : undefined,
    envelope.mark && code(envelope.mark),
  ].filter((part) => part);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
