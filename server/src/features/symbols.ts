import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { type Analysis, placedMessage, placedSpan } from '../analysis.ts';
import type { DocumentText } from '../document/document-text.ts';
import type { Frame } from '../readers/log/frame.ts';
import { type Span, span, textOf } from '../sip/span.ts';
import { behind, firstLineOf, shapeOf, withoutTrailingBlanks } from './frame-shape.ts';
import { outlineOf, plain } from './message-outline.ts';
import { type Positions, rangeOf } from './positions.ts';

/** A longer log is outlined by its messages alone: nobody opens ten thousand headers. */
const MESSAGES_WITH_HEADERS = 400;
/** Editors stop being of use before that. */
const MOST_MESSAGES = 20_000;

/** The messages of a document, each with its header fields and its body. */
export function documentSymbols(analysis: Analysis, positions: Positions): DocumentSymbol[] {
  const detailed = analysis.frames.length <= MESSAGES_WITH_HEADERS;
  return analysis.frames
    .slice(0, MOST_MESSAGES)
    .map((frame) => messageSymbol(analysis.text, frame, detailed, positions));
}

function messageSymbol(text: DocumentText, frame: Frame, detailed: boolean, positions: Positions): DocumentSymbol {
  const outline = outlineOf(text, frame);
  const start = positions.positionAt(frame.start);
  const shape = shapeOf(text, frame, start, positions);
  const symbol: DocumentSymbol = {
    name: outline.label,
    detail: plain(outline.callId ?? ''),
    kind:
      outline.kind === 'request' ? SymbolKind.Method : outline.kind === 'response' ? SymbolKind.Event : SymbolKind.Null,
    range: { start, end: behind(start, shape.lines, shape.characters) },
    selectionRange: { start, end: behind(start, shape.firstLines, shape.firstCharacters) },
  };
  if (!detailed) return symbol;
  return { ...symbol, children: partSymbols(text, frame, positions) };
}

function partSymbols(text: DocumentText, frame: Frame, positions: Positions): DocumentSymbol[] {
  const full = span(frame.start, withoutTrailingBlanks(text, frame));
  const placed = placedMessage(text, frame);
  const { message } = placed;
  const within = (range: Span): Span => {
    const inDocument = placedSpan(placed, range);
    const start = Math.min(Math.max(full.start, inDocument.start), full.end);
    return span(start, Math.max(start, Math.min(full.end, inDocument.end)));
  };
  const headers = message.headers.map((field) => ({
    name: plain(textOf(message.text, field.name)) || '?',
    detail: plain(textOf(message.text, field.value)),
    kind: SymbolKind.Field,
    range: rangeOf(positions, within(field.span)),
    selectionRange: rangeOf(positions, within(field.name)),
  }));
  if (message.body.end <= message.body.start) return headers;
  const body = within(message.body);
  const start = firstLineOf(text, body);
  return [
    ...headers,
    {
      name: plain(bodyType(message)) || 'body',
      kind: SymbolKind.Object,
      range: rangeOf(positions, body),
      selectionRange: rangeOf(positions, start),
    },
  ];
}

function bodyType(message: { text: string; headers: readonly { canonical: string; value: Span }[] }): string {
  const field = message.headers.find((one) => one.canonical === 'Content-Type');
  return (field && textOf(message.text, field.value).split(';', 1)[0]) || 'body';
}
