import facts from '../../../../../data/dialects/sipp.json';

/** What SIPp reads in a scenario: `data/dialects/sipp.json`. */
export interface SippElement {
  /** The elements it counts in; empty for the root. */
  readonly in: readonly string[];
  readonly attributes: readonly string[];
  /** What its CDATA holds: a SIP message, or a command for the other SIPp of a 3PCC pair. */
  readonly cdata?: 'message' | 'command';
  /** A step of the call flow. */
  readonly command?: boolean;
  /** A step that `optional` can make optional. */
  readonly optional?: boolean;
}

export type SippValueKind =
  | 'method'
  | 'statusCode'
  | 'headerField'
  | 'transport'
  | 'label'
  | 'labelName'
  | 'boolean'
  | 'oneOf'
  /** Text in which keywords are replaced. */
  | 'text'
  /** A command line: keywords are replaced, but brackets may be the shell's. */
  | 'shell';

export interface SippValue {
  readonly kind: SippValueKind;
  readonly values?: readonly string[];
}

export interface SippKeyword {
  /** The spellings of a family of keywords that share one meaning. */
  readonly names?: readonly string[];
  /** Whether something follows the name: `[last_Via:]`, `[field0 file="a.csv"]`, `[$1]`. */
  readonly prefix?: boolean;
}

export const elements = new Map<string, SippElement>(Object.entries(facts.elements as Record<string, SippElement>));

const values = new Map<string, SippValue>(Object.entries(facts.values as Record<string, SippValue>));

/** What the value of an attribute means, where it matters to SIP or to the flow. */
export const valueRow = (element: string, attribute: string): SippValue | undefined =>
  values.get(`${element}.${attribute}`) ?? values.get(attribute);

const keywords = Object.entries(facts.keywords as Record<string, SippKeyword>);

/** Keywords that stand alone, by every spelling, with the name that their text goes by. */
export const plainKeywords = new Map<string, string>(
  keywords.flatMap(([key, keyword]) =>
    keyword.prefix ? [] : (keyword.names ?? [key]).map((name) => [name, key] as const),
  ),
);

export const keywordPrefixes: readonly string[] = keywords.flatMap(([key, keyword]) => (keyword.prefix ? [key] : []));

/** All attributes that SIPp reads anywhere. */
export const knownAttributes: ReadonlySet<string> = new Set(
  [...elements.values()].flatMap((element) => element.attributes),
);

export const isCommand = (name: string): boolean => elements.get(name)?.command === true;
