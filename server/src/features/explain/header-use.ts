import { type HeaderUse, methods } from '../../knowledge/facts.ts';
import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { headerUse } from '../../knowledge/names.ts';

/** Where a header field may stand, from the tables of RFC 3261 §20 and of its extensions, as a line to read. */
export function headerUseLine(language: Language, name: string): string | undefined {
  const use = headerUse(name);
  if (!use || use.rows.length === 0) return undefined;
  const requests = requestsOf(language, use);
  const responses = responsesOf(language, use);
  const sides = [
    requests && `${label(language, 'requests')}: ${requests}.`,
    responses && `${label(language, 'responses')}: ${responses}.`,
    label(language, use.repeats ? 'repeats' : 'once'),
  ];
  return sides.filter((side) => side !== undefined).join(' ');
}

const registeredMethods = methods.filter((method) => method.status === 'registered').map((method) => method.name);

/** So many methods are named rather than summed up. */
const FEW_METHODS = 3;
/** With more exceptions, the methods themselves read better. */
const MOST_EXCEPTIONS = 5;

/** What a table says of one place, by method: `m` mandatory, `-` not applicable, otherwise it may be there. */
type Cells = Readonly<Record<string, string>>;

const allowedIn = (cells: Cells): readonly string[] =>
  registeredMethods.filter((method) => (cells[method] ?? '-') !== '-');
const mandatoryIn = (cells: Cells): readonly string[] => registeredMethods.filter((method) => cells[method] === 'm');

/** Several rows speak of one place; what one of them allows is allowed. */
function merged(rows: readonly Cells[]): Cells {
  const cells: Record<string, string> = {};
  for (const row of rows) {
    for (const [method, cell] of Object.entries(row)) {
      const known = cells[method];
      if (known === undefined || known === '-' || cell === 'm') cells[method] = cell;
    }
  }
  return cells;
}

function requestsOf(language: Language, use: HeaderUse): string | undefined {
  const cells = merged(use.rows.filter((row) => row.where.includes('R')).map((row) => row.methods));
  const allowed = allowedIn(cells);
  if (allowed.length === 0) return undefined;
  const mandatory = mandatoryIn(cells);
  const where = methodList(language, cells, allowed);
  if (mandatory.length === 0) return where;
  if (mandatory.length < allowed.length) return `${where} (${label(language, 'mandatoryIn', mandatory.join(', '))})`;
  const several = allowed.length > 1 && where === allowed.join(', ');
  return `${where} (${label(language, several ? 'mandatoryInEach' : 'mandatory')})`;
}

/** A table that does not name a newer method forbids nothing there. */
function methodList(language: Language, cells: Cells, allowed: readonly string[]): string {
  const forbidden = registeredMethods.filter((method) => cells[method] === '-');
  const unnamed = registeredMethods.length - allowed.length - forbidden.length;
  if (unnamed > FEW_METHODS || forbidden.length > MOST_EXCEPTIONS) return allowed.join(', ');
  return forbidden.length === 0 ? label(language, 'all') : label(language, 'allBut', forbidden.join(', '));
}

function responsesOf(language: Language, use: HeaderUse): string | undefined {
  const byCode = new Map<string, Cells>();
  for (const row of use.rows) {
    if (row.where === 'R') continue;
    for (const code of /^R?r$/.test(row.where) ? ['all'] : row.where.split(',')) {
      byCode.set(code, merged([byCode.get(code) ?? {}, row.methods]));
    }
  }
  const used = [...byCode].filter(([, cells]) => allowedIn(cells).length > 0);
  const all = used.find(([code]) => code === 'all')?.[1];
  if (!all) return used.length === 0 ? undefined : enumerated(runsOf(language, withoutCovered(used)));
  const mandatory = used
    .filter(([code, cells]) => code !== 'all' && mandatoryIn(cells).length > 0)
    .map(([code, cells]) => codeOf(language, code, cells, mandatoryIn(cells)));
  if (mandatory.length === 0) return responseText(language, label(language, 'all'), all);
  return `${label(language, 'all')} (${label(language, 'mandatoryAt', enumerated(mandatory))})`;
}

/** Parts that hold commas are parted by something else. */
const enumerated = (parts: readonly string[]): string =>
  parts.join(parts.some((part) => part.includes(',')) ? '; ' : ', ');

/** Without the codes whose class is there and says as much: `485` beside `4xx`. */
function withoutCovered(codes: readonly (readonly [string, Cells])[]): (readonly [string, Cells])[] {
  const classes = new Set(codes.map(([code]) => code).filter((code) => code.endsWith('xx')));
  return codes.filter(
    ([code, cells]) => code.endsWith('xx') || mandatoryIn(cells).length > 0 || !classes.has(`${code[0]}xx`),
  );
}

/** `2xx to INVITE, UPDATE (mandatory)`, `2xx (mandatory for PUBLISH)`. */
function responseText(language: Language, code: string, cells: Cells): string {
  const allowed = allowedIn(cells);
  const mandatory = mandatoryIn(cells);
  const where = codeOf(language, code, cells, allowed);
  if (mandatory.length === 0) return where;
  if (mandatory.length === allowed.length) return `${where} (${label(language, 'mandatory')})`;
  return mandatory.length <= FEW_METHODS + 1
    ? `${where} (${label(language, 'mandatoryFor', mandatory.join(', '))})`
    : where;
}

const codeOf = (language: Language, code: string, cells: Cells, answered: readonly string[]): string =>
  answered.length <= FEW_METHODS && Object.keys(cells).some((method) => !answered.includes(method))
    ? label(language, 'responseTo', code, answered.join(', '))
    : code;

/** Classes that follow each other and say the same are one: `4xx–6xx`. */
function runsOf(language: Language, codes: readonly (readonly [string, Cells])[]): string[] {
  const runs: { first: string; last: string; cells: Cells }[] = [];
  for (const [code, cells] of [...codes].sort(([one], [other]) => one.localeCompare(other))) {
    const run = runs.at(-1);
    const follows = run && code === `${Number(run.last[0]) + 1}xx` && run.last.endsWith('xx');
    const alike = run && responseText(language, '', run.cells) === responseText(language, '', cells);
    if (follows && alike) run.last = code;
    else runs.push({ first: code, last: code, cells });
  }
  return runs.map(({ first, last, cells }) =>
    responseText(language, first === last ? first : `${first}–${last}`, cells),
  );
}
