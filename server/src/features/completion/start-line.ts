import { CompletionItemKind } from 'vscode-languageserver-types';
import { methodNamed, statusCode } from '../../knowledge/names.ts';
import { methodOf } from '../../sip/fields.ts';
import { type Span, span } from '../../sip/span.ts';
import { methodChoices, statusChoices } from './choices.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { hasRoom, messageChoices } from './templates.ts';
import { uriProposals } from './uris.ts';

/** What can stand in a Request-Line or a Status-Line, at the place of the caret. */
export function startLineProposals(place: Place): Proposal[] {
  const { text, line, caret } = place;
  const parts = /^([ \t]*)(\S*)(?:([ \t]+)(\S*)(?:([ \t]+)(.*))?)?$/.exec(text.slice(line.start, caret));
  if (!parts) return [];
  const [, indent = '', first = '', gap, second = '', secondGap, third = ''] = parts;
  const firstStart = line.start + indent.length;
  if (gap === undefined) return firstWordProposals(place, span(firstStart, wordEnd(text, caret, line.end)));
  const secondStart = firstStart + first.length + gap.length;
  const thirdStart = secondStart + second.length + (secondGap?.length ?? 0);
  if (/^sip\//i.test(first)) {
    const lineEnd = Math.max(caret, text.slice(0, line.end).trimEnd().length);
    if (secondGap !== undefined && /^\d+$/.test(second))
      return phraseProposals(span(thirdStart, lineEnd), Number(second));
    return propose(span(secondStart, lineEnd), statusChoices(methodOf(place.message)));
  }
  if (!methodNamed(first) && !/^[A-Z]{3,}$/.test(first)) return [];
  if (secondGap === undefined) return uriProposals(text, span(secondStart, wordEnd(text, caret, line.end)), caret);
  if (/\s/.test(third) || !/^\*$|:/.test(second)) return [];
  return propose(span(thirdStart, wordEnd(text, caret, line.end)), [version]);
}

const version: Choice = { label: 'SIP/2.0', kind: CompletionItemKind.Keyword };

function firstWordProposals(place: Place, word: Span): Proposal[] {
  const { text, line } = place;
  const isAlone = text.slice(word.end, line.end).trim() === '';
  const behind = isAlone ? ' ' : '';
  const startLines: Choice[] = [
    ...methodChoices().map((choice) => ({ ...choice, newText: `${choice.label}${behind}`, opens: isAlone })),
    { ...version, newText: `SIP/2.0${behind}`, opens: isAlone },
  ];
  const canHoldMessage = place.isFile && isAlone && hasRoom(text, line);
  return propose(word, canHoldMessage ? [...startLines, ...messageChoices(place)] : startLines);
}

function phraseProposals(phrase: Span, code: number): Proposal[] {
  const fact = statusCode(code);
  if (!fact) return [];
  return propose(phrase, [
    {
      label: fact.phrase,
      kind: CompletionItemKind.Text,
      term: { kind: 'reasonPhrase', phrase: fact.phrase, code },
    },
  ]);
}

/** The end of the word at an offset. */
export function wordEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && !/\s/.test(text[at] ?? ' ')) at++;
  return at;
}
