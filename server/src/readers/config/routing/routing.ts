import type { BlockReading, ConfigReading } from '../../reading.ts';
import { type Block, type BlockReader, readBlocks, separateBlock } from '../blocks.ts';
import { followFlow } from './flow.ts';
import { inOrder, slotAt } from './found.ts';
import { namesScript, quotesScripts, type Syntax, type SyntaxName, syntaxes, syntaxOf } from './syntax.ts';
import { termsOf } from './terms.ts';
import { tokensOf } from './tokenizer.ts';
import type { Tokens } from './tokens.ts';

/**
 * Whether a text is a routing script of Kamailio or OpenSIPS, or a KEMI script of Kamailio in Lua, Python, JavaScript
 * or Ruby. Looks at the first 64 KiB of the text; the name decides only where the text does not tell.
 */
export function isRouting(text: string, name: string): boolean {
  if (quotesScripts(name)) return false;
  return syntaxOf(text) !== undefined || namesScript(name);
}

const readerOf = (syntax: Syntax): BlockReader => ({ blockAt: (text, start) => blockAt(text, start, syntax) });

/** Each kind of scripts is cut into its routes or functions. */
const readers: ReadonlyMap<SyntaxName, BlockReader> = new Map(
  Object.values(syntaxes).map((syntax) => [syntax.name, readerOf(syntax)]),
);

/** Reads a routing script. Linear in the text; never throws. */
export const readRouting = (text: string, _name = '', previous?: ConfigReading): ConfigReading =>
  readBlocks(readers.get((syntaxOf(text) ?? syntaxes.cfg).name)!, text, previous);

function blockAt(text: string, start: number, syntax: Syntax): Block {
  const block = tokensOf(text, syntax, start);
  return separateBlock(start, block, readingOf(block.tokens));
}

function readingOf(tokens: Tokens): BlockReading {
  const found = termsOf(tokens);
  followFlow(found);
  const slots = inOrder(found.slots, (slot) => slot.range.start);
  return {
    mentions: inOrder(found.mentions, (mention) => mention.span.start),
    frames: [],
    findings: inOrder(found.findings, (finding) => finding.span.start),
    wildcards: inOrder(found.wildcards, (wildcard) => wildcard.start),
    slotAt: (offset) => slotAt(slots, offset),
  };
}
