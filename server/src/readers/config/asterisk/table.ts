import dialect from '../../../../../data/dialects/asterisk.json';

/**
 * What an option, an argument or a variable of Asterisk carries, as `data/dialects/asterisk.json` says it. A row of a
 * group is a name that Asterisk knows; its group and name are those of the `dialectTerm` that explains it.
 */
export type ValueSpec =
  | { readonly kind: 'boolean' }
  /** One of the names of a group; with `list` several, parted by commas. */
  | {
      readonly kind: 'enum';
      readonly group: string;
      readonly list?: boolean;
      /** Booleans are taken as well: all of them, only the negative ones, or all without a term of their own. */
      readonly boolean?: boolean | 'no' | 'silent';
      /** Other values exist and mean nothing for SIP. */
      readonly open?: boolean;
      /** Values of older versions. */
      readonly legacy?: readonly string[];
      readonly prefixes?: readonly string[];
      readonly numbers?: boolean;
      readonly rule?: 'dialstatus';
    }
  | {
      readonly kind: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly decimal?: boolean;
      readonly boolean?: boolean;
    }
  /** A Q.850 cause by number or by Asterisk's name. */
  | { readonly kind: 'cause' }
  /** A SIP status code by number or by its phrase in capitals. */
  | { readonly kind: 'responseCode'; readonly min?: number; readonly max?: number }
  /** A cause, or `SIP 486 Busy Here`. */
  | { readonly kind: 'causeOrResponse' }
  /** With `known`, names that no registry has and that do not begin with `X-` or `P-` are something else. */
  | { readonly kind: 'headerField'; readonly known?: boolean }
  | { readonly kind: 'headerPrefix' }
  /** `Name: value`. */
  | { readonly kind: 'headerLine' }
  /** The value of the header field that the argument `of` names. */
  | { readonly kind: 'headerValue'; readonly of: number }
  /** `&Name=value&Name=value`. */
  | { readonly kind: 'headerPairs' }
  | { readonly kind: 'headerParameter'; readonly of: number }
  | { readonly kind: 'method'; readonly list?: boolean; readonly only?: readonly string[] }
  | { readonly kind: 'eventPackage' }
  | { readonly kind: 'optionTag'; readonly list?: boolean }
  /** A value of `data/facts/values.json`. */
  | {
      readonly kind: 'known';
      readonly of: string;
      readonly list?: boolean | string;
      readonly only?: readonly string[];
    }
  | { readonly kind: 'reason' }
  /** Formats by Asterisk's names: `!all,ulaw,g722:20`. */
  | { readonly kind: 'codecs' }
  | { readonly kind: 'sipUri' }
  | { readonly kind: 'variable' }
  /** Option letters, some with an argument in parentheses. */
  | { readonly kind: 'optionLetters'; readonly letters: Readonly<Record<string, ValueSpec>> };

export interface Row {
  /** Of an option. */
  readonly value?: ValueSpec;
  /** Of an application or a function, in their order; `null` for those without SIP. */
  readonly args?: readonly (ValueSpec | null)[];
  /** Arguments that name a variable or a function as they stand: `CUT(PJSIP_HEADER(read,To),@,1)`. */
  readonly references?: readonly number[];
  /** Commas do not part the argument. */
  readonly wholeArgument?: boolean;
  /** What is assigned to a function or a variable. */
  readonly set?: ValueSpec;
  /** What it is compared with. */
  readonly compare?: ValueSpec;
  /** A comparison counts only where this argument names a variable of the table. */
  readonly ofVariable?: number;
  /** The variable's name may end in digits. */
  readonly numbered?: boolean;
  /** The values of the variable name extensions: `Goto(s-${DIALSTATUS},1)`. */
  readonly names?: 'extension';
  /** `condition?App(…):App(…)`. */
  readonly branches?: boolean;
  /** The argument is a call of another application. */
  readonly nested?: boolean;
  /** The argument is `NAME=value`. */
  readonly assigns?: boolean;
}

export type Rows = Readonly<Record<string, Row>>;

const table = dialect as unknown as {
  readonly groups: Readonly<Record<string, Rows>>;
  readonly carriers: { readonly application: Rows; readonly function: Rows };
  readonly headerValues: Readonly<Record<string, ValueSpec>>;
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly pjsipTypes: readonly string[];
  readonly otherPjsipOptions: readonly string[];
  readonly otherSipOptions: readonly string[];
  readonly codecNames: Readonly<Record<string, string>>;
};

/** The name as the table spells it, and its row. */
export interface Entry {
  readonly name: string;
  readonly row: Row;
}

/** An application or a function; `silent` ones carry SIP without being SIP themselves. */
export interface Callable extends Entry {
  readonly silent: boolean;
}

/** By the name as it is usually written, so that the common case needs no new string, and by that in lower case. */
function indexed<T extends { readonly name: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap((entry) => [[entry.name.toLowerCase(), entry] as const, [entry.name, entry] as const]),
  );
}

const entriesOf = (rows: Rows): Entry[] => Object.entries(rows).map(([name, row]) => ({ name, row }));

const callablesOf = (kind: 'application' | 'function'): Callable[] => [
  ...entriesOf(table.carriers[kind]).map((entry) => ({ ...entry, silent: true })),
  ...entriesOf(table.groups[kind] ?? {}).map((entry) => ({ ...entry, silent: false })),
];

const groups = new Map(Object.entries(table.groups).map(([group, rows]) => [group, indexed(entriesOf(rows))]));
const applications = indexed(callablesOf('application'));
const functions = new Map(callablesOf('function').map((callable) => [callable.name, callable]));
const variables = new Map(entriesOf(table.groups['variable'] ?? {}).map((entry) => [entry.name, entry]));

/** Looked up without regard to case, as Asterisk does with options and their values. */
export function entryOf(group: string, name: string): Entry | undefined {
  const entries = groups.get(group);
  return entries?.get(name) ?? entries?.get(name.toLowerCase());
}

export const namesOf = (group: string): readonly string[] => Object.keys(table.groups[group] ?? {});

/** Names of applications are compared without regard to case. */
export const application = (name: string): Callable | undefined =>
  applications.get(name) ?? applications.get(name.toLowerCase());

/** Names of functions are compared with regard to case. */
export const dialplanFunction = (name: string): Callable | undefined => functions.get(name);

/** A channel variable, inheritance marks (`_`, `__`) aside. */
export function variable(name: string): Entry | undefined {
  const bare = name.charCodeAt(0) === 95 ? name.replace(/^_{1,2}/, '') : name;
  const own = variables.get(bare);
  if (own || !/\d$/.test(bare)) return own;
  const numbered = variables.get(bare.replace(/(?:pre)?\d+$/, ''));
  return numbered?.row.numbered ? numbered : undefined;
}

/** The variables whose values become names of extensions, and the groups of those values. */
export const namingVariables: readonly { readonly name: string; readonly group: string }[] = [
  ...variables.values(),
].flatMap(({ name, row }) =>
  row.names === 'extension' && row.compare?.kind === 'enum' ? [{ name, group: row.compare.group }] : [],
);

/** What the value of a header field is, by its full name. */
export const headerValue = (canonical: string): ValueSpec | undefined => table.headerValues[canonical];

/** What is often written for a name of the group, and the name that is meant. */
export const alias = (group: string, name: string): string | undefined => {
  const aliases = table.aliases[group];
  return aliases && (aliases[name] ?? aliases[name.toLowerCase()] ?? aliases[name.toUpperCase()]);
};

/** The kinds of objects of pjsip.conf, the commonest first. */
export const pjsipTypes = table.pjsipTypes;

/** The options that some object of pjsip.conf has, be they a matter of SIP or not. */
export const pjsipOptions: ReadonlySet<string> = new Set([
  ...table.otherPjsipOptions,
  ...table.pjsipTypes.flatMap((type) => namesOf(`pjsip.${type}`)),
]);

/** The options of sip.conf, be they a matter of SIP or not. */
export const sipOptions: ReadonlySet<string> = new Set([
  ...table.otherSipOptions,
  ...namesOf('sip'),
  ...Object.keys(table.aliases['sip'] ?? {}),
]);

const codecNames = new Map(Object.entries(table.codecNames));

/** The name that a session description has for a format of Asterisk's: `PCMU` for `ulaw`. */
export const codecNamed = (format: string): string | undefined => codecNames.get(format.toLowerCase());
