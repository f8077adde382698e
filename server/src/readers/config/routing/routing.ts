import type { ConfigReading } from '../../reading.ts';
import { followFlow } from './flow.ts';
import { inOrder, slotAt } from './found.ts';
import { namesScript, quotesScripts, syntaxes, syntaxOf } from './syntax.ts';
import { termsOf } from './terms.ts';
import { tokensOf } from './tokens.ts';

/**
 * Whether a text is a routing script of Kamailio or OpenSIPS, or a KEMI script of Kamailio in Lua, Python, JavaScript
 * or Ruby. Looks at the first 64 KiB of the text; the name decides only where the text does not tell.
 */
export function isRouting(text: string, name: string): boolean {
  if (quotesScripts(name)) return false;
  return syntaxOf(text) !== undefined || namesScript(name);
}

/** Reads a routing script. Linear in the text; never throws. */
export function readRouting(text: string): ConfigReading {
  const tokens = tokensOf(text, syntaxOf(text) ?? syntaxes.cfg);
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
