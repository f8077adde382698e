import { CompletionItemKind } from 'vscode-languageserver-types';
import { type SdpAttributeFact, sdp } from '../../knowledge/facts.ts';
import type { Term } from '../../readers/mention.ts';
import { type Span, span } from '../../sip/span.ts';
import { wordChoices } from './choices.ts';
import { dynamicCodecs, staticCodecs, usualFormats } from './codecs.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose, UNREGISTERED_RANK } from './proposal.ts';
import { attributeNames, type Media, type Section } from './sdp-section.ts';

/** What can be written behind `a=` (RFC 8866 §6). */
export function attributeProposals({ text, line, caret }: Place, section: Section): Proposal[] {
  const start = line.start + 2;
  const typed = text.slice(start, caret);
  const colon = typed.indexOf(':');
  if (colon >= 0) return valueProposals(text, span(start + colon + 1, line.end), caret, typed.slice(0, colon), section);
  const name = /^[^:\s]*:?/.exec(text.slice(start, line.end))?.[0] ?? '';
  const isAlone = text.slice(start + name.length, line.end).trim() === '';
  const names = nameChoices(section, attributeNames(text, section.lines), isAlone && !name.endsWith(':'));
  const whole = isAlone ? propose(span(start, line.end), mapChoices(section.media, 'rtpmap:')) : [];
  return [...whole, ...propose(span(start, start + name.length), names)];
}

/** Attributes without a value. */
const flags = new Set([
  'sendrecv',
  'sendonly',
  'recvonly',
  'inactive',
  'rtcp-mux',
  'rtcp-mux-only',
  'rtcp-rsize',
  'ice-lite',
  'ice-mismatch',
  'end-of-candidates',
  'bundle-only',
  'extmap-allow-mixed',
  'cryptex',
  'T38FaxFillBitRemoval',
  'T38FaxTranscodingMMR',
  'T38FaxTranscodingJBIG',
  'rtt-mixer',
  'msrp-cema',
  'loopback-source',
  'loopback-mirror',
]);
const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
/** Attributes of everyday descriptions; the others follow. */
const everyday = new Set([
  ...directions,
  'rtpmap',
  'fmtp',
  'ptime',
  'maxptime',
  'rtcp',
  'rtcp-mux',
  'crypto',
  'fingerprint',
  'setup',
  'candidate',
  'ice-ufrag',
  'ice-pwd',
  'mid',
  'group',
  'rtcp-fb',
  'ssrc',
  'label',
  'silenceSupp',
]);

function nameChoices({ media }: Section, present: ReadonlySet<string>, isAlone: boolean): Choice[] {
  const hasDirection = directions.some((name) => present.has(name));
  const level = media ? 'media' : 'session';
  return sdp.attributes
    .filter((fact) => !(flags.has(fact.name) && present.has(fact.name)))
    .filter((fact) => !(hasDirection && directions.includes(fact.name)))
    .map((fact) => ({
      label: fact.name,
      kind: CompletionItemKind.Property,
      newText: flags.has(fact.name) ? fact.name : `${fact.name}:`,
      term: { kind: 'sdpAttribute', name: fact.name },
      fact,
      rank: rankOf(fact, level),
      opens: isAlone && (usualValues.has(fact.name) || byPayloadType.has(fact.name) || fact.name === 'group'),
    }));
}

function rankOf(fact: SdpAttributeFact, level: 'session' | 'media'): number {
  if (fact.status === 'unregistered') return UNREGISTERED_RANK;
  if (fact.level !== undefined && !fact.level.includes(level)) return 7;
  return everyday.has(fact.name) ? 4 : 5;
}

const byPayloadType = new Set(['rtpmap', 'fmtp', 'rtcp-fb']);

function valueProposals(text: string, value: Span, caret: number, name: string, section: Section): Proposal[] {
  const typed = text.slice(value.start, caret);
  const term: Term = { kind: 'sdpAttribute', name };
  if (name === 'rtpmap') return rtpmapProposals(typed, value, section.media);
  if (name === 'fmtp') return propose(value, formatChoices(section.media, term));
  if (name === 'group') return /\s/.test(typed) ? [] : propose(firstWord(text, value), groupChoices());
  return propose(value, wordChoices(usualValues.get(name) ?? [], { term }));
}

const firstWord = (text: string, value: Span): Span =>
  span(value.start, value.start + (/^\S*/.exec(text.slice(value.start, value.end))?.[0].length ?? 0));

const groupChoices = (): Choice[] =>
  sdp.groups.map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    term: { kind: 'sdpGroup', name: fact.name },
    fact,
    ...(fact.name === 'BUNDLE' ? { rank: 4 } : {}),
  }));

/** `a=rtpmap:` with a codec for each payload type that has none yet, or with any codec behind a number. */
function rtpmapProposals(typed: string, value: Span, media: Media | undefined): Proposal[] {
  const number = /^(\d{1,3})[ \t]+/.exec(typed);
  if (!number) return propose(value, [...mapChoices(media, ''), ...spareMaps(media)]);
  const codecs = codecsFor(media, number[1] ?? '');
  return propose(
    span(value.start + number[0].length, value.end),
    codecs.map((codec) => codecChoice(codec, codec)),
  );
}

/** One line for each payload type of the `m=` line that is not mapped. */
function mapChoices(media: Media | undefined, prefix: string): Choice[] {
  const unmapped = media?.formats.filter((format) => /^\d{1,3}$/.test(format) && !media.codecs.has(format)) ?? [];
  return unmapped.flatMap((format) =>
    codecsFor(media, format)
      .slice(0, prefix === '' ? undefined : 1)
      .map((codec) => ({ ...codecChoice(`${prefix}${format} ${codec}`, codec), rank: 2 })),
  );
}

/** The codecs that a payload type can stand for; 101 is what nearly everybody gives to tones. */
function codecsFor(media: Media | undefined, number: string): readonly string[] {
  const kind = media?.kind || 'audio';
  const fixed = staticCodecs(kind).get(number);
  if (fixed !== undefined) return [fixed];
  const codecs = dynamicCodecs.get(kind) ?? [];
  if (number === '101') return codecs;
  const free = codecs.filter((codec) => ![...(media?.codecs.values() ?? [])].includes(codec));
  return [
    ...free.filter((codec) => !codec.startsWith('telephone-event')),
    ...free.filter((codec) => codec.startsWith('telephone-event')),
  ];
}

/** Codecs under the next free dynamic number, where every payload type of the line is mapped. */
function spareMaps(media: Media | undefined): Choice[] {
  const taken = new Set([...(media?.formats ?? []), ...(media?.codecs.keys() ?? [])]);
  const free = Array.from({ length: 32 }, (_, index) => String(96 + index)).find((number) => !taken.has(number));
  const kind = media?.kind || 'audio';
  const fixed = [...staticCodecs(kind)].filter(([number]) => !taken.has(number));
  return [
    ...(free === undefined ? [] : codecsFor(media, free).map((codec) => codecChoice(`${free} ${codec}`, codec))),
    ...fixed.map(([number, codec]) => ({ ...codecChoice(`${number} ${codec}`, codec), rank: 6 })),
  ];
}

function codecChoice(label: string, codec: string): Choice {
  const [name = codec, rate] = codec.split('/');
  return {
    label,
    kind: CompletionItemKind.EnumMember,
    term: { kind: 'codec', name, ...(rate ? { clockRate: Number(rate) } : {}) },
  };
}

/** `a=fmtp:101 0-16`: the payload types of the section with what is mostly said of their codecs. */
function formatChoices(media: Media | undefined, term: Term): Choice[] {
  const fixed = staticCodecs(media?.kind ?? 'audio');
  return (media?.formats ?? []).flatMap((format) => {
    const codec = (media?.codecs.get(format) ?? fixed.get(format))?.split('/', 1)[0] ?? '';
    const formats = usualFormats.get(codec);
    return wordChoices(formats ? formats.map((one) => `${format} ${one}`) : [`${format} `], {
      term,
      rank: formats ? 4 : 5,
    });
  });
}

/** What single attributes mostly say. */
const usualValues: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ptime: ['20', '10', '30', '40', '60'],
    maxptime: ['150', '60', '120'],
    setup: ['actpass', 'active', 'passive', 'holdconn'],
    connection: ['new', 'existing'],
    fingerprint: ['sha-256 ', 'sha-384 ', 'sha-512 '],
    crypto: [
      '1 AES_CM_128_HMAC_SHA1_80 inline:',
      '1 AES_CM_128_HMAC_SHA1_32 inline:',
      '1 AES_256_CM_HMAC_SHA1_80 inline:',
      '1 AEAD_AES_128_GCM inline:',
      '1 AEAD_AES_256_GCM inline:',
    ],
    'ice-options': ['trickle', 'ice2'],
    'rtcp-fb': ['* nack', '* nack pli', '* ccm fir', '* ccm tmmbr', '* goog-remb', '* transport-cc'],
    silenceSupp: ['off - - - -'],
    type: ['broadcast', 'meeting', 'moderated', 'test', 'H332'],
    orient: ['portrait', 'landscape', 'seascape'],
    content: ['slides', 'speaker', 'sl', 'main', 'alt'],
    T38FaxVersion: ['0', '1', '2', '3'],
    T38MaxBitRate: ['14400', '9600', '33600'],
    T38FaxRateManagement: ['transferredTCF', 'localTCF'],
    T38FaxUdpEC: ['t38UDPRedundancy', 't38UDPFEC', 't38UDPNoEC'],
    floorctrl: ['c-s', 'c-only', 's-only'],
    'accept-types': ['text/plain', 'message/cpim text/plain', '*'],
  }),
);
