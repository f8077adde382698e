import { headerParameters, uriParameters } from '../../knowledge/facts.ts';
import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { byName, headerFieldNamed } from '../../knowledge/names.ts';
import { textsIn } from '../../knowledge/texts.ts';
import { headerUseLine } from './header-use.ts';
import { code, paragraphs, title } from './markdown.ts';
import { footer } from './status.ts';

export function explainHeaderField(language: Language, name: string): string {
  const fact = headerFieldNamed(name);
  if (!fact) return paragraphs(title(code(name), label(language, 'headerField')), label(language, 'unknownHeader'));
  return paragraphs(
    title(
      fact.name,
      label(language, 'headerField'),
      fact.compact && label(language, 'compactForm', code(fact.compact)),
    ),
    textsIn(language).headerFields[fact.name],
    headerUseLine(language, fact.name),
    footer(language, fact),
  );
}

const parametersByName = byName(headerParameters);
const uriParametersByName = byName(uriParameters);

export function explainHeaderParameter(language: Language, name: string, header: string): string | undefined {
  const fact = parametersByName.get(name.toLowerCase());
  const text = fact && textsIn(language).headerParameters[fact.name];
  if (!fact || !text) return undefined;
  return paragraphs(title(fact.name, label(language, 'headerParameter', code(header))), text, footer(language, fact));
}

export function explainUriParameter(language: Language, name: string): string | undefined {
  const fact = uriParametersByName.get(name.toLowerCase());
  const text = fact && textsIn(language).uriParameters[fact.name];
  if (!fact || !text) return undefined;
  return paragraphs(title(fact.name, label(language, 'uriParameter')), text, footer(language, fact));
}
