import { type Span, span } from '../../../sip/span.ts';

/** What a regular expression over status codes names, piece by piece. */
export type PatternPiece =
  | { readonly kind: 'code'; readonly code: number; readonly span: Span }
  | { readonly kind: 'class'; readonly digit: number; readonly span: Span };

/** `4`, `[45]`, `[4-6]`, `.`: one place of a code. */
interface Place {
  readonly span: Span;
  /** The digits it names one by one, with their places; undefined where any digit fits. */
  readonly digits: readonly { readonly digit: number; readonly span: Span }[] | undefined;
  /** `{2}`, `+`, `*`: how far the place reaches. */
  readonly repeats: boolean;
}

/** The codes and classes that a pattern such as `(486)|(408)`, `4[0-9][0-9]` or `^[56]..$` names. */
export function statusPieces(text: string, pattern: Span): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  let run: Place[] = [];
  let at = pattern.start;
  while (at < pattern.end) {
    const place = placeAt(text, at, pattern.end);
    if (place) run.push(place);
    else if (run.length > 0) {
      pieces.push(...piecesOf(run, text.charAt(run[0]!.span.start - 1), text.charAt(at)));
      run = [];
    }
    at = place ? place.span.end : at + 1;
  }
  if (run.length > 0) pieces.push(...piecesOf(run, text.charAt(run[0]!.span.start - 1), ''));
  return pieces;
}

/** What a run of places names that stands between two characters which are no places. */
function piecesOf(run: readonly Place[], before: string, after: string): readonly PatternPiece[] {
  const [first, second, third] = run;
  if (!first?.digits) return [];
  const whole = span(first.span.start, run.at(-1)!.span.end);
  const open = first.digits.length === 1;
  if (run.length === 3 && open && isDigit(second) && isDigit(third)) {
    const code = first.digits[0]!.digit * 100 + second!.digits![0]!.digit * 10 + third!.digits![0]!.digit;
    return [{ kind: 'code', code, span: whole }];
  }
  if (run.length > 3) return [];
  if (run.length === 3 && open && isDigit(second) && third?.digits && !third.repeats) {
    // `50[034]`: each digit of the set makes a code.
    const tens = first.digits[0]!.digit * 100 + second!.digits![0]!.digit * 10;
    const codes = third.digits.map(
      ({ digit, span: place }) => ({ kind: 'code', code: tens + digit, span: place }) as const,
    );
    return [...classPiece(first.digits[0]!.digit, span(first.span.start, second!.span.end)), ...codes];
  }
  // `(4|5)[0-9][0-9]`: a lone digit in a group stands for its class.
  const grouped = run.length === 1 && (before === '(' || before === '|') && (after === ')' || after === '|');
  if (run.length < 3 && before !== '^' && !grouped && !run.some((place) => place.repeats)) return [];
  if (open) return classPiece(first.digits[0]!.digit, whole);
  // Each digit of `[45][0-9][0-9]` is a class; what stands before and behind the digits goes with its neighbour.
  const last = first.digits.length - 1;
  return first.digits.flatMap(({ digit, span: place }, index) =>
    classPiece(digit, span(index === 0 ? whole.start : place.start, index === last ? whole.end : place.end)),
  );
}

const isDigit = (place: Place | undefined): boolean => place?.digits?.length === 1 && !place.repeats;

const classPiece = (digit: number, place: Span): readonly PatternPiece[] =>
  digit >= 1 && digit <= 6 ? [{ kind: 'class', digit, span: place }] : [];

function placeAt(text: string, at: number, limit: number): Place | undefined {
  const character = text.charAt(at);
  let end = at + 1;
  let digits: Place['digits'];
  if (character >= '0' && character <= '9') digits = [{ digit: Number(character), span: span(at, at + 1) }];
  else if (character === '[') {
    const close = text.indexOf(']', at);
    if (close < 0 || close >= limit || close - at > 16) return undefined;
    end = close + 1;
    digits = digitsOfSet(text, at + 1, close);
  } else if (character === '\\' && text.charAt(at + 1) === 'd') end = at + 2;
  else if (character !== '.' && character !== 'x' && character !== 'X') return undefined;
  const quantifier = /^(?:\{\d+(?:,\d*)?\}|[+*])/.exec(text.slice(end, Math.min(limit, end + 8)))?.[0] ?? '';
  return { span: span(at, end + quantifier.length), digits, repeats: quantifier !== '' };
}

/** `45` and `4-6` name digits; `0-9` and `^…` any. */
function digitsOfSet(text: string, start: number, end: number): Place['digits'] {
  const body = text.slice(start, end);
  if (!/^\d(?:-?\d)*$/.test(body) || body === '0-9' || body === '1-9') return undefined;
  return [...body.matchAll(/\d/g)].map((match) => ({
    digit: Number(match[0]),
    span: span(start + match.index, start + match.index + 1),
  }));
}

/** The names that a pattern such as `^(INVITE|SUBSCRIBE)$` lists; undefined when it is more than a list of names. */
export function listedNames(text: string, pattern: Span): readonly Span[] | undefined {
  if (!/^[\^($)|A-Za-z0-9_./+-]*$/.test(text.slice(pattern.start, Math.min(pattern.end, pattern.start + 400))))
    return undefined;
  const names: Span[] = [];
  let start = pattern.start;
  for (let i = pattern.start; i <= pattern.end; i++) {
    if (i < pattern.end && !'^($)|'.includes(text.charAt(i))) continue;
    if (i > start) names.push(span(start, i));
    start = i + 1;
  }
  return names;
}

/** A pattern of the C library as one of ours, for patterns over digits alone; undefined for any other. */
export function digitPattern(source: string): RegExp | undefined {
  if (source.length > 120 || !/^[\^$()|[\]0-9.xX?*+{},\\d-]+$/.test(source) || /\{\d{3}/.test(source)) return undefined;
  try {
    return new RegExp(source.replaceAll('\\\\', '\\'), 'i');
  } catch {
    return undefined;
  }
}
