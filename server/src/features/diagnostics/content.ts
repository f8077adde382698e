import { values } from '../../knowledge/facts.ts';
import { indexIn, type Span, span, textOf } from '../../sip/span.ts';
import { boundaryOf, delimiterAt, parseMultipart } from '../../sip/values/multipart.ts';
import { parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { parseSdp } from '../../sip/values/sdp.ts';
import { bodyKindOf } from './body-kinds.ts';
import { isLineBreak, measure } from './body-size.ts';
import { checkDisposition } from './disposition.ts';
import { familiarSdpFindings, makeFamiliarSdp } from './familiar/familiar.ts';
import { type Finding, replaceFix } from './finding.ts';
import { isDigits, isToken } from './grammar.ts';
import { headEndsEarly } from './head.ts';
import {
  type FieldCheck,
  fieldNamed,
  fieldsNamed,
  hasField,
  type Judged,
  type MessageCheck,
  type Report,
} from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators, ofMediaTypes } from './parameters.ts';
import { checkPartHead, partField } from './part-head.ts';
import { checkNeededParameters, checkStart } from './related-parts.ts';
import { checkSdp } from './sdp/sdp.ts';
import { checkFragment } from './sipfrag.ts';
import { nearest } from './spelling.ts';

/** Body, `Content-Length`, `Content-Type` and the parts of a multipart body (RFC 3261 §18.3, §20.14, §20.15). */

export const checkContentLength: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!isDigits(written)) report('sip.invalid-content-length', field.value, { args: [written] });
};

/** `type/subtype;parameter=value` */
export const checkContentType: FieldCheck = (judged, field, report) => {
  if (!checkContentTypeValue(judged, field.value, report, field.canonical)) return;
  checkNeededParameters(judged, field.value, report);
};

function checkContentTypeValue(judged: Judged, value: Span, report: Report, header: string): boolean {
  if (!checkQuotes(judged, value, report) || !checkSeparators(judged, value, ',;', report)) return false;
  if (!checkMediaType(judged, value, report, header)) return false;
  const flags = splitAt(judged.text, value, ';').slice(1);
  const flag = flags.find((part) => indexIn(judged.text, '=', part) === undefined && !judged.isWild(part));
  if (flag) report('sip.malformed-parameter', flag, { args: [judged.textOf(flag)] });
  return flag === undefined;
}

/** Whether nothing is wrong with the value itself, so that it may be held against the body. */
function isReadable(judged: Judged, contentType: Span): boolean {
  return checkContentTypeValue(judged, contentType, () => {}, 'Content-Type');
}

export function checkMediaType(judged: Judged, value: Span, report: Report, header: string): boolean {
  const [type, ...parameters] = splitAt(judged.text, value, ';');
  const [main, sub, ...more] = type ? judged.textOf(type).split('/') : [];
  if (main === undefined || sub === undefined || more.length > 0 || !isToken(main.trim()) || !isToken(sub.trim())) {
    report('sip.malformed-value', type ?? value, { args: [header, judged.textOf(type ?? value), 'type/subtype'] });
    return false;
  }
  if (type) checkMediaTypeName(judged, type, report);
  const parsed = parameters.flatMap((part) => parseParameters(judged.text, part));
  return checkParameters(judged, parsed, report, ofMediaTypes);
}

const mediaTypes = (values['contentType'] ?? []).map((fact) => fact.name);

/** Types that are one letter away from those of SIP and mean something else. */
const otherTypes = new Set(['application/sip', 'application/sdp2']);

/** Types are anybody's; one that is a slip away from what SIP carries is a slip. */
function checkMediaTypeName(judged: Judged, type: Span, report: Report): void {
  const written = judged.textOf(type).toLowerCase();
  if (written.length > LONGEST_TYPE || mediaTypes.includes(written) || otherTypes.has(written)) return;
  const meant = nearest(written, mediaTypes, 1);
  if (meant) report('sip.misspelt-media-type', type, { args: [written, meant], fix: replaceFix(type, meant) });
}

const LONGEST_TYPE = 60;

const lengthAgainstBody: MessageCheck = (judged, report) => {
  const { message, context, text } = judged;
  const lengths = fieldsNamed(judged, 'Content-Length');
  const field = lengths[0];
  // Two lengths are one fault by themselves, and nobody knows which of them to believe.
  if (!field || lengths.length > 1 || judged.bodyInHead || headEndsEarly(judged)) return;
  // What a log shows of a message that does not add up may still be a session description with all its lines.
  const isCut = !context.complete;
  const range = isCut ? span(message.body.start, text.length) : message.body;
  if (isCut ? context.wildcard || !isWholeSdp(judged, range) : !context.trustedBodyEnd) return;
  const written = judged.textOf(field.value);
  if (judged.isWild(field.value) || !isDigits(written) || judged.isWild(range)) return;
  const body = measure(text, range);
  const length = Number(written);
  if (isCut && length > body.wire && length < body.wire * BEYOND_CUTTING) return;
  if (body.fits(length) || isBinary(judged) || (length < body.wire && isFollowedByMessage(textOf(text, range), length)))
    return;
  report('sip.content-length-mismatch', field.value, {
    args: [written, String(body.wire)],
    fix: {
      title: 'set-content-length',
      args: [String(body.wire)],
      edits: [{ span: field.value, newText: String(body.wire) }],
    },
    // What follows where nobody announced a body is what a datagram holds besides the message (RFC 3261 §18.3).
    ...(isCut || isCopyingLoss(body.wire, length) || (length === 0 && !hasField(judged, 'Content-Type'))
      ? { slight: true }
      : {}),
  });
};

/** A log that cuts a message leaves more of it than one part in so many. */
const BEYOND_CUTTING = 20;

/** Other addresses in a copy, or a line more or less, make a body longer or shorter by so many bytes. */
const COPYING_LOSS = 32;

/** Whether a length may have been right before somebody made the addresses in the body unreadable or left a line out. */
const isCopyingLoss = (measured: number, declared: number): boolean =>
  declared > 0 &&
  measured > 0 &&
  Math.abs(declared - measured) <= Math.min(Math.max(COPYING_LOSS, measured / 8), measured / 2);

/** Whether a session description has what every one has, up to the end of its last line. */
function isWholeSdp({ text }: Judged, body: Span): boolean {
  if (!isLineBreak(text.charCodeAt(body.end - 1)) || !text.startsWith('v=0', body.start)) return false;
  const types = new Set(parseSdp(text, body).map((line) => line.type));
  return ['o', 's', 't', 'm'].every((type) => types.has(type)) && !types.has(undefined);
}

/** Bytes that are no text do not survive an editor or a log, and neither does their number. */
function isBinary(judged: Judged): boolean {
  if (isEncoded(judged)) return true;
  const body = judged.textOf(judged.message.body);
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(body) || /\r(?!\n)/.test(body);
}

/** What follows the body in a datagram is noise (RFC 3261 §18.3), though it may look like another message. */
const isFollowedByMessage = (body: string, length: number): boolean =>
  /^\s*(?:[A-Z]{3,20} \S{1,2000} SIP\/2\.0|SIP\/2\.0 \d{3}\b)/.test(body.slice(length, length + 2100));

const STREAMS = /^(?:TCP|TLS)$/i;

const missingLength: MessageCheck = (judged, report) => {
  const top = judged.topVia;
  if (!judged.context.complete || hasField(judged, 'Content-Length') || !top?.transport || headEndsEarly(judged))
    return;
  const transport = judged.textOf(top.transport);
  if (!STREAMS.test(transport)) return;
  report('sip.missing-content-length', judged.message.startLine.span, { args: [transport.toUpperCase()] });
};

const missingType: MessageCheck = (judged, report) => {
  const { message, context } = judged;
  if (!context.complete || !context.trustedBodyEnd || judged.holdsUnknownFields) return;
  if (hasField(judged, 'Content-Type') || headEndsEarly(judged)) return;
  const length = fieldNamed(judged, 'Content-Length');
  // What stands behind a body of no bytes is noise, whatever it is.
  if (length ? /^0+$/.test(judged.textOf(length.value)) : true) return;
  const body = judged.textOf(message.body);
  if (body.trim() === '' || judged.isWild(message.body)) return;
  report('sip.missing-content-type', message.startLine.span, {
    args: [body.startsWith('v=0') ? 'application/sdp' : ''],
  });
};

/** A PUBLISH that is not about what was published before brings the state that it publishes (RFC 3903 §4.1). */
const missingBody: MessageCheck = (judged, report) => {
  const { message, context, request } = judged;
  if (!request || judged.method !== 'PUBLISH' || judged.isMethodGuessed) return;
  if (!context.complete || !context.trustedBodyEnd || judged.holdsUnknownFields || judged.bodyInHead) return;
  if (judged.textOf(message.body).trim() !== '' || hasField(judged, 'SIP-If-Match')) return;
  // Where a length is told, it says that there is none on purpose; else the copy may lack it.
  const length = fieldNamed(judged, 'Content-Length');
  if (!length || !/^0+$/.test(judged.textOf(length.value))) return;
  report('sip.missing-body', request.span, { args: ['PUBLISH', 'SIP-If-Match'] });
};

const bodies: MessageCheck = (judged, report) => {
  const { message } = judged;
  const field = fieldNamed(judged, 'Content-Type');
  if (!field || message.body.start >= message.body.end || isEncoded(judged)) return;
  if (/^0+$/.test(judged.textOf(fieldNamed(judged, 'Content-Length')?.value ?? span(0, 0)))) return;
  checkBody(judged, field.value, message.body, report, 0);
};

/** Whether the body is packed; `identity` is no encoding. */
const isEncoded = (judged: Judged): boolean =>
  fieldsNamed(judged, 'Content-Encoding').some(({ value }) => judged.textOf(value).trim().toLowerCase() !== 'identity');

/** Deeper nesting and more parts are an attack or an accident. */
const DEEPEST = 8;
const MOST_PARTS = 100;

function checkBody(judged: Judged, contentType: Span, body: Span, report: Report, depth: number): void {
  const kind = bodyKindOf(judged.textOf(contentType));
  if (kind === 'sdp') checkKnownSdp(judged, body, report);
  else if (kind === 'fragment') checkFragment(judged, body, report);
  else if (kind === 'parts' && depth < DEEPEST) checkMultipart(judged, contentType, body, report, depth);
}

/** What was found in a session description is found wherever it comes again, where nothing of it is in doubt. */
function checkKnownSdp(judged: Judged, body: Span, report: Report): void {
  const { complete, trustedBodyEnd, wildcard } = judged.context;
  if (!complete || !trustedBodyEnd || wildcard) {
    checkSdp(judged, body, report);
    return;
  }
  const { text } = judged;
  const familiar = familiarSdpFindings(text, body);
  if (familiar) {
    for (const { rule, span: place, ...details } of familiar) report(rule, place, details);
    return;
  }
  const findings: Finding[] = [];
  checkSdp(judged, body, (rule, place, details) => {
    findings.push({ rule, span: place, ...details });
    report(rule, place, details);
  });
  makeFamiliarSdp(text, body, findings);
}

function checkMultipart(judged: Judged, contentType: Span, body: Span, report: Report, depth: number): void {
  if (!isReadable(judged, contentType)) return;
  const boundary = boundaryOf(judged.text, contentType);
  if (boundary === undefined || boundary === '') {
    report('sip.missing-parameter', contentType, { args: ['Content-Type', 'boundary'] });
    return;
  }
  if (judged.isWild(contentType)) return;
  const knowsEnd = judged.context.complete && judged.context.trustedBodyEnd;
  const first = delimiterAt(judged.text, `--${boundary}`, body.start, body);
  if (first === undefined) {
    if (knowsEnd) report('sip.boundary-not-found', contentType, { args: [boundary] });
    return;
  }
  const isClosed = delimiterAt(judged.text, `--${boundary}--`, first, body) !== undefined;
  if (knowsEnd && !isClosed) {
    report('sip.unclosed-multipart', span(first, first + boundary.length + 2), { args: [`--${boundary}--`] });
  }
  if (knowsEnd && isClosed) checkStart(judged, contentType, body, report);
  const parts = parseMultipart(judged.text, body, boundary);
  for (const [index, part] of parts.slice(0, MOST_PARTS).entries()) {
    // Nobody knows where the last one ends that is not closed.
    checkPart(judged, part.head, part.content, report, depth, isClosed || index < parts.length - 1);
  }
}

function checkPart(
  judged: Judged,
  head: Span,
  content: Span,
  report: Report,
  depth: number,
  endIsKnown: boolean,
): void {
  if (!checkPartHead(judged, head, report)) return;
  const type = partField(judged.text, head, 'content-type');
  if (type && !judged.isWild(type)) {
    if (checkContentTypeValue(judged, type, report, 'Content-Type')) checkNeededParameters(judged, type, report);
    checkBody(judged, type, content, report, depth + 1);
  }
  const disposition = partField(judged.text, head, 'content-disposition');
  if (disposition && disposition.start < disposition.end && !judged.isWild(disposition)) {
    checkDisposition(judged, disposition, report);
  }
  const length = partField(judged.text, head, 'content-length');
  if (!length || judged.isWild(content) || judged.isWild(length)) return;
  const written = judged.textOf(length);
  if (!isDigits(written)) {
    report('sip.invalid-content-length', length, { args: [written] });
    return;
  }
  if (!endIsKnown || !judged.context.complete || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(judged.textOf(content)))
    return;
  const measured = measure(judged.text, content);
  if (measured.fits(Number(written))) return;
  report('sip.part-length-mismatch', length, { args: [written, String(measured.wire)] });
}

export const contentChecks: readonly MessageCheck[] = [
  lengthAgainstBody,
  missingLength,
  missingType,
  missingBody,
  bodies,
];
