import { type NamedFact, payloadTypes, sdp } from '../../knowledge/facts.ts';
import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { byName } from '../../knowledge/names.ts';
import { textsIn } from '../../knowledge/texts.ts';
import { code, paragraphs, title } from './markdown.ts';
import { explainNamed } from './named.ts';
import { footer } from './status.ts';

const attributes = byName(sdp.attributes);
const codecs = byName(sdp.codecs);
const lines = new Map(sdp.lines.map((line) => [line.name, line]));

export function explainSdpLine(language: Language, type: string): string | undefined {
  const fact = lines.get(type);
  const text = textsIn(language).sdp['lines']?.[type];
  return fact && text && paragraphs(title(`${type}=`, label(language, 'sdpLine')), text, footer(language, fact));
}

export function explainSdpAttribute(language: Language, name: string): string | undefined {
  const fact = attributes.get(name.toLowerCase());
  const text = fact && textsIn(language).sdp['attributes']?.[fact.name];
  if (!fact || !text) return undefined;
  const level = fact.level ? label(language, 'level', fact.level) : undefined;
  return paragraphs(title(`a=${fact.name}`, label(language, 'sdpAttribute'), level), text, footer(language, fact));
}

const named = {
  sdpMedia: { facts: byName(sdp.media), texts: 'media' },
  sdpProtocol: { facts: byName(sdp.protocols), texts: 'protocols' },
  sdpBandwidth: { facts: byName(sdp.bandwidth), texts: 'bandwidth' },
  sdpGroup: { facts: byName(sdp.groups), texts: 'groups' },
} satisfies Record<string, { facts: ReadonlyMap<string, NamedFact>; texts: string }>;

export function explainSdpName(language: Language, kind: keyof typeof named, name: string): string | undefined {
  const fact = named[kind].facts.get(name.toLowerCase());
  return fact && explainNamed(language, fact, kind, textsIn(language).sdp[named[kind].texts]?.[fact.name]);
}

export function explainCodec(language: Language, name: string, clockRate?: number): string | undefined {
  const fact = codecs.get(name.toLowerCase());
  const text = fact && textsIn(language).sdp['codecs']?.[fact.name];
  if (!fact || !text) return undefined;
  const rate = clockRate ?? fact.clockRate;
  const details = rate === undefined ? undefined : label(language, 'clockRate', rate);
  return paragraphs(title(fact.name, label(language, 'codec'), details), text, footer(language, fact));
}

/** A payload type is what its `a=rtpmap` says, what the static table says, or nothing yet (RFC 3551 §6). */
export function explainPayloadType(language: Language, number: number, codec: string | undefined): string | undefined {
  const fixed = payloadTypes.find((type) => type.payloadType === number);
  const heading = title(String(number), label(language, 'payloadType'));
  if (codec === undefined) {
    return number >= 35 && number <= 127
      ? paragraphs(heading, label(language, 'payloadTypeDynamic', number))
      : undefined;
  }
  const [name = codec] = codec.split('/');
  const key = fixed && fixed.name === codec ? 'payloadTypeStatic' : 'payloadTypeMapped';
  return paragraphs(
    heading,
    label(language, key, number, code(codec)),
    textsIn(language).sdp['codecs']?.[codecs.get(name.toLowerCase())?.name ?? ''],
  );
}
