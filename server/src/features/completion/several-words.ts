import { CompletionItemKind } from 'vscode-languageserver-types';
import { warningCodes } from '../../knowledge/facts.ts';
import { methodOf } from '../../sip/fields.ts';
import { type Span, span, textOf } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { parseUri } from '../../sip/values/uri.ts';
import { methodChoices, valueChoices } from './choices.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { literal } from './snippet-syntax.ts';
import { uniqueHex } from './templates.ts';

/** An item of a list and the word in it that the caret touches. */
export interface Item {
  readonly item: Span;
  readonly word: Span;
}

type Writer = (place: Place, item: Item) => Proposal[];

/** Header fields whose items are more than one word. */
export const writers: ReadonlyMap<string, Writer> = new Map(
  Object.entries<Writer>({
    Via: viaProposals,
    CSeq: (place, item) => numbersThenMethod(place, item, 1),
    RAck: (place, item) => numbersThenMethod(place, item, 2),
    'Call-ID': (place, { item }) =>
      item.start < place.caret
        ? []
        : propose(item, [idChoice(`${uniqueHex(place.seed, 'call')}@${domainOf(place) ?? 'example.com'}`)]),
    Warning: warningProposals,
  }),
);

const idChoice = (label: string): Choice => ({ label, term: { kind: 'headerField', name: 'Call-ID' } });

/** `SIP/2.0/UDP`, then the host; the transport alone is replaced where the protocol stands already. */
function viaProposals({ text, caret, line, seed }: Place, { item }: Item): Proposal[] {
  if (/\s/.test(text.slice(item.start, caret))) return [];
  const written = /^[^\s;,]*/.exec(text.slice(item.start, Math.min(item.end, line.end)))?.[0] ?? '';
  const isAlone = text.slice(item.start + written.length, item.end).trim() === '';
  return propose(
    span(item.start, item.start + written.length),
    valueChoices('transport').map((choice) => {
      const protocol = `SIP/2.0/${choice.label}`;
      const branch = `z9hG4bK${uniqueHex(seed, 'branch')}`;
      return {
        ...choice,
        label: protocol,
        newText: isAlone ? `${protocol} ` : protocol,
        ...(isAlone ? { snippet: `${protocol} \${1:192.0.2.10:5060};branch=\${2:${branch}}` } : {}),
      };
    }),
  );
}

/** Where a method follows so many numbers; the one of the request stands first. */
function numbersThenMethod(place: Place, { item, word }: Item, numbers: number): Proposal[] {
  const { text, caret, message } = place;
  const before = text.slice(item.start, caret).split(/\s+/);
  const own = message.startLine.kind === 'request' ? methodOf(message) : undefined;
  if (before.length - 1 === numbers && before.slice(0, -1).every((part) => /^\d+$/.test(part))) {
    const start = caret - (before.at(-1)?.length ?? 0);
    const first = numbers === 1 ? own : 'INVITE';
    return propose(
      span(start, Math.max(word.end, start)),
      methodChoices().map((choice) => (choice.label === first ? { ...choice, rank: 1 } : choice)),
    );
  }
  if (numbers !== 1 || own === undefined || item.end > item.start) return [];
  return propose(item, [{ label: `1 ${own}`, term: { kind: 'method', name: own } }]);
}

/** `399 example.com "Miscellaneous warning"` (RFC 3261 §20.43). */
function warningProposals(place: Place, { item }: Item): Proposal[] {
  const { text, caret } = place;
  if (/\s/.test(text.slice(item.start, caret))) return [];
  const rest = text.slice(caret, item.end);
  const isAlone = /^\d*\s*$/.test(rest);
  const host = domainOf(place) ?? 'example.com';
  return propose(
    span(item.start, caret + (/^\d*/.exec(rest)?.[0].length ?? 0)),
    warningCodes.map((fact) => ({
      label: `${fact.code} ${fact.text}`,
      kind: CompletionItemKind.EnumMember,
      newText: isAlone ? `${fact.code} ${host} "${fact.text}"` : String(fact.code),
      ...(isAlone ? { snippet: `${fact.code} \${1:${literal(host)}} "\${2:${literal(fact.text)}}"` } : {}),
      term: { kind: 'warningCode', code: fact.code },
      fact,
    })),
  );
}

/** The domain of the message's `To`, or else of its `From`. */
export function domainOf({ message }: Place): string | undefined {
  for (const header of ['To', 'From']) {
    const field = message.headers.find((one) => one.canonical === header);
    if (!field) continue;
    const { host } = parseUri(message.text, parseAddress(message.text, field.value).uri);
    const domain = textOf(message.text, host);
    if (/^[\w.[\]:-]+$/.test(domain)) return domain;
  }
  return undefined;
}
