import facts from '../../../../../../data/dialects/freeswitch.json';
import type { ValueRow } from '../table.ts';

/** What an argument of a method carries; `value`: what the application, variable or API command before it takes. */
export type ScriptArgument = 'application' | 'variable' | 'api' | 'apiCommand' | 'value' | 'cause' | 'dialString' | '-';

/** A method of the objects that FreeSWITCH gives to scripts: a row of `script` in the table. */
export interface ScriptRow {
  readonly args: readonly ScriptArgument[];
  /** What it returns: a kind, or the value of the variable that it names. */
  readonly yields?: ValueRow['value'] | 'variable';
}

const methods = new Map(Object.entries(facts.script.methods as Record<string, ScriptRow>));
const apiMethods = new Map(Object.entries(facts.script.apiMethods as Record<string, ScriptRow>));
const members = new Map(Object.entries(facts.script.members as Record<string, ValueRow['value']>));
const searches: ReadonlySet<string> = new Set(facts.script.searches);
const searchFunctions: ReadonlySet<string> = new Set(facts.script.searchFunctions);
const apis: ReadonlySet<string> = new Set(facts.script.apis);

/** The row of `bridge_session:hangup(…)`, or of `api:executeString(…)`, whose `execute` runs no application. */
export const scriptMethod = (receiver: string, method: string): ScriptRow | undefined =>
  (apis.has(receiver) ? apiMethods : methods).get(method);

/** What a member of a session holds: `session.cause`. */
export function scriptMember(path: string): ValueRow['value'] {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : members.get(path.slice(dot + 1));
}

/** Whether a method of a text looks for another one in it: `cause:find("BUSY")`. */
export const isSearch = (method: string): boolean => searches.has(method);

/** Whether a function looks in its first argument for its second: `string.find(cause, "BUSY")`. */
export const isSearchFunction = (path: string): boolean => searchFunctions.has(path);
