import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { checkWord, dispositions, handlings } from './choices.ts';
import { isToken } from './grammar.ts';
import type { Judged, Report } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';

/** `Content-Disposition: session;handling=optional`, of a message or of a part of its body (RFC 3261 §20.11, RFC 2183). */
export function checkDisposition(judged: Judged, value: Span, report: Report): void {
  if (!checkQuotes(judged, value, report) || !checkSeparators(judged, value, ',;', report)) return;
  const semicolon = indexIn(judged.text, ';', value);
  const type = trimmed(judged.text, value.start, semicolon ?? value.end);
  if (!isToken(judged.textOf(type))) {
    report('sip.malformed-value', type, { args: ['Content-Disposition', judged.textOf(type), 'session'] });
  } else checkWord(judged, type, 'Content-Disposition', dispositions, report);
  if (semicolon === undefined) return;
  const parameters = parseParameters(judged.text, span(semicolon + 1, value.end));
  if (!checkParameters(judged, parameters, report)) return;
  const handling = parameterNamed(judged.text, parameters, 'handling')?.value;
  if (handling && handling.start < handling.end) checkWord(judged, handling, 'handling', handlings, report);
}
