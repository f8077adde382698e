import { CompletionItemKind } from 'vscode-languageserver-types';
import { type NamedFact, sdp } from '../../knowledge/facts.ts';
import { span, textOf } from '../../sip/span.ts';
import { parseMediaDescription } from '../../sip/values/sdp.ts';
import { everydayTypes, staticCodecs } from './codecs.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { mappedCodecs, type Section } from './sdp-section.ts';
import { wordEnd } from './start-line.ts';

/** The words of an `m=` line: medium, port, protocol, payload types (RFC 8866 §5.14). */
export function mediaProposals({ text, line, caret }: Place, section: Section): Proposal[] {
  const value = span(line.start + 2, line.end);
  const words = text.slice(value.start, caret).split(/[ \t]+/);
  const word = span(caret - (words.at(-1)?.length ?? 0), wordEnd(text, caret, line.end));
  const isAlone = text.slice(word.end, line.end).trim() === '';
  switch (words.length) {
    case 1:
      return propose(word, named(sdp.media, 'sdpMedia', isAlone));
    case 2:
      return [];
    case 3:
      return propose(word, named(sdp.protocols, 'sdpProtocol', isAlone));
    default: {
      const protocol = words[2] ?? '';
      if (!/RTP\//.test(protocol)) return word.start === word.end || isAlone ? propose(word, formatsOf(protocol)) : [];
      const { formats } = parseMediaDescription(text, value);
      const others = formats.filter((format) => caret < format.start || caret > format.end);
      const taken = new Set(others.map((format) => textOf(text, format)));
      return propose(
        word,
        payloadChoices(words[0] ?? '', mappedCodecs(text, section.after)).filter(
          ({ newText }) => !taken.has(newText ?? ''),
        ),
      );
    }
  }
}

const named = (facts: readonly NamedFact[], kind: 'sdpMedia' | 'sdpProtocol', isAlone: boolean): Choice[] =>
  facts.map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    newText: isAlone ? `${fact.name} ` : fact.name,
    term: { kind, name: fact.name },
    fact,
    opens: isAlone && kind === 'sdpProtocol',
  }));

/** Protocols other than RTP have words for formats. */
const formatsOf = (protocol: string): Choice[] => {
  const label = /udptl/i.test(protocol)
    ? 't38'
    : /sctp/i.test(protocol)
      ? 'webrtc-datachannel'
      : /msrp|bfcp/i.test(protocol)
        ? '*'
        : undefined;
  return label === undefined ? [] : [{ label, term: { kind: 'sdpProtocol', name: protocol } }];
};

/** The static payload types of a medium, and the dynamic ones that the section maps already. */
function payloadChoices(media: string, mapped: ReadonlyMap<string, string>): Choice[] {
  const fixed = staticCodecs(media);
  const all = new Map([...mapped, ...[...fixed].filter(([number]) => !mapped.has(number))]);
  return [...all].map(([number, codec]) => ({
    label: `${number} ${codec}`,
    kind: CompletionItemKind.EnumMember,
    newText: number,
    term: { kind: 'payloadType', number: Number(number), codec: codec.split('/', 1)[0] ?? codec } as const,
    rank: mapped.has(number) ? 3 : everydayTypes.has(number) ? 4 : 6,
  }));
}
