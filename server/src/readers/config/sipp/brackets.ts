import { span } from '../../../sip/span.ts';
import type { Collector } from '../xml/collector.ts';
import { meantFix, report } from './findings.ts';
import type { Bracket } from './keywords.ts';

/** What a bracket in a message or in the text of an action means, or what is wrong with it. */
export function readBracket(text: string, bracket: Bracket, found: Collector): void {
  found.wildcard(bracket.span);
  switch (bracket.kind) {
    case 'keyword':
      found.mention({ kind: 'dialectTerm', dialect: 'sipp', group: 'keyword', name: bracket.key }, bracket.name);
      if (bracket.header) {
        const name = text.slice(bracket.header.start, bracket.header.end);
        found.mention({ kind: 'headerField', name }, bracket.header);
      }
      return;
    case 'unknown':
      if (bracket.meant !== undefined) {
        const args = [bracket.written, bracket.meant];
        report(found, 'sip.sipp-misspelt-keyword', bracket.name, args, meantFix(bracket.name, bracket.meant));
        return;
      }
      report(found, 'sip.sipp-unknown-keyword', bracket.name, [bracket.written]);
      return;
    case 'broken': {
      const open = span(bracket.span.start, bracket.span.start + 1);
      report(found, 'sip.sipp-bracket', bracket.span, [bracket.written], {
        title: 'sipp-literal-bracket',
        edits: [{ span: open, newText: '\\x5b' }],
      });
      return;
    }
  }
}
