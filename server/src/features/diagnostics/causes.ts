import { q850Cause, statusCode, warningCode } from '../../knowledge/names.ts';
import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { parameterNamed, parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { replaceFix } from './finding.ts';
import { isDigits, isHost, isReachablePort, isToken } from './grammar.ts';
import { type FieldCheck, fieldsNamed, type Judged, type MessageCheck, type Report } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';
import { editDistance } from './spelling.ts';

/** `Reason` (RFC 3326) and `Warning` (RFC 3261 §20.43): the numbers that say why. */

export const checkReason: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
  for (const part of splitAt(judged.text, field.value, ',')) {
    if (!judged.isWild(part)) checkOneReason(judged, part, report);
  }
};

function checkOneReason(judged: Judged, part: Span, report: Report): void {
  const semicolon = indexIn(judged.text, ';', part);
  const protocol = trimmed(judged.text, part.start, semicolon ?? part.end);
  const name = judged.textOf(protocol);
  if (!isToken(name)) {
    report('sip.malformed-reason', part, { args: [judged.textOf(part)] });
    return;
  }
  if (name.toUpperCase() !== 'Q.850' && editDistance(name.toUpperCase(), 'Q.850', 1) <= 1) {
    report('sip.misspelt-reason-protocol', protocol, { args: [name, 'Q.850'], fix: replaceFix(protocol, 'Q.850') });
  }
  if (semicolon === undefined) return;
  const parameters = parseParameters(judged.text, span(semicolon + 1, part.end));
  if (!checkParameters(judged, parameters, report)) return;
  const text = parameterNamed(judged.text, parameters, 'text');
  if (text?.value && !text.quoted) {
    // Everybody reads one word without its quotes; more of them are told of as a parameter.
    const fix = replaceFix(text.value, `"${judged.textOf(text.value)}"`);
    report('sip.malformed-reason', text.span, { args: [judged.textOf(text.span)], fix, slight: true });
  }
  const parameter = parameterNamed(judged.text, parameters, 'cause');
  const cause = parameter?.value;
  if (!cause || cause.start === cause.end) return;
  const written = judged.textOf(cause);
  if (!isDigits(written) || parameter.quoted) report('sip.malformed-reason', cause, { args: [written] });
  // What switches write where they know no cause says nothing to anybody, and harms nobody.
  else if (isQ850(name) && Number(written) === 0) {
    report('sip.unknown-cause', cause, { args: [written, name], slight: true });
  } else if (!causeExists(name, Number(written))) report('sip.unknown-cause', cause, { args: [written, name] });
}

/** Whether a cause exists; 0 is what switches write for "no cause known", and above 127 they have some of their own. */
export const isQ850Cause = (cause: number): boolean => cause === 0 || q850Cause(cause) !== undefined;

/** Protocols with a few causes: RFC 4411 §5, RFC 9410 §4. */
const causesOf: Readonly<Record<string, readonly number[]>> = {
  preemption: [1, 2, 3, 4, 5],
  stir: [403, 428, 436, 437, 438],
};

const isQ850 = (protocol: string): boolean => /^Q[-_.]?850$/i.test(protocol);

/** Protocols whose causes we do not know have any number. */
function causeExists(protocol: string, cause: number): boolean {
  if (isQ850(protocol)) return cause <= 127 && isQ850Cause(cause);
  const few = causesOf[protocol.toLowerCase()];
  if (few) return few.includes(cause);
  if (/^SIP$/i.test(protocol))
    return cause >= 100 && cause <= 699 && (statusCode(cause) !== undefined || cause % 100 !== 0);
  return true;
}

/** Protocols of which a message holds one reason only (RFC 3326 §2); others may say otherwise (RFC 9366 §3). */
const oncePerMessage = new Set(['q.850', 'sip']);

/** Two causes of one protocol leave a gateway to guess which of them it shall pass on. */
const repeatedReasons: MessageCheck = (judged, report) => {
  const seen = new Map<string, Span>();
  for (const { value } of fieldsNamed(judged, 'Reason')) {
    for (const part of splitAt(judged.text, value, ',')) {
      const protocol = trimmed(judged.text, part.start, indexIn(judged.text, ';', part) ?? part.end);
      const name = judged.textOf(protocol);
      if (judged.isWild(part) || !oncePerMessage.has(name.toLowerCase())) continue;
      const first = seen.get(name.toLowerCase());
      if (first) {
        const related = [{ title: 'first-here', span: first }] as const;
        report('sip.repeated-reason', protocol, { args: [name], related });
      } else seen.set(name.toLowerCase(), protocol);
    }
  }
};

export const reasonChecks: readonly MessageCheck[] = [repeatedReasons];

/** `192.0.2.1:5060`, `[2001:db8::1]`, or a word that stands for somebody (RFC 3261 §25.1, warn-agent). */
function isAgent(written: string): boolean {
  if (isToken(written)) return true;
  const [, host = '', port] = /^(\[[^\]]*\]|[^:[\]]*)(?::(.*))?$/.exec(written) ?? [];
  return isHost(host) && (port === undefined || isReachablePort(port));
}

/** `307 isi.edu "Session parameter 'foo' not understood"`, and a list of such. */
export const checkWarning: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',', report)) return;
  for (const part of splitAt(judged.text, field.value, ',')) {
    const written = judged.textOf(part);
    if (judged.isWild(part)) continue;
    const match = /^(\d{3})\s+([^\s"]+)\s+"(?:[^"\\]|\\[\s\S])*"$/.exec(written);
    if (!match || !isAgent(match[2] ?? '')) {
      // Behind it nobody knows which comma parts two of them.
      report('sip.malformed-warning', part, { args: [written] });
      return;
    }
    const code = span(part.start, part.start + 3);
    if (!warningCode(Number(match[1]))) report('sip.unknown-warning-code', code, { args: [match[1] ?? ''] });
  }
};
