import type { Direction } from '../direction/direction.ts';

/**
 * Lines of a user's own products, by templates such as `{time} {direction:RX|TX} {source} => {destination}`. A
 * template is matched from left to right without ever going back, so that no template can make a long line slow.
 */
export interface UserRow {
  readonly segments: readonly Segment[];
}

export type Segment =
  /** Blanks in it stand for one blank or more. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'direction'; readonly words: Readonly<Record<Direction, readonly string[]>> }
  | { readonly kind: 'time' | 'any' | TokenKind };

export type TokenKind = 'source' | 'destination' | 'local' | 'remote' | 'transport' | 'mark';

const TOKEN_KINDS: ReadonlySet<string> = new Set<TokenKind>([
  'source',
  'destination',
  'local',
  'remote',
  'transport',
  'mark',
]);

/** Why a template cannot be used; `at` is the offset in it. */
export interface UserRowError {
  readonly template: string;
  readonly at: number;
  readonly reason: UserRowFault;
}

export type UserRowFault =
  /** `{` without `}`, or `}` without `{`. */
  | 'brace'
  /** A name that is none of those in `docs/formats.md`. */
  | 'unknownName'
  /** The same name twice. */
  | 'repeatedName'
  /** Two placeholders with nothing between them, so that nobody can tell where the first one ends. */
  | 'nothingBetween'
  /** `{direction:…}` with other than two alternatives, the one for received messages and the one for sent ones. */
  | 'directionWords'
  /** Nothing that a line could tell. */
  | 'noPlaceholder'
  | 'tooLong';

const LONGEST_TEMPLATE = 256;
/** The templates that can be used, and what is wrong with the others. */
export function compileUserRows(templates: readonly string[]): {
  readonly rows: readonly UserRow[];
  readonly errors: readonly UserRowError[];
} {
  const compiled = templates.map(compileUserRow);
  return {
    rows: compiled.filter((one): one is UserRow => 'segments' in one),
    errors: compiled.filter((one): one is UserRowError => 'reason' in one),
  };
}

function compileUserRow(template: string): UserRow | UserRowError {
  const fault = (reason: UserRowFault, at: number): UserRowError => ({ template, at, reason });
  if (template.length > LONGEST_TEMPLATE) return fault('tooLong', LONGEST_TEMPLATE);
  const segments: Segment[] = [];
  for (let at = 0; at < template.length; ) {
    const open = template.indexOf('{', at);
    const stray = template.indexOf('}', at);
    if (stray >= 0 && (open < 0 || stray < open)) return fault('brace', stray);
    const literal = template.slice(at, open < 0 ? template.length : open);
    if (literal !== '') segments.push({ kind: 'literal', text: literal });
    if (open < 0) break;
    const close = template.indexOf('}', open);
    if (close < 0) return fault('brace', open);
    const segment = placeholder(template.slice(open + 1, close));
    if (typeof segment === 'string') return fault(segment, open);
    if (segment.kind !== 'any' && segments.some((one) => one.kind === segment.kind)) return fault('repeatedName', open);
    const previous = segments.at(-1);
    if (previous && previous.kind !== 'literal') return fault('nothingBetween', open);
    segments.push(segment);
    at = close + 1;
  }
  return segments.some((one) => one.kind !== 'literal' && one.kind !== 'any')
    ? { segments }
    : fault('noPlaceholder', 0);
}

function placeholder(written: string): Segment | UserRowFault {
  const colon = written.indexOf(':');
  const name = (colon < 0 ? written : written.slice(0, colon)).trim();
  if (name === 'direction') return directionSegment(colon < 0 ? undefined : written.slice(colon + 1));
  if (colon >= 0) return 'unknownName';
  if (name === '*') return { kind: 'any' };
  if (name === 'time' || TOKEN_KINDS.has(name)) return { kind: name as 'time' | TokenKind };
  return 'unknownName';
}

/** `RX|TX`: the first for received messages, the second for sent ones; each may be several words between commas. */
function directionSegment(written: string | undefined): Segment | UserRowFault {
  const [received, sent, ...more] = (written ?? 'received,recv,rx,in|sent,send,tx,out').split('|');
  const words = (list: string | undefined) =>
    (list ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const [inWords, outWords] = [words(received), words(sent)];
  if (inWords.length === 0 || outWords.length === 0 || more.length > 0) return 'directionWords';
  return { kind: 'direction', words: { in: inWords, out: outWords } };
}
