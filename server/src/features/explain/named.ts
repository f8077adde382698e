import { type Fact, type NamedFact, values } from '../../knowledge/facts.ts';
import { type Label, label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { byName, eventPackageNamed, optionTagNamed, reasonProtocolNamed } from '../../knowledge/names.ts';
import { textsIn } from '../../knowledge/texts.ts';
import { paragraphs, title } from './markdown.ts';
import { footer } from './status.ts';

/** Entries that are a name with a sentence. Names that nobody knows explain nothing. */

export function explainOptionTag(language: Language, name: string): string | undefined {
  const fact = optionTagNamed(name);
  return fact && explainNamed(language, fact, 'optionTag', textsIn(language).optionTags[fact.name]);
}

/** `presence.winfo` is the template package `winfo` on `presence` (RFC 6665 §4.3). */
export function explainEventPackage(language: Language, name: string): string | undefined {
  const fact = eventPackageNamed(name);
  const texts = textsIn(language).eventPackages;
  if (fact) return explainNamed(language, fact, 'eventPackage', texts[fact.name]);
  const parts = name.split('.').map(eventPackageNamed);
  if (parts.length < 2 || parts.some((part) => part === undefined)) return undefined;
  return paragraphs(...parts.map((part) => part && explainNamed(language, part, 'eventPackage', texts[part.name])));
}

export function explainReasonProtocol(language: Language, name: string): string | undefined {
  const fact = reasonProtocolNamed(name);
  return fact && explainNamed(language, fact, 'reasonProtocol', textsIn(language).reasonProtocols[fact.name]);
}

const valuesByName = new Map(Object.entries(values).map(([kind, facts]) => [kind, byName(facts)]));

export function explainValue(language: Language, of: string, name: string): string | undefined {
  const fact = valuesByName.get(of)?.get(name.toLowerCase());
  return fact && explainNamed(language, fact, of as Label, textsIn(language).values[of]?.[fact.name]);
}

export function explainNamed(
  language: Language,
  fact: NamedFact & Fact,
  kind: Label,
  text: string | undefined,
): string | undefined {
  return text && paragraphs(title(fact.name, label(language, kind)), text, footer(language, fact));
}
