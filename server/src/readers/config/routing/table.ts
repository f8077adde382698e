import data from '../../../../../data/dialects/routing.json';
import { methodNamed } from '../../../knowledge/names.ts';

/** What an argument, a variable or a parameter carries; each is a reader of `values.ts`. */
export type ValueKind =
  | 'code'
  | 'phrase'
  | 'codeAndPhrase'
  | 'codePattern'
  | 'codes'
  | 'codeRules'
  | 'classDigit'
  | 'method'
  | 'methods'
  | 'methodsList'
  | 'methodRule'
  | 'methodLetters'
  | 'header'
  | 'headers'
  | 'headerItem'
  | 'headerLines'
  | 'headerToken'
  | 'headerSearch'
  | 'headerPattern'
  | 'optionTag'
  | 'optionTags'
  | 'event'
  | 'privacy'
  | 'contentType'
  | 'media'
  | 'mediaTransport'
  | 'codecs'
  | 'codecPattern'
  | 'payloadTypes'
  | 'uriParameter'
  | 'uriParameterPair';

/** `variable`: the name of a pseudo-variable; `variableValue`: what the variable before it carries; `-`: no SIP. */
export type ArgumentKind = ValueKind | 'variable' | 'variableValue' | '-';

/** One function: a row of `data/dialects/routing.json`. */
export interface FunctionRow {
  readonly args: readonly ArgumentKind[];
  /** It answers the request at hand, or one whose method is its `method` argument. */
  readonly answers?: 'current' | 'argument';
  /** Its header lines go into the message as they are, so that each needs its line break. */
  readonly wholeLines?: boolean;
  /** As a condition it asks for the method of the message, or for the code of a reply. */
  readonly tests?: 'method' | 'status';
  /** What it returns: a kind, the value of the named variable, or that of the named header field. */
  readonly yields?: ValueKind | 'variable' | 'headerValue';
}

interface EventRouteRow {
  /** The part of the route's name that speaks of SIP. */
  readonly part: string;
  readonly value: 'method';
  readonly name: string;
}

interface Table {
  readonly functions: Readonly<Record<string, FunctionRow>>;
  readonly variables: {
    readonly terms: Readonly<Record<string, ValueKind>>;
    readonly ofHeaderFields: readonly string[];
    readonly ofBodyParts: readonly string[];
    readonly ofOtherMessages: readonly string[];
    /** What stands between their brackets is text with variables in it. */
    readonly ofText: readonly string[];
  };
  readonly core: {
    readonly variables: Readonly<Record<string, ValueKind>>;
    readonly parameters: Readonly<Record<string, ValueKind>>;
    readonly selects: Readonly<Record<string, ValueKind>>;
  };
  readonly moduleParameters: readonly {
    readonly module: string;
    readonly parameter: string;
    readonly value: ValueKind;
  }[];
  readonly eventRoutes: { readonly terms: Readonly<Record<string, EventRouteRow>>; readonly notSip: readonly string[] };
  readonly kemi: {
    readonly roots: readonly string[];
    readonly functions: Readonly<Record<string, FunctionRow>>;
    /** What the message object of an embedded language holds. */
    readonly variables: Readonly<Record<string, ValueKind>>;
    /** Functions of an embedded language that look for one text in another. */
    readonly searches: readonly string[];
    /** Their methods that do so in a list, and in a text. */
    readonly listSearches: readonly string[];
    readonly textSearches: readonly string[];
    /** Functions that make a text of a pattern and of values for the gaps in it. */
    readonly formats: readonly string[];
    readonly methodTests: string;
    /** Functions that call one of the products' own by its name. */
    readonly indirectCalls: readonly string[];
    readonly conversions: readonly string[];
    readonly methodLetters: Readonly<Record<string, string>>;
  };
  readonly headerTokens: Readonly<Record<string, ValueKind>>;
  readonly notSipMethods: readonly string[];
}

const table = data as unknown as Table;

const functionsByName = new Map(Object.entries(table.functions));
const kemiFunctions = new Map(Object.entries(table.kemi.functions));
const kemiRoots = new Set(table.kemi.roots);
const searches = new Set(table.kemi.searches);
const listSearches = new Set(table.kemi.listSearches);
const textSearches = new Set(table.kemi.textSearches);
const formats = new Set(table.kemi.formats);
const indirectCalls = new Set(table.kemi.indirectCalls);
const conversions = new Set(table.kemi.conversions);
const moduleParameters = new Map(
  table.moduleParameters.map((row) => [`${row.module}/${row.parameter}`, row.value] as const),
);
const notSipRoutes = new Set(table.eventRoutes.notSip);
const notSipMethods = new Set(table.notSipMethods);

export const variableTerms = new Map(Object.entries(table.variables.terms));
export const headerVariables = new Set(table.variables.ofHeaderFields);
export const bodyVariables = new Set(table.variables.ofBodyParts);
export const otherMessageVariables = new Set(table.variables.ofOtherMessages);
export const textVariables = new Set(table.variables.ofText);
export const coreVariables = new Map(Object.entries(table.core.variables));
export const coreParameters = new Map(Object.entries(table.core.parameters));
export const messageVariables = new Map(Object.entries(table.kemi.variables));
export const selectTerms = new Map(Object.entries(table.core.selects));
export const methodLetters: Readonly<Record<string, string>> = table.kemi.methodLetters;

export const functionNamed = (name: string): FunctionRow | undefined => functionsByName.get(name);

/** What the tokens in the value of a header field are: `Allow` holds methods. */
export const tokensOfHeader = (canonical: string): ValueKind | undefined => table.headerTokens[canonical];

/** What a module's parameter carries; `modules` may be several: `nathelper|registrar`. */
export function moduleParameter(modules: string, parameter: string): ValueKind | undefined {
  for (const module of modules.split('|')) {
    const kind = moduleParameters.get(`${module}/${parameter}`);
    if (kind) return kind;
  }
  return undefined;
}

/** Methods of HTTP and MSRP, which the same scripts serve. */
export const isForeignMethod = (name: string): boolean => notSipMethods.has(name);

/** A function of the script's own that answers, by its name: `self.reject`, `reply.stateless`. */
export const isOwnReply = (path: string): boolean =>
  /(?:^|[._])(?:reply|reject|deny|refuse|respond)(?:[._][a-z_]*)?$/.test(path.slice(-80)) && !/http/i.test(path);

/** `xhttp:request`: a route that handles another protocol's messages. */
export const isForeignEventRoute = (name: string): boolean => notSipRoutes.has(name.split(':', 1)[0]!);

export const eventRouteTerm = (name: string): EventRouteRow | undefined => table.eventRoutes.terms[name];

/** `int`, `tonumber`: a function of the embedded language that leaves a value what it is. */
export const isConversion = (name: string): boolean => conversions.has(name);

/** `KSR.x.modf("send_reply", …)`. */
export const isIndirectCall = (path: string): boolean => indirectCalls.has(path.slice(path.search(/[.:]/)));

export const isSearch = (name: string): boolean => searches.has(name);
export const isListSearch = (name: string): boolean => listSearches.has(name);
export const isTextSearch = (name: string): boolean => textSearches.has(name);

/** `string.format("X-Code: %d\\r\\n", code)`. */
export const isFormat = (name: string): boolean => formats.has(name);

/** A KEMI call, by its path: `KSR.sl.send_reply`. */
export interface KemiCall {
  readonly row: FunctionRow;
  /** `INVITE` of `KSR.is_INVITE`. */
  readonly method?: string;
}

/** The function behind a path of KEMI; those that are named as in the products' own language share its rows. */
export function kemiCall(path: string): KemiCall | undefined {
  const parts = path.split(/::|\./);
  if (parts.length < 2 || !kemiRoots.has(parts[0]!)) return undefined;
  const name = parts.at(-1)!;
  if (parts.length === 2 && name.startsWith(table.kemi.methodTests)) {
    const method = name.slice(table.kemi.methodTests.length);
    if (methodNamed(method)) return { row: methodTest, method };
  }
  const rest = parts.length === 2 ? name : `${parts[1]!.toLowerCase()}.${name}`;
  const row = kemiFunctions.get(rest) ?? (parts.length === 3 ? functionsByName.get(name) : undefined);
  return row && { row };
}

const methodTest: FunctionRow = { args: [], tests: 'method' };
