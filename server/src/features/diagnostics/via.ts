import { values } from '../../knowledge/facts.ts';
import { type Span, span } from '../../sip/span.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { parseVias, type Via } from '../../sip/values/via.ts';
import { CleanTexts } from './clean-texts.ts';
import { replaceFix } from './finding.ts';
import { isHost, isIPv4, isIPv6, isNumberUpTo, isToken } from './grammar.ts';
import { checkHost, checkHostPort } from './hosts.ts';
import { type FieldCheck, fieldsNamed, type Judged, MAGIC_COOKIE, type MessageCheck, type Report } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';

/** `Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK74bf9` (RFC 3261 §18, §20.42). */
export const checkVia: FieldCheck = (judged, field, report) => {
  const startLine = judged.request ?? judged.response;
  const isUsual = startLine && judged.textOf(startLine.version) === 'SIP/2.0' && !judged.context.wildcard;
  if (!isUsual) {
    checkVias(judged, field, report);
    return;
  }
  const known = isTop(judged, field.value) ? cleanTopVias : cleanVias;
  known.judge(judged.textOf(field.value), report, (own) => checkVias(judged, field, own));
};

/** In a message of the usual version, what a `Via` says and whether it is the topmost is all that counts for it. */
const cleanTopVias = new CleanTexts(2048);
const cleanVias = new CleanTexts(2048);

const isTop = (judged: Judged, place: Span): boolean => place.start === judged.topVia?.span.start;

/** `host (Acme server)`: RFC 2543 let comments stand behind each of them. */
const COMMENT_AT_END = /\([^()]*\)\s*$/;

const checkVias: FieldCheck = (judged, field, tell) => {
  const report: Report = (rule, place, details) => {
    const isOld = !judged.modern && COMMENT_AT_END.test(judged.textOf(place));
    tell(rule, place, isOld ? { ...details, slight: true } : details);
  };
  if (!checkQuotes(judged, field.value, report)) return;
  if (!checkSeparators(judged, field.value, ',;', report)) return;
  const vias = parseVias(judged.text, field.value).filter((via) => !judged.isWild(via.span));
  // A comma too many tears one of them apart: that is one fault.
  if (vias.every((via) => checkHead(judged, via, report))) {
    for (const via of vias) checkViaParameters(judged, via, report);
  }
};

const transports = new Set((values['transport'] ?? []).map((fact) => fact.name.toUpperCase()));

function checkHead(judged: Judged, via: Via, report: Report): boolean {
  const sentBy = span(via.host.start, via.port?.end ?? via.host.end);
  const host = judged.textOf(via.host);
  if (!via.transport || !isToken(judged.textOf(via.transport)) || host === '' || !isSentBy(judged.textOf(sentBy))) {
    report('sip.malformed-via', via.span, { args: [judged.textOf(via.span)] });
    return false;
  }
  const version = judged.textOf(via.protocol).replace(/\s+/g, '');
  // `<SIP/2.0/UDP 192.0.2.4>`: brackets and quotes are of no version.
  if (!version.split('/').every(isToken)) {
    report('sip.malformed-via', via.span, { args: [judged.textOf(via.span)] });
    return false;
  }
  const startLine = judged.request ?? judged.response;
  // The start line has said so already when both speak of the same unknown version.
  const repeated = startLine !== undefined && judged.textOf(startLine.version).toUpperCase() === version.toUpperCase();
  if (version.toUpperCase() !== 'SIP/2.0' && !repeated) {
    report('sip.unsupported-version', via.protocol, { args: [version] });
    return false;
  }
  // A name that is torn apart makes a wrong host as well.
  if (!checkHostPort(judged, sentBy, report)) return false;
  const transport = judged.textOf(via.transport);
  if (!transports.has(transport.toUpperCase()) && transport.toUpperCase() !== 'DTLS') {
    report('sip.unknown-transport', via.transport, { args: [transport] });
  }
  if (host === '255.255.255.255') report('sip.broadcast-via', via.host);
  return true;
}

/** A host and its port; a URI or a user has no place there. */
const isSentBy = (written: string): boolean =>
  !/\s/.test(written.replace(/\s*:\s*/, ':')) && !/^sips?:|@/i.test(written);

function checkViaParameters(judged: Judged, via: Via, report: Report): void {
  const parameters = via.parameters.filter((parameter) => !isFlagWithEquals(judged, parameter.span));
  if (!checkParameters(judged, parameters, report)) return;
  // The topmost one is the sender's own; those below have been answered for by others.
  if (isTop(judged, via.span)) checkBranch(judged, via, report);
  const valueNamed = (name: string): Span | undefined => parameterNamed(judged.text, via.parameters, name)?.value;
  const received = valueNamed('received');
  if (received && received.start < received.end) checkReceived(judged, received, report);
  const rport = valueNamed('rport');
  if (rport && !(isNumberUpTo(judged.textOf(rport), 65_535) && Number(judged.textOf(rport)) > 0)) {
    const place = rport.start === rport.end ? span(rport.start - 1, rport.end) : rport;
    report('sip.invalid-rport', place, { args: [judged.textOf(rport)] });
  }
  const maddr = valueNamed('maddr');
  if (maddr && maddr.start < maddr.end) checkHost(judged, maddr, report);
  const ttl = valueNamed('ttl');
  if (ttl && !isNumberUpTo(judged.textOf(ttl), 255)) report('sip.invalid-ttl', ttl, { args: [judged.textOf(ttl)] });
  checkControls(judged, via, report);
}

/** Parameters of keep-alives and of overload control (RFC 6223 §8, RFC 7339 §9). */
const controls: readonly (readonly [name: string, isGood: RegExp, example: string])[] = [
  ['keep', /^\d+$/, '30'],
  ['oc', /^\d+$/, '20'],
  ['oc-validity', /^\d+$/, '500'],
  ['oc-seq', /^\d{1,12}\.\d{1,5}$/, '1282321615.782'],
];

function checkControls(judged: Judged, { parameters }: Via, report: Report): void {
  for (const [name, isGood, example] of controls) {
    const value = parameterNamed(judged.text, parameters, name)?.value;
    if (!value || judged.isWild(value) || isGood.test(judged.textOf(value))) continue;
    report('sip.malformed-value', value, { args: [name, judged.textOf(value), example] });
  }
  const algorithms = parameterNamed(judged.text, parameters, 'oc-algo');
  if (!algorithms?.value || algorithms.quoted || judged.isWild(algorithms.span)) return;
  const written = judged.textOf(algorithms.value);
  const fix = isToken(written) ? { fix: replaceFix(algorithms.value, `"${written}"`) } : {};
  report('sip.malformed-value', algorithms.value, { args: ['oc-algo', written, '"loss"'], ...fix, slight: true });
}

/** `rport=` is judged as a port. */
const isFlagWithEquals = (judged: Judged, parameter: Span): boolean => /^rport\s*=\s*$/i.test(judged.textOf(parameter));

function checkBranch(judged: Judged, via: Via, report: Report): void {
  const branch = parameterNamed(judged.text, via.parameters, 'branch');
  if (!branch) {
    report('sip.missing-branch', via.span);
    return;
  }
  const value = branch.value && judged.textOf(branch.value);
  if (value === MAGIC_COOKIE) report('sip.empty-branch', branch.span);
  else if (value && !value.startsWith(MAGIC_COOKIE)) {
    report('sip.branch-without-cookie', branch.value ?? branch.span, { args: [value] });
  }
}

/**
 * CANCEL goes from hop to hop and has the `Via` of whoever sends it alone (RFC 3261 §9.1). A proxy without state adds
 * its own nevertheless.
 */
const cancelVias: MessageCheck = (judged, report) => {
  if (!judged.request || judged.method !== 'CANCEL') return;
  const vias = fieldsNamed(judged, 'Via').flatMap(({ value }) => parseVias(judged.text, value));
  const second = vias[1];
  if (second?.transport && !vias.some((via) => judged.isWild(via.span))) {
    report('sip.multiple-values', second.span, { args: ['Via (CANCEL)'], slight: true });
  }
};

export const viaChecks: readonly MessageCheck[] = [cancelVias];

function checkReceived(judged: Judged, received: Span, report: Report): void {
  const written = judged.textOf(received);
  if (isIPv4(written)) return;
  if (isIPv6(written)) {
    // A zone means nothing to anybody else.
    if (written.includes('%')) report('sip.invalid-received', received, { args: [written], slight: true });
    return;
  }
  const bare = written.replace(/^\[(.*)\]$/, '$1');
  if (bare !== written && isIPv6(bare)) {
    report('sip.received-brackets', received, { args: [bare], fix: replaceFix(received, bare) });
    return;
  }
  // Old servers write the port as well, and nobody minds.
  const isWithPort = /^\d/.test(written) && isIPv4(written.replace(/:\d{1,5}$/, ''));
  // RFC 2543 let names stand there.
  const isOldName = !judged.modern && isHost(written);
  report('sip.invalid-received', received, { args: [written], ...(isWithPort || isOldName ? { slight: true } : {}) });
}
