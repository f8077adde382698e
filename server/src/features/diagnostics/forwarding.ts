import { parameterWords } from '../../knowledge/parameter-words.ts';
import type { Span } from '../../sip/span.ts';
import type { Address } from '../../sip/values/name-addr.ts';
import { type Parameter, parameterNamed } from '../../sip/values/parameters.ts';
import { type Choice, checkWord, open } from './choices.ts';
import type { Judged, Report } from './judged.ts';

/** Whom a call is or was for: `History-Info` (RFC 7044), `Diversion` (RFC 5806) and `P-Served-User`. */

/** `1`, `1.2.1` (RFC 7044 §5, hi-index-val) */
const INDEX = /^\d+(?:\.\d+)*$/;

/** Every entry says where in the history it stands, and some from which other entry they come (RFC 7044 §5). */
export function checkHistoryIndex(judged: Judged, { parameters }: Address, part: Span, report: Report): void {
  if (!parameterNamed(judged.text, parameters, 'index')) {
    report('sip.missing-parameter', part, { args: ['History-Info', 'index'] });
  }
  for (const name of ['index', 'rc', 'mp', 'np']) {
    const index = parameterNamed(judged.text, parameters, name)?.value;
    if (!index || judged.isWild(index) || INDEX.test(judged.textOf(index))) continue;
    report('sip.malformed-value', index, { args: [name, judged.textOf(index), '1.2'] });
  }
}

/** `<sip:…>;sescase=orig;regstate=reg` (RFC 5502 §6) */
export function checkServedUser(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  for (const name of ['sescase', 'regstate']) {
    const word = parameterNamed(judged.text, parameters, name)?.value;
    const choice = open(...parameterWords('P-Served-User', name));
    if (word && word.start < word.end) checkWord(judged, word, name, choice, report);
  }
}

const diversionWords: readonly (readonly [parameter: string, choice: Choice])[] = ['privacy', 'screen', 'reason'].map(
  (name) => [name, open(...parameterWords('Diversion', name))],
);

/** `<sip:…>;reason=no-answer;counter=1;privacy=off` */
export function checkDiversion(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  for (const name of ['counter', 'limit']) {
    const number = parameterNamed(judged.text, parameters, name)?.value;
    // Two digits are the most that there are (RFC 5806 §5).
    if (number && !judged.isWild(number) && !/^\d{1,2}$/.test(judged.textOf(number))) {
      report('sip.malformed-value', number, { args: [name, judged.textOf(number), '1'] });
    }
  }
  for (const [name, choice] of diversionWords) {
    const word = parameterNamed(judged.text, parameters, name)?.value;
    if (word && word.start < word.end) checkWord(judged, word, name, choice, report);
  }
}
