import facts from '../../../../../data/dialects/freeswitch.json';

/** What FreeSWITCH's XML says of SIP: `data/dialects/freeswitch.json`. */
export interface ValueRow {
  readonly value?: ValueKind;
  /** The only values of `oneOf`, or those of `booleanOr` besides the words for yes and no. */
  readonly values?: readonly string[];
  /** The group of terms that says what they mean; `transport` stands for those of SIP itself. */
  readonly set?: string;
  /** Values that others take, with the one that means the same here. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** The least number that counts. */
  readonly least?: number;
  /** Whether underscores stand for the hyphens of a header field's name. */
  readonly underscores?: boolean;
  /** Whether only the value can be SIP, so that the name has nothing to say. */
  readonly silent?: boolean;
}

export type ValueKind =
  /** `486 Busy Here` */
  | 'response'
  | 'statusCode'
  /** `sip:486` */
  | 'protocolCause'
  | 'cause'
  | 'causeNumber'
  | 'causeList'
  | 'causeListOrBoolean'
  /** Causes up to the first blank. */
  | 'causeListFirst'
  /** `+60 USER_BUSY` */
  | 'timeCause'
  /** `192.0.2.1 domains CALL_REJECTED` */
  | 'aclCause'
  /** A header field's name behind the name of a variable. */
  | 'headerField'
  | 'headerName'
  | 'headerNames'
  | 'contentType'
  /** `hash inbound 192.0.2.1 20 !USER_BUSY` */
  | 'limitCause'
  | 'codecList'
  | 'eventList'
  | 'transport'
  | 'privacy'
  | 'payloadType'
  | 'boolean'
  | 'booleanOr'
  | 'oneOf'
  | 'number'
  | 'variableName'
  | 'variableNames'
  | 'assignment'
  | 'assignments'
  | 'dialString'
  /** `hangup USER_BUSY` or `hangup::USER_BUSY`: an application and its data. */
  | 'command'
  /** `originate user/100 &park()`: a command of FreeSWITCH's API. */
  | 'apiCommand'
  /** `2 b s hangup::USER_BUSY` */
  | 'metaApp'
  /** `inside,2,exec:hangup,USER_BUSY` */
  | 'digitAction';

export type Group =
  | 'application'
  | 'variable'
  | 'variablePrefix'
  | 'profileParameter'
  | 'gatewayParameter'
  | 'userParameter';

type Rows = ReadonlyMap<string, ValueRow>;

const rowsOf = (group: Group): Rows => new Map(Object.entries(facts[group] as Record<string, ValueRow>));

export const groups: Readonly<Record<Group, Rows>> = {
  application: rowsOf('application'),
  variable: rowsOf('variable'),
  variablePrefix: rowsOf('variablePrefix'),
  profileParameter: rowsOf('profileParameter'),
  gatewayParameter: rowsOf('gatewayParameter'),
  userParameter: rowsOf('userParameter'),
};

const sets = facts as unknown as Readonly<Record<string, object>>;

/** Whether a group of values holds one of that name. */
export const isInSet = (set: string, name: string): boolean => Object.hasOwn(sets[set] ?? {}, name);

/** Commands of FreeSWITCH's API, by what their first argument carries. */
export const apiCommands: Rows = new Map(Object.entries(facts.api as Record<string, ValueRow>));

/** The groups whose names are all that a part of FreeSWITCH knows, together with those that are no matter of SIP. */
const parameterGroups = ['profileParameter', 'gatewayParameter'] as const;

const parameters: ReadonlySet<string> = new Set(
  [...facts.otherParameters, ...parameterGroups.flatMap((group) => [...groups[group].keys()])].map((name) =>
    name.toLowerCase(),
  ),
);

export const isParameterGroup = (group: Group): group is (typeof parameterGroups)[number] =>
  (parameterGroups as readonly Group[]).includes(group);

/** Whether profiles or gateways have a parameter of that name; letter case does not matter. */
export const isParameter = (name: string): boolean => parameters.has(name.toLowerCase());

type ByElement<Row> = ReadonlyMap<string, readonly Row[]>;

function byElement<Row extends { readonly element: string }>(rows: readonly Row[]): ByElement<Row> {
  return new Map(rows.map(({ element }) => [element, rows.filter((row) => row.element === element)]));
}

/** An element that names something in one attribute and gives its value in another. */
export interface NamedRow {
  readonly element: string;
  readonly name: string;
  readonly value: string;
  readonly group: Group;
  /** The elements it must stand in, from the inside out, with others between them. */
  readonly within?: readonly string[];
}

export const namedRows = byElement(facts.named as readonly NamedRow[]);

/** An element one attribute of which always carries the same, or when another attribute has one of some values. */
export interface AttributeRow {
  readonly element: string;
  readonly attribute: string;
  readonly value: ValueKind;
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

export const attributeRows = byElement(facts.attributes as unknown as readonly AttributeRow[]);

/** An element that compares a variable with a regular expression. */
export interface ConditionRow {
  readonly element: string;
  readonly field: string;
  readonly expression: string;
}

export const conditionRows = byElement(facts.conditions as readonly ConditionRow[]);

/** Names that FreeSWITCH's own examples use as causes although they are none. */
export const otherCauses: ReadonlySet<string> = new Set(facts.otherCauses);

const booleans: ReadonlySet<string> = new Set([...facts.booleans.true, ...facts.booleans.false]);

/** Every number but 0 is true; every other word is false, but nobody means it to be. */
export const isBoolean = (word: string): boolean => booleans.has(word.toLowerCase()) || /^-?\d+$/.test(word);

export interface KnownVariable {
  readonly group: 'variable' | 'variablePrefix';
  /** The row's name: all of the variable's, or its prefix. */
  readonly name: string;
  readonly row: ValueRow;
}

const knownVariables: ReadonlyMap<string, KnownVariable> = knownIn('variable');
const knownPrefixes: readonly KnownVariable[] = [...knownIn('variablePrefix').values()];

function knownIn(group: KnownVariable['group']): ReadonlyMap<string, KnownVariable> {
  return new Map([...groups[group]].map(([name, row]) => [name, { group, name, row }]));
}

/** Events carry the variables of a channel under longer names. */
export const IN_EVENTS = 'variable_';

/** What a variable means, by its name or by what its name begins with. */
export function variableNamed(written: string): KnownVariable | undefined {
  const name = written.startsWith(IN_EVENTS) ? written.slice(IN_EVENTS.length) : written;
  const isLonger = (prefix: KnownVariable): boolean => name.length > prefix.name.length && name.startsWith(prefix.name);
  return knownVariables.get(name) ?? knownPrefixes.find(isLonger);
}
