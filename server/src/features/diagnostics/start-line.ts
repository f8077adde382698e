import { indexIn, span } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { parseUri } from '../../sip/values/uri.ts';
import { replaceFix } from './finding.ts';
import { isToken } from './grammar.ts';
import { intendedMethod, type MessageCheck } from './judged.ts';
import { checkMethodName } from './names.ts';
import { checkUri } from './uris.ts';

/** The Request-Line, and what both kinds of start line share (RFC 3261 §7). */

const malformed: MessageCheck = (judged, report) => {
  const { startLine } = judged.message;
  if (startLine.kind !== 'malformed' || judged.isWild(startLine.span)) return;
  report('sip.malformed-start-line', startLine.span);
};

const version: MessageCheck = ({ request, response, textOf }, report) => {
  const place = (request ?? response)?.version;
  if (!place) return;
  const written = textOf(place);
  if (written === 'SIP/2.0') return;
  const fix = replaceFix(place, 'SIP/2.0');
  if (written.toUpperCase() === 'SIP/2.0') report('sip.version-case', place, { args: [written], fix });
  else report('sip.unsupported-version', place, { args: [written] });
};

/** Exactly one blank parts the elements; none stands before the first of them, or behind the version of a request. */
const blanks: MessageCheck = ({ request, response, status, textOf }, report) => {
  // Without its code nobody knows which blank is one too much.
  if (response && status === undefined && !/^\d/.test(textOf(response.code))) return;
  const gaps = request
    ? [
        { span: span(request.span.start, request.method.start), newText: '' },
        { span: span(request.method.end, request.uri.start), newText: ' ' },
        { span: span(request.uri.end, request.version.start), newText: ' ' },
        { span: span(request.version.end, request.span.end), newText: '' },
      ]
    : response
      ? [
          { span: span(response.span.start, response.version.start), newText: '' },
          { span: span(response.version.end, response.code.start), newText: ' ' },
          // Further blanks are of the phrase; a tab parts nothing.
          ...(textOf(span(response.code.end, response.code.end + 1)) === '\t'
            ? [{ span: span(response.code.end, response.code.end + 1), newText: ' ' }]
            : []),
        ]
      : [];
  const wrong = gaps.filter((gap) => textOf(gap.span) !== gap.newText);
  const first = wrong[0];
  if (first) report('sip.start-line-blanks', first.span, { fix: { title: 'single-blanks', edits: wrong } });
};

const method: MessageCheck = (judged, report) => {
  const { request } = judged;
  if (!request || judged.isWild(request.method)) return;
  const written = judged.textOf(request.method);
  if (!isToken(written)) {
    report('sip.malformed-start-line', request.method);
    return;
  }
  const { method: meant = written } = judged;
  if (checkMethodName(judged, request.method, report) || meant === written) return;
  report('sip.misspelt-method', request.method, { args: [written, meant], fix: replaceFix(request.method, meant) });
};

const requestUri: MessageCheck = (judged, report) => {
  const { request, text } = judged;
  if (!request || judged.isWild(request.uri)) return;
  const written = judged.textOf(request.uri);
  // `<sip:bob@example.com>`, `"Bob" <sip:bob@example.com>`: an address in the place of a URI.
  const address = parseAddress(text, request.uri);
  if (address.angled && written.endsWith('>') && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(written)) {
    const title = 'remove-brackets';
    report('sip.request-uri-brackets', request.uri, {
      fix: { title, edits: [{ span: request.uri, newText: judged.textOf(address.uri) }] },
    });
    return;
  }
  const uri = parseUri(text, request.uri);
  // `REGISTERs ip:example.com`: a blank at the wrong place has been told of as a misspelt method.
  const scheme = uri.scheme ? judged.textOf(uri.scheme) : '';
  if (intendedMethod(judged.textOf(request.method)) && !/^(?:sips?|tel)$/i.test(scheme)) return;
  const isSip = /^sips?$/i.test(scheme);
  const question =
    isSip && uri.headers.length > 0 ? indexIn(text, '?', span(uri.host.end, request.uri.end)) : undefined;
  if (!checkUri(judged, span(request.uri.start, question ?? request.uri.end), report) || !isSip) return;
  if (question !== undefined) {
    const place = span(question, request.uri.end);
    report('sip.request-uri-headers', place, { args: [judged.textOf(place)] });
  }
  if (judged.method === 'REGISTER' && uri.user) {
    report('sip.register-uri-user', span(uri.user.start, uri.user.end + 1), { args: [judged.textOf(uri.user)] });
  }
};

export const startLineChecks: readonly MessageCheck[] = [malformed, version, blanks, method, requestUri];
