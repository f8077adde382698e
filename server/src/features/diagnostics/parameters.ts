import type { HeaderField } from '../../sip/message.ts';
import { type Span, span, trimmed } from '../../sip/span.ts';
import { type Parameter, splitAt } from '../../sip/values/parameters.ts';
import { removeFix, replaceFix } from './finding.ts';
import { isHost, isToken } from './grammar.ts';
import { type Judged, MAGIC_COOKIE, type Report } from './judged.ts';

/** Separators, quotes and parameters: what most structured header fields share (RFC 3261 §7.3.1, §25.1). */

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 60;
const CLOSE = 62;
const COMMA = 44;
const SEMICOLON = 59;

/** Where a quoted string starts that does not end in the range. */
export function unterminatedQuote(text: string, range: Span): number | undefined {
  let open: number | undefined;
  for (let i = range.start; i < range.end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && open !== undefined) i++;
    else if (code === QUOTE) open = open === undefined ? i : undefined;
  }
  return open;
}

/** Reports an unterminated quoted string; whoever reads on behind it reads nonsense. */
export function checkQuotes(judged: Judged, value: Span, report: Report): boolean {
  const open = unterminatedQuote(judged.text, value);
  if (open === undefined) return true;
  const torn = parameterAround(judged.text, open, value);
  if (torn) {
    report('sip.malformed-parameter', torn, { args: [judged.textOf(torn)] });
    return false;
  }
  report('sip.unterminated-quote', span(open, value.end));
  return false;
}

/** `;x=a"b`: the parameter in the midst of whose value a quotation mark stands, where it opens nothing. */
function parameterAround(text: string, quote: number, value: Span): Span | undefined {
  const before = text.slice(Math.max(value.start, quote - LONGEST_LOOK_BACK), quote);
  const [, parameter] = /(?:^|;[ \t]*)([\w!%*+`'~.-]+=[^\s"<>;,=]+)$/.exec(before) ?? [];
  if (parameter === undefined) return undefined;
  const rest = /^[^;,\s]*/.exec(text.slice(quote, value.end))?.[0] ?? '';
  return span(quote - parameter.length, quote + rest.length);
}

const LONGEST_LOOK_BACK = 200;

/**
 * Reports the first run of separators with nothing between them, or at an end of the value. Quoted strings and
 * angle brackets are passed over.
 */
export function checkSeparators(judged: Judged, value: Span, separators: ',' | ';' | ',;', report: Report): boolean {
  const { text } = judged;
  let quoted = false;
  let angled = false;
  let runStart = value.start;
  let runLength = 0;
  let inRun = true;
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
      continue;
    }
    const isSeparator = !angled && (code === COMMA || code === SEMICOLON) && separators.includes(text[i]!);
    if (isSeparator) {
      if (!inRun || runLength === 0) {
        if (!inRun) runLength = 0;
        runStart = i;
      }
      inRun = true;
      runLength++;
    } else if (code !== 32 && code !== 9 && code !== 10 && code !== 13) {
      if (inRun && runLength > 0 && (runLength > 1 || isBlankBetween(text, value.start, runStart))) {
        return reportRun(judged, value, span(runStart, i), report);
      }
      inRun = false;
      runLength = 0;
      if (code === QUOTE) quoted = true;
      else if (code === OPEN) angled = true;
      else if (code === CLOSE) angled = false;
    }
  }
  return !inRun || runLength === 0 ? true : reportRun(judged, value, span(runStart, value.end), report);
}

function reportRun({ text }: Judged, value: Span, run: Span, report: Report): boolean {
  const atEdge = run.end === value.end || isBlankBetween(text, value.start, run.start);
  const written = text.slice(run.start, run.end);
  const kept = atEdge ? '' : written.includes(',') ? ', ' : ';';
  const separators = span(run.start, run.start + written.trimEnd().length);
  const place =
    kept === '' || separators.end - separators.start === 1 ? separators : span(run.start + 1, separators.end);
  const edit = span(run.start, kept === ', ' ? run.end : separators.end);
  report('sip.extra-separator', place, {
    args: [text.slice(place.start, place.end)],
    fix: { ...removeFix(edit, text.slice(place.start, place.end)), edits: [{ span: edit, newText: kept }] },
  });
  return false;
}

const isBlankBetween = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

/** Reports what stands behind a comma in a header field of one value; false when something does. */
export function checkOneValue(judged: Judged, { canonical, value }: HeaderField, report: Report): boolean {
  const [, second, ...more] = splitAt(judged.text, value, ',');
  if (!second || judged.isWild(second)) return true;
  // A comma with nothing behind it parts nothing.
  if (second.start === second.end && more.length === 0) return checkSeparators(judged, value, ',', report);
  report('sip.multiple-values', span(second.start, value.end), { args: [canonical] });
  return false;
}

/** What parameters of one kind may look like. */
export interface ParameterKind {
  isName(text: string): boolean;
  /** Whether one name may stand several times. */
  readonly mayRepeat?: boolean;
  /** Whether peers read tags in quotes, which have no place there. */
  readonly bearsQuotedTags?: boolean;
  /** Whether no value stands in quotes. */
  readonly isWithoutQuotes?: boolean;
  /** Tells of characters in an unquoted value that peers bear, though the grammar has other ones. */
  checkCharacters(judged: Judged, parameter: Parameter, value: Span, report: Report): void;
}

/** Parameters of header fields: a value is a token, a host or a quoted string (RFC 3261 §25.1, gen-value). */
export const ofHeaderFields: ParameterKind = {
  isName: isToken,
  checkCharacters(judged, parameter, value, report) {
    const written = judged.textOf(value);
    // What a feature tag says stands in quotes (RFC 3840 §9), whatever it is.
    const isTag = judged.textOf(parameter.name).startsWith('+');
    if (!isTag && (isToken(written) || isHost(written))) return;
    const fix = replaceFix(value, `"${written.replaceAll('\\', '\\\\')}"`);
    report('sip.malformed-parameter', parameter.span, { args: [judged.textOf(parameter.span)], fix, slight: true });
  },
};

/** Parameters of media types, whose boundaries hold `=` and other characters that a token has not. */
export const ofMediaTypes: ParameterKind = {
  isName: isToken,
  checkCharacters(judged, parameter, value, report) {
    if (judged.textOf(parameter.name).trim().toLowerCase() === 'boundary') return;
    ofHeaderFields.checkCharacters(judged, parameter, trimmed(judged.text, value.start, value.end), report);
  },
};

/**
 * Reports parameters that stand twice, have no name, or an unquoted value with blanks, separators or nothing in it;
 * false when one cannot be read.
 */
export function checkParameters(
  judged: Judged,
  parameters: readonly Parameter[],
  report: Report,
  kind: ParameterKind = ofHeaderFields,
): boolean {
  const seen = new Map<string, Parameter>();
  for (const parameter of parameters) {
    if (judged.isWild(parameter.span)) continue;
    const name = judged.textOf(parameter.name);
    const first = seen.get(name.toLowerCase());
    if (first && !kind.mayRepeat) {
      report('sip.duplicate-parameter', parameter.span, {
        args: [name],
        related: [{ title: 'first-here', span: first.span }],
      });
      continue;
    }
    seen.set(name.toLowerCase(), parameter);
    // Behind one that cannot be read, nobody knows where the next begins.
    if (!checkParameter(judged, parameter, name, kind, report)) return false;
  }
  return true;
}

/** Parameters that say nothing as flags. */
const needsValue = new Set([
  'tag',
  'branch',
  'ccf',
  'ccf-2',
  'ecf',
  'ecf-2',
  'received',
  'maddr',
  'ttl',
  'to-tag',
  'from-tag',
  'local-tag',
  'pn-param',
  'pn-prid',
  'pn-purr',
  'remote-tag',
]);

/** Parameters of numbers and words, which are nothing without them. */
const neverFlags = new Set([
  ...['cause', 'cid', 'duration', 'expires', 'handling', 'index', 'q', 'refresher', 'reg-id', 'retry-after'],
  ...['counter', 'icid-value', 'pub-gruu', 'temp-gruu', '+sip.instance'],
]);

function checkParameter(
  judged: Judged,
  parameter: Parameter,
  name: string,
  kind: ParameterKind,
  report: Report,
): boolean {
  const value = parameter.value && judged.textOf(parameter.value);
  if (parameter.quoted && kind.isWithoutQuotes) {
    const fix = parameter.value && isToken(value ?? '') ? { fix: replaceFix(quotedSpan(parameter.value), value!) } : {};
    report('sip.malformed-parameter', parameter.span, { args: [judged.textOf(parameter.span)], ...fix });
    return false;
  }
  const isStrict = needsValue.has(name.toLowerCase());
  const hasGoodValue =
    value === undefined
      ? !isStrict && !neverFlags.has(name.toLowerCase())
      : parameter.quoted || (isUnquotedValue(value) && !(isStrict && NEVER_UNQUOTED.test(value)));
  const isTagInQuotes = parameter.quoted && !kind.bearsQuotedTags && neverQuoted.has(name.toLowerCase());
  const isGood = kind.isName(name) && hasGoodValue && !isTagInQuotes;
  if (isGood) {
    // Everybody compares tags byte by byte, so that a character too many is borne.
    if (isCompared(name, value)) {
      if (isToken(value ?? '')) return true;
      report('sip.malformed-parameter', parameter.span, { args: [judged.textOf(parameter.span)], slight: true });
    } else if (parameter.value && !parameter.quoted && (!isStrict || isSideTag(name))) {
      kind.checkCharacters(judged, parameter, parameter.value, report);
    }
    return true;
  }
  const missingQuotes =
    !isStrict && isToken(name) && value !== undefined && /\s/.test(value) && !/["\\<>;,=]/.test(value);
  report('sip.malformed-parameter', parameter.span, {
    args: [judged.textOf(parameter.span)],
    ...(missingQuotes && parameter.value ? { fix: replaceFix(parameter.value, `"${value}"`) } : {}),
  });
  return false;
}

const quotedSpan = ({ start, end }: Span): Span => span(start - 1, end + 1);

/** Tags that hold an address as well, in quotes (RFC 4730 §4.1). */
const isSideTag = (name: string): boolean => /^(?:local|remote)-tag$/i.test(name);

/** A branch without the cookie is told of as such. */
const isCompared = (name: string, value: string | undefined): boolean =>
  value !== undefined &&
  neverQuoted.has(name.toLowerCase()) &&
  (name.toLowerCase() !== 'branch' || value.startsWith(MAGIC_COOKIE));

/** Tokens that are compared as they stand. */
const neverQuoted = new Set(['tag', 'branch', 'to-tag', 'from-tag']);

/** What even a liberal peer does not read in a tag or an address. */
const NEVER_UNQUOTED = /[<>\\\ufffd]/;

/** What peers read as one value, though some of them with a character too many: `:`, `/`, `@`. */
const isUnquotedValue = (value: string): boolean => value !== '' && !/[\s"]|^=/.test(value) && !isTorn(value);

/** Whether a bracket stands in a value that is not around it: some peers end the value there. */
const isTorn = (value: string): boolean => /[<>]/.test(value) && !/^<[^<>]*>$/.test(value);
