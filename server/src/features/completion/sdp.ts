import { CompletionItemKind } from 'vscode-languageserver-types';
import { sdp } from '../../knowledge/facts.ts';
import { headerNamed } from '../../sip/fields.ts';
import { type Span, span, textOf } from '../../sip/span.ts';
import { parseSdp, type SdpLine } from '../../sip/values/sdp.ts';
import { parseVias } from '../../sip/values/via.ts';
import { wordChoices } from './choices.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { attributeProposals } from './sdp-attributes.ts';
import { mediaProposals } from './sdp-media.ts';
import { type Section, sectionAt } from './sdp-section.ts';
import { hasRoom, sdpChoices } from './templates.ts';

/** What can be written in a session description (RFC 8866 §5), at the line of the caret. */
export function sdpProposals(place: Place, body: Span): Proposal[] {
  const { text, line, caret } = place;
  const typed = text.slice(line.start, caret);
  const lines = parseSdp(text, body).filter((one) => one.span.end < line.start || one.span.start > line.end);
  const section = sectionAt(text, lines, caret);
  if (/^[A-Za-z]?$/.test(typed)) return lineProposals(place, lines, section);
  switch (typed.slice(0, 2)) {
    case 'a=':
      return attributeProposals(place, section);
    case 'm=':
      return mediaProposals(place, section);
    case 'b=':
      return bandwidthProposals(place);
    case 'c=':
      return caret === line.start + 2
        ? propose(
            span(caret, line.end),
            wordChoices([`IN IP4 ${hostOf(place)}`, 'IN IP6 ::1'], { term: { kind: 'sdpLine', type: 'c' } }),
          )
        : [];
    case 't=':
      return caret === line.start + 2
        ? propose(span(caret, line.end), wordChoices(['0 0'], { term: { kind: 'sdpLine', type: 't' } }))
        : [];
    default:
      return [];
  }
}

/** The lines of the session part and of a media section in their order (RFC 8866 §5); `m=` begins the next section. */
const sessionOrder = 'vosiuepcbtrzkam';
const mediaOrder = 'icbkam';
/** The lines that nearly every description has, in their order. */
const everyday = 'vosctam';
const repeatable = 'abmeptrz';

function lineProposals(place: Place, lines: readonly SdpLine[], section: Section): Proposal[] {
  const { text, line } = place;
  const rest = /^[A-Za-z]?=?/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  if (text.slice(line.start + rest.length, line.end).trim() !== '') return [];
  const order = section.media ? mediaOrder : sessionOrder;
  const own = section.lines.map((one) => one.type ?? '');
  const choices = [...order]
    .filter((type) => repeatable.includes(type) || !own.includes(type))
    .map((type) => ({ ...lineChoice(place, type), rank: lineRank(type, section, order) }))
    .sort((one, other) => everydayPlace(one.label) - everydayPlace(other.label));
  const isEmpty = lines.length === 0 && hasRoom(text, line);
  return propose(span(line.start, line.end), [...choices, ...(isEmpty ? sdpChoices(place) : [])]);
}

const everydayPlace = (label: string): number => {
  const index = everyday.indexOf(label.charAt(0));
  return index < 0 ? everyday.length : index;
};

/** First the line that has to come next, last those that cannot stand here. */
function lineRank(type: string, { before, after, media }: Section, order: string): number {
  const index = order.indexOf(type);
  const previous = before.filter((line) => line.type !== 'm').at(-1)?.type ?? '';
  const next = after[0]?.type ?? 'm';
  if (index < order.indexOf(previous) || (order.includes(next) && index > order.indexOf(next))) return 7;
  if (media) return everyday.includes(type) ? 4 : 5;
  const written = new Set(before.map((line) => line.type));
  const due = [...'vost'].find((one) => !written.has(one));
  return type === due ? 2 : everyday.includes(type) ? 4 : 5;
}

function lineChoice(place: Place, type: string): Choice {
  const fact = sdp.lines.find((line) => line.name === type);
  const common = {
    kind: CompletionItemKind.Keyword,
    term: { kind: 'sdpLine', type },
    ...(fact ? { fact } : {}),
  } as const;
  const host = hostOf(place);
  const session = 3_900_000_000 + (place.seed % 100_000);
  switch (type) {
    case 'v':
      return { ...common, label: 'v=0' };
    case 'o':
      return { ...common, label: 'o=', snippet: `o=\${1:-} \${2:${session}} \${3:${session}} IN IP4 \${4:${host}}` };
    case 's':
      return { ...common, label: 's=-' };
    case 'c':
      return { ...common, label: 'c=IN IP4', snippet: `c=IN IP4 \${1:${host}}` };
    case 't':
      return { ...common, label: 't=0 0' };
    case 'm':
      return { ...common, label: 'm=audio', snippet: `m=audio \${1:49170} RTP/AVP \${2:0 8 101}` };
    case 'b':
      return { ...common, label: 'b=', opens: true };
    case 'a':
      return { ...common, label: 'a=', opens: true };
    default:
      return { ...common, label: `${type}=` };
  }
}

/** The address in the message's `Via`, so that the description speaks of the same host. */
function hostOf({ message }: Place): string {
  const field = headerNamed(message, 'Via');
  const host = field && parseVias(message.text, field.value)[0]?.host;
  const written = host ? textOf(message.text, host) : '';
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) ? written : '192.0.2.10';
}

function bandwidthProposals({ text, line, caret }: Place): Proposal[] {
  const typed = text.slice(line.start + 2, caret);
  if (typed.includes(':')) return [];
  const colon = text.indexOf(':', caret);
  const end = colon < 0 || colon > line.end ? line.end : colon + 1;
  return propose(
    span(line.start + 2, end),
    sdp.bandwidth.map((fact) => ({
      label: fact.name,
      kind: CompletionItemKind.EnumMember,
      newText: `${fact.name}:`,
      term: { kind: 'sdpBandwidth', name: fact.name },
      fact,
    })),
  );
}
