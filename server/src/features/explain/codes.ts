import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { methodNamed, q850Cause, statusCode, warningCode } from '../../knowledge/names.ts';
import { textsIn } from '../../knowledge/texts.ts';
import { bold, code, list, paragraphs, title } from './markdown.ts';
import { footer } from './status.ts';

export function explainMethod(language: Language, name: string): string {
  const fact = methodNamed(name);
  const text = textsIn(language).methods[name];
  if (!fact || !text) return paragraphs(title(code(name), label(language, 'method')), label(language, 'unknownMethod'));
  return paragraphs(title(name, label(language, 'method')), text.meaning, text.use, footer(language, fact));
}

export function explainStatusCode(language: Language, number: number): string | undefined {
  const digit = Math.trunc(number / 100);
  const texts = textsIn(language);
  const statusClass = texts.statusClasses[digit];
  const fact = statusCode(number);
  const text = texts.statusCodes[number];
  if (fact && text) {
    return paragraphs(
      title(`${number} ${fact.phrase}`, statusClass?.name),
      text.meaning,
      text.causes && paragraphs(bold(label(language, 'usualCauses')), list(text.causes)),
      text.next && paragraphs(bold(label(language, 'next')), list(text.next)),
      q850Line(language, fact.q850),
      footer(language, fact),
    );
  }
  if (!statusClass || number > 699) return undefined;
  // RFC 3261 §8.1.3.2 names what stands in for a code that the receiver does not know.
  return paragraphs(
    title(String(number), statusClass.name),
    label(language, 'unknownCode', digit === 1 ? 183 : digit * 100),
    statusClass.meaning,
  );
}

function q850Line(language: Language, cause: number | undefined): string | undefined {
  if (cause === undefined) return undefined;
  const name = textsIn(language).q850Causes[cause]?.name ?? q850Cause(cause)?.name;
  return name && label(language, 'toQ850', cause, name);
}

export function explainStatusClass(language: Language, digit: number): string | undefined {
  const text = textsIn(language).statusClasses[digit];
  return text && paragraphs(title(`${digit}xx`, text.name), text.meaning);
}

/** A phrase beside its code says what the code says; its own wording is nobody's business but people's. */
export function explainReasonPhrase(
  language: Language,
  phrase: string,
  number: number | undefined,
): string | undefined {
  const fact = number === undefined ? undefined : statusCode(number);
  if (!fact || number === undefined) return undefined;
  const own = fact.phrase.toLowerCase() !== phrase.trim().toLowerCase();
  return paragraphs(
    explainStatusCode(language, number),
    own ? label(language, 'phraseFree', number, fact.phrase) : undefined,
  );
}

export function explainWarningCode(language: Language, number: number): string | undefined {
  const fact = warningCode(number);
  if (!fact) return undefined;
  return paragraphs(
    title(`${number} ${fact.text}`, label(language, 'warningCode')),
    textsIn(language).warningCodes[number],
    footer(language, fact),
  );
}

export function explainQ850Cause(language: Language, number: number): string | undefined {
  const fact = q850Cause(number);
  if (!fact) return undefined;
  const text = textsIn(language).q850Causes[number];
  const names = [...new Set([fact.freeswitch, fact.asterisk])].filter((name) => name !== undefined).map(code);
  const sip = fact.sip === undefined ? undefined : statusCode(fact.sip);
  const kind = label(language, fact.status === 'registered' ? 'q850Cause' : 'q850CauseInternal');
  return paragraphs(
    title(`${number} ${text?.name ?? fact.name}`, kind, text && text.name !== fact.name ? fact.name : undefined),
    text?.meaning,
    sip && label(language, 'toSip', sip.code, sip.phrase),
    names.length > 0 ? label(language, 'alsoNamed', names.join(', ')) : undefined,
    fact.formerly === undefined ? undefined : label(language, 'formerNumber', fact.formerly),
    fact.status === 'registered' ? 'ITU-T Q.850' : undefined,
  );
}
