import { headerNamed } from '../../sip/fields.ts';
import type { HeaderField } from '../../sip/message.ts';
import { parseHead, parseMessage } from '../../sip/parse.ts';
import { type Span, span, textOf, touches } from '../../sip/span.ts';
import { boundaryOf, parseMultipart } from '../../sip/values/multipart.ts';
import { fieldProposals } from './fields.ts';
import { partHeaderNameProposals } from './header-names.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';
import { sdpProposals } from './sdp.ts';
import { startLineProposals } from './start-line.ts';

/** Parts in parts are followed so deep. */
const DEEPEST_PART = 4;

/** What can be written in the body of a message, by its type. */
export const bodyProposals = (place: Place): Proposal[] =>
  contentProposals(place, place.message.body, headerNamed(place.message, 'Content-Type'), 0);

function contentProposals(place: Place, body: Span, contentType: HeaderField | undefined, depth: number): Proposal[] {
  const { text } = place;
  const type = contentType ? textOf(text, contentType.value).toLowerCase() : '';
  if (type.startsWith('application/sdp') || (type === '' && text.startsWith('v=', body.start)))
    return sdpProposals(place, body);
  if (type.startsWith('message/sip')) return fragmentProposals(place, body);
  const boundary = type.startsWith('multipart/') && contentType ? boundaryOf(text, contentType.value) : undefined;
  return boundary === undefined || depth === DEEPEST_PART ? [] : partProposals(place, body, boundary, depth + 1);
}

/** The start line of a message in a message, or of a part of one (RFC 3420). */
function fragmentProposals(place: Place, body: Span): Proposal[] {
  if (place.line.start !== body.start) return [];
  return startLineProposals({ ...place, isFile: false, message: parseMessage(textOf(place.text, body)) });
}

function partProposals(place: Place, body: Span, boundary: string, depth: number): Proposal[] {
  const { text, caret, line } = place;
  const part = parseMultipart(text, body, boundary).find((one) => touches(one.span, caret));
  if (!part) return [];
  const { headers, separator } = parseHead(text, part.head.start, Math.max(part.head.end, part.content.start));
  if (!separator || line.start < part.head.end || line.start === separator.start) {
    return fieldProposals(place, headers) ?? partHeaderNameProposals(place, headers);
  }
  const contentType = headers.find((field) => field.canonical === 'Content-Type');
  return contentProposals(place, span(part.content.start, Math.max(part.content.end, caret)), contentType, depth);
}
