import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { type Analysis, frameIndexAt, placedMessage } from '../analysis.ts';
import type { DocumentText } from '../document/document-text.ts';
import { logicalOffset } from '../readers/log/logical.ts';
import type { HeaderField, Message } from '../sip/message.ts';
import { type Span, textOf, touches } from '../sip/span.ts';
import { parseAddress } from '../sip/values/name-addr.ts';
import { parameterNamed } from '../sip/values/parameters.ts';
import { parseVias } from '../sip/values/via.ts';
import { type Positions, rangeOf } from './positions.ts';

/** More places than an editor can show at once. */
const MOST_HIGHLIGHTS = 5000;
/** No program makes a longer one; what repeats a letter for so long would be compared at each of them. */
const LONGEST_IDENTIFIER = 1024;

/**
 * Every place of the same Call-ID, branch or tag, in messages and in the lines of the log around them: what else
 * belongs to this call, this transaction, this dialog.
 */
export function documentHighlights(analysis: Analysis, offset: number, positions: Positions): DocumentHighlight[] {
  const index = frameIndexAt(analysis, offset);
  const frame = index === undefined ? undefined : analysis.frames[index];
  if (!frame) return [];
  const placed = placedMessage(analysis.text, frame);
  const at = logicalOffset(placed.logical, offset);
  const identifier = at === undefined ? undefined : identifierAt(placed.message, at);
  if (!identifier || identifier.end - identifier.start > LONGEST_IDENTIFIER) return [];
  return [...occurrences(analysis.text, textOf(placed.message.text, identifier))].map((span) => ({
    range: rangeOf(positions, span),
    kind: DocumentHighlightKind.Text,
  }));
}

/** The Call-ID, branch or tag at an offset of the message. */
function identifierAt(message: Message, offset: number): Span | undefined {
  const field = message.headers.find((one) => touches(one.value, offset));
  return field && identifiersOf(message.text, field).find((span) => touches(span, offset));
}

function identifiersOf(text: string, field: HeaderField): readonly Span[] {
  const found = (spans: readonly (Span | undefined)[]) => spans.filter((span): span is Span => span !== undefined);
  switch (field.canonical) {
    case 'Call-ID':
    case 'In-Reply-To':
      return [field.value];
    case 'Via':
      return found(parseVias(text, field.value).map((via) => parameterNamed(text, via.parameters, 'branch')?.value));
    case 'From':
    case 'To':
      return found([parameterNamed(text, parseAddress(text, field.value).parameters, 'tag')?.value]);
    default:
      return [];
  }
}

/** A shorter token is also a number or a word of its own: it counts only where its name stands before it. */
const TELLING_LENGTH = 6;
const NAMED = /(?:\b(?:tag|branch|call-?id|in-reply-to)|^i|\ni)["']?[ \t]*[:=][ \t]*["'<]?$/i;
const LONGEST_NAME = 20;

function* occurrences(text: DocumentText, token: string): Generator<Span> {
  if (token.length === 0) return;
  let found = 0;
  let end = 0;
  for (const at of text.indicesOf(token)) {
    if (at < end) continue;
    end = at + token.length;
    if (isTokenCharacter(text.charCodeAt(at - 1)) || isTokenCharacter(text.charCodeAt(end))) continue;
    if (token.length < TELLING_LENGTH && !NAMED.test(text.slice(Math.max(0, at - LONGEST_NAME), at))) continue;
    yield { start: at, end };
    if (++found === MOST_HIGHLIGHTS) return;
  }
}

const isTokenCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
