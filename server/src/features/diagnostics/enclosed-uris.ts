import { type Span, span } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { checkBrackets, innerUri } from './addresses.ts';
import type { Judged, Report } from './judged.ts';
import type { HeadCheck } from './shaped-values.ts';
import { checkUri } from './uris.ts';

/** URIs of any scheme in angle brackets: `<http://www.example.com/sounds/moo.wav>` (RFC 3261 §20.4, §20.9, §20.18). */

/** `Geolocation: <cid:alice@example.com>` */
export const enclosedUri: HeadCheck = (judged, { head }, _field, report) => {
  if (!checkBrackets(judged, head, report)) return false;
  if (isEnclosed(judged, head)) return checkEnclosed(judged, head, report);
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(judged.textOf(head))) reportBare(judged, head, false, report);
  else reportWithoutScheme(judged, head, false, report);
  return false;
};

/**
 * What names a ring tone or how to answer by its RFC with a URI, and in practice with anything at all: it is set by hand
 * in many servers, and phones take it as it comes. `<Bellcore-dr1>`, `Ring Answer`, `;answer-after=0`.
 */
export const uriOrAnyText: HeadCheck = (judged, { head }, { canonical }, report) => {
  if (!checkBrackets(judged, head, report)) return false;
  const written = judged.textOf(head);
  if (written === '') return true;
  if (isEnclosed(judged, head)) {
    if (!/^<[\w -]+>$/.test(written)) return checkEnclosed(judged, head, report);
    reportWithoutScheme(judged, head, true, report);
    return true;
  }
  if (/^(?:https?|sips?|cid):[^\s<>]+$/i.test(written)) {
    reportBare(judged, head, canonical === 'Alert-Info', report);
  } else reportWithoutScheme(judged, head, true, report);
  return false;
};

const isEnclosed = (judged: Judged, head: Span): boolean => parseAddress(judged.text, head).angled;

function checkEnclosed(judged: Judged, head: Span, report: Report): boolean {
  const uri = innerUri(judged, parseAddress(judged.text, head));
  const written = judged.textOf(uri);
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:|\s/.test(written)) {
    // What scheme was meant nobody knows: `cid:`, `sip:` and `http:` all name something by a host.
    reportWithoutScheme(judged, written === '' ? span(uri.start - 1, uri.end + 1) : uri, false, report);
    return false;
  }
  return checkUri(judged, uri, report);
}

function reportWithoutScheme(judged: Judged, place: Span, slight: boolean, report: Report): void {
  report('sip.uri-without-scheme', place, { args: [judged.textOf(place)], ...(slight ? { slight } : {}) });
}

function reportBare(judged: Judged, head: Span, slight: boolean, report: Report): void {
  const fix = { title: 'add-brackets', edits: [{ span: head, newText: `<${judged.textOf(head)}>` }] } as const;
  report('sip.uri-needs-brackets', head, { fix, ...(slight ? { slight } : {}) });
}
