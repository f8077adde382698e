import type { Span } from '../../../sip/span.ts';
import type { CompletionSlot } from '../../reading.ts';
import type { ValueSpec } from './table.ts';

/** What can be written in an empty value of a kind. */
export function slotFor(spec: ValueSpec, span: Span): CompletionSlot | undefined {
  switch (spec.kind) {
    case 'boolean':
      return { span, of: 'dialectTerm', group: 'boolean' };
    case 'enum':
      return { span, of: 'dialectTerm', group: spec.group };
    case 'cause':
      return { span, of: 'q850Cause' };
    case 'responseCode':
      return { span, of: 'statusCode' };
    case 'headerField':
    case 'headerPrefix':
    case 'headerLine':
      return { span, of: 'headerField' };
    case 'method':
    case 'eventPackage':
    case 'optionTag':
      return { span, of: spec.kind };
    default:
      return undefined;
  }
}
