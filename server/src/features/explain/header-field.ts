import { headerParameters, methods, uriParameters } from '../../knowledge/facts.ts';
import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { byName, headerFieldNamed, headerUse } from '../../knowledge/names.ts';
import { textsIn } from '../../knowledge/texts.ts';
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
    useLine(language, fact.name),
    footer(language, fact),
  );
}

/** Where the header field may stand, from the tables of RFC 3261 §20 and of its extensions. */
function useLine(language: Language, name: string): string | undefined {
  const use = headerUse(name);
  if (!use || use.rows.length === 0) return undefined;
  const requests = placesOf(
    language,
    use.rows.filter((row) => row.where.includes('R')).map((row) => row.methods),
  );
  const responses = responsesOf(
    language,
    use.rows.filter((row) => row.where !== 'R'),
  );
  const sides = [
    requests && `${label(language, 'requests')}: ${requests}`,
    responses && `${label(language, 'responses')}: ${responses}`,
  ].filter((side) => side !== undefined);
  return [`${sides.join('. ')}.`, label(language, use.repeats ? 'repeats' : 'once')].join(' ');
}

type Cells = Readonly<Record<string, string>>;

const registeredMethods = methods.filter((method) => method.status === 'registered').map((method) => method.name);

/** `all`, or the methods that may carry it, with those that must. */
function placesOf(language: Language, rows: readonly Cells[]): string | undefined {
  if (rows.length === 0) return undefined;
  const allowed = registeredMethods.filter((method) => rows.some((cells) => (cells[method] ?? '-') !== '-'));
  const mandatory = allowed.filter((method) => rows.some((cells) => cells[method] === 'm'));
  if (allowed.length === 0) return undefined;
  // A table that names no newer method does not forbid it there.
  const all = allowed.length >= registeredMethods.length - 2;
  const where = all ? label(language, 'all') : allowed.join(', ');
  if (mandatory.length === 0) return where;
  if (mandatory.length === allowed.length) return `${where} (${label(language, 'mandatory')})`;
  return `${where} (${label(language, 'mandatoryIn', mandatory.join(', '))})`;
}

function responsesOf(
  language: Language,
  rows: readonly { readonly where: string; readonly methods: Cells }[],
): string | undefined {
  const used = rows.filter((row) => Object.values(row.methods).some((cell) => cell !== '-'));
  const wheres = used.map((row) => {
    const cells = Object.values(row.methods).filter((cell) => cell !== '-');
    const codes = /^R?r$/.test(row.where) ? label(language, 'all') : row.where.replaceAll(',', ', ');
    return cells.every((cell) => cell === 'm') ? `${codes} (${label(language, 'mandatory')})` : codes;
  });
  return wheres.length === 0 ? undefined : [...new Set(wheres)].join(', ');
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
