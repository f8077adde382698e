import type { SemanticTokens } from 'vscode-languageserver-types';
import { type Analysis, frameIndexAt, mentionsIn } from '../analysis.ts';
import type { OpenDocument } from '../document/open-document.ts';
import type { Grammars } from '../protocol.ts';
import { plainLines } from '../readers/log/frame.ts';
import type { Mention, Term } from '../readers/mention.ts';
import type { Span } from '../sip/span.ts';
import type { Positions } from './positions.ts';

/** Token types of our own, each with a standard one above it (`contributes.semanticTokenTypes`). */
export const tokenTypes = [
  'sipMethod',
  'sipStatusProvisional',
  'sipStatusSuccess',
  'sipStatusRedirection',
  'sipStatusError',
  'sipHeader',
  'sipValue',
] as const;

type TokenType = (typeof tokenTypes)[number];

/** No editor tokenizes a longer text by a grammar, nor one of more lines; Visual Studio Code does up to there. */
const LONGEST = 20 * 1024 * 1024;
const MOST_LINES = 300_000;

/** Whether a grammar of the client colours a document's messages on plain lines, or what a configuration file says. */
export function isColouredByGrammar(
  { text, languageId }: OpenDocument,
  analysis: Analysis,
  grammars?: Grammars,
): boolean {
  if (text.length > LONGEST || text.lineCount > MOST_LINES) return false;
  const languages = analysis.config ? grammars?.configuration : grammars?.messages;
  return languages?.includes(languageId) === true;
}

/**
 * Colours the mentions of a document; where there is a grammar, those that it cannot see: in messages that share a
 * line with other text, and in prose.
 */
export function semanticTokens(
  analysis: Analysis,
  range: Span,
  positions: Positions,
  { withGrammar } = { withGrammar: false },
): SemanticTokens {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  let lastEnd = -1;
  for (const mention of mentionsIn(analysis, range)) {
    const type = tokenTypeOf(mention.term);
    if (type === undefined || mention.span.start < lastEnd) continue;
    if (withGrammar && isPlain(analysis, mention)) continue;
    const start = positions.positionAt(mention.span.start);
    const end = positions.positionAt(mention.span.end);
    // A token that a tool wrapped would need two; its colour is not worth the trouble.
    if (start.line !== end.line || start.line < lastLine) continue;
    const sameLine = start.line === lastLine;
    if (sameLine && data.length > 0 && start.character < lastCharacter) continue;
    data.push(
      start.line - lastLine,
      sameLine ? start.character - lastCharacter : start.character,
      end.character - start.character,
      tokenTypes.indexOf(type),
      0,
    );
    lastLine = start.line;
    lastCharacter = start.character;
    lastEnd = mention.span.end;
  }
  return { data };
}

function isPlain(analysis: Analysis, mention: Mention): boolean {
  if (analysis.config || analysis.dialect === 'message') return true;
  const index = frameIndexAt(analysis, mention.span.start);
  const frame = index === undefined ? undefined : analysis.frames[index];
  return frame?.layout.kind === 'lines' && frame.layout.prefix === plainLines.prefix;
}

function tokenTypeOf(term: Term): TokenType | undefined {
  switch (term.kind) {
    case 'method':
      return 'sipMethod';
    case 'statusCode':
      return statusType(term.code);
    case 'headerField':
      return 'sipHeader';
    case 'q850Cause':
    case 'optionTag':
    case 'eventPackage':
    case 'warningCode':
      return 'sipValue';
    default:
      return undefined;
  }
}

function statusType(code: number): TokenType {
  if (code < 200) return 'sipStatusProvisional';
  if (code < 300) return 'sipStatusSuccess';
  return code < 400 ? 'sipStatusRedirection' : 'sipStatusError';
}
