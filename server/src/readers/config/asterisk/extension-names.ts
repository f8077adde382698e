import { type Span, span, textOf } from '../../../sip/span.ts';
import type { Mention } from '../../mention.ts';
import type { BlockReading, DialectFinding } from '../../reading.ts';
import { type Block, type Cut, separateBlock } from '../blocks.ts';
import { closest } from './closest.ts';
import { replacement } from './draft.ts';
import { alias, namesOf, namingVariables } from './table.ts';

/** Variables whose values name extensions: `Goto(s-${DIALSTATUS},1)` leads to `s-BUSY`. */
const variables = namingVariables.map(({ name, group }) => ({
  reference: `\${${name}}`,
  group,
  values: new Set(namesOf(group)),
}));

/** What a part of a dialplan says of such extensions. */
export interface ExtensionNames {
  /** Names of extensions that may be reached that way: they end in a value of one of the variables, or nearly do. */
  readonly declared: readonly { readonly name: string; readonly span: Span }[];
  /** For each variable, what stands before it where a name is made of it. */
  readonly prefixes: readonly ReadonlySet<string>[];
}

/** `s-NOANSWER` in `Goto(s-NOANSWER,1)`. */
const TARGETS = /(?<=[(,?:|])\w[\w.]{0,40}-([A-Z]{4,12})(?=[,)|:])/g;

const isAnyValue = (word: string): boolean => variables.some(({ values }) => values.has(word));

/** Gathers the names while a text is read from its start to its end. */
export class ExtensionNamesIn {
  readonly #text: string;
  readonly #declared: { readonly name: string; readonly span: Span }[] = [];
  readonly #prefixes = variables.map(() => new Set<string>());
  readonly #nextUse: number[];

  constructor(text: string) {
    this.#text = text;
    this.#nextUse = variables.map(({ reference }) => text.indexOf(reference));
  }

  /** An extension that the dialplan has. */
  declared(place: Span): void {
    let at = place.end;
    while (at > place.start && isCapital(this.#text.charCodeAt(at - 1))) at--;
    if (place.end - at <= 3) return;
    const ending = this.#text.slice(at, place.end);
    if (isAnyValue(ending) || variables.some(({ group }) => meantBy(ending, group) !== undefined))
      this.#declared.push({ name: textOf(this.#text, place), span: place });
  }

  /** A range in which the variables may be used, or such an extension be led to. */
  used(range: Span): void {
    for (const [index, { reference }] of variables.entries()) this.#usedIn(range, index, reference);
    for (const match of this.#text.slice(range.start, range.end).matchAll(TARGETS)) {
      const start = range.start + match.index;
      if (isAnyValue(match[1]!)) {
        this.#declared.push({ name: match[0], span: span(start, start + match[0].length) });
      }
    }
  }

  #usedIn(range: Span, index: number, reference: string): void {
    const text = this.#text;
    let at = this.#nextUse[index]!;
    while (at >= 0 && at < range.start) at = text.indexOf(reference, at + 1);
    this.#nextUse[index] = at;
    for (; at >= 0 && at < range.end; at = text.indexOf(reference, at + 1)) {
      let start = at;
      while (start > range.start && isNameCode(text.charCodeAt(start - 1))) start--;
      if (start < at || /[(,?:|]/.test(text[start - 1] ?? '')) this.#prefixes[index]!.add(text.slice(start, at));
      this.#nextUse[index] = at;
    }
  }

  /** Undefined where there are none. */
  found(): ExtensionNames | undefined {
    const any = this.#declared.length > 0 || this.#prefixes.some(({ size }) => size > 0);
    return any ? { declared: this.#declared, prefixes: this.#prefixes } : undefined;
  }
}

/** A part of a dialplan. */
export interface DialplanBlock extends Block {
  readonly names?: ExtensionNames;
}

/** What a reader of a dialplan makes of a part. */
export interface DialplanReading {
  readonly reading: BlockReading;
  readonly names: ExtensionNames | undefined;
}

export const dialplanBlock = (start: number, cut: Cut, { reading, names }: DialplanReading): DialplanBlock => ({
  ...separateBlock(start, cut, reading),
  ...(names ? { names, related: true } : {}),
});

/** The reading of each part of a dialplan, with the values in the names of extensions that any part leads to. */
export function withExtensionNames(blocks: readonly DialplanBlock[]): (block: DialplanBlock) => BlockReading {
  const prefixes = variables.map(() => new Set<string>());
  for (const { names } of blocks) {
    for (const [index, own] of names?.prefixes.entries() ?? []) for (const prefix of own) prefixes[index]!.add(prefix);
  }
  return ({ names, reading }) => {
    const endings = (names?.declared ?? []).flatMap((one) => endingsOf(one.name, one.span, prefixes));
    if (endings.length === 0) return reading;
    const mentions = [...reading.mentions, ...endings.flatMap(mentionOf)].sort(bySpan);
    const findings = [...reading.findings, ...endings.flatMap(findingIn)].sort(bySpan);
    return { ...reading, mentions, findings };
  };
}

const bySpan = (one: { readonly span: Span }, other: { readonly span: Span }): number =>
  one.span.start - other.span.start || one.span.end - other.span.end;

/** The end of an extension's name, where a value of a variable stands. */
interface Ending {
  readonly group: string;
  readonly name: string;
  readonly span: Span;
}

const isValue = ({ group, name }: Ending): boolean =>
  variables.some((variable) => variable.group === group && variable.values.has(name));

function mentionOf(ending: Ending): readonly Mention[] {
  if (!isValue(ending)) return [];
  const { group, name, span } = ending;
  return [{ term: { kind: 'dialectTerm', dialect: 'asterisk', group, name }, span }];
}

/** An extension that nothing leads to, because no value is spelt so. */
function findingIn(ending: Ending): readonly DialectFinding[] {
  const meant = isValue(ending) ? undefined : meantBy(ending.name, ending.group);
  if (meant === undefined) return [];
  const { name, span } = ending;
  return [{ rule: 'sip.asterisk-dialstatus', span, args: [name, meant], fix: replacement(span, meant) }];
}

const meantBy = (name: string, group: string): string | undefined =>
  alias(group, name) ?? closest(name, namesOf(group));

function endingsOf(whole: string, place: Span, prefixes: readonly ReadonlySet<string>[]): readonly Ending[] {
  return variables.flatMap(({ group }, index) => {
    const endings = [...prefixes[index]!]
      .filter((prefix) => whole.startsWith(prefix))
      .map((prefix) => ({
        group,
        name: whole.slice(prefix.length),
        span: span(place.start + prefix.length, place.end),
      }));
    const ending = endings.find(isValue) ?? endings.find(({ name }) => /^[A-Z]+$/.test(name));
    return ending ? [ending] : [];
  });
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

const isNameCode = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  isCapital(code) ||
  (code >= 97 && code <= 122) ||
  code === 45 ||
  code === 95 ||
  code === 46;
