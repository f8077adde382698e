import { quotesScripts } from '../../routing/syntax.ts';

/** So much of a text is looked at to tell its kind. */
const HEAD = 65_536;

const members = '(?:[gs]etVariable|setHangupHook|setAutoHangup|hangupCause|playAndGetDigits|getDigits|streamFile)';

/** Sessions of databases have an `execute` as well, but not with the name of an application. */
const executes = String.raw`execute[ \t]*\([ \t]*["'](?:set|export|bridge|respond|hangup|playback|transfer|answer|pre_answer|sleep|deflect|redirect|lua|javascript)["']`;

const calls = `(?:${members}|hangup|answer|preAnswer)[ \\t]*\\(`;
const luaMark = new RegExp(`[sS]ession:(?:${calls}|${executes})`);
const dottedMark = new RegExp(String.raw`[sS]ession\.(?:${members}[ \t]*\(|${executes})`);
const arrowMark = new RegExp(String.raw`[sS]ession->(?:${members}[ \t]*\(|${executes})`);
const libraryMark = /\bfreeswitch\.(?:consoleLog|API|Session|Event|EventConsumer|Dbh)[ \t]*\(/;
const perlLibraryMark = /\bfreeswitch::(?:consoleLog|API|Session|Event|EventConsumer)\b/;
const pythonMark = /^[ \t]*(?:import|from)[ \t]+\w|^[ \t]*def[ \t]+\w+[ \t]*\([^\n()]{0,200}\)[^\n:]{0,40}:/m;

/** A key of `syntaxes`. */
export type ScriptLanguage = 'lua' | 'python' | 'javascript' | 'perl';

/** Which language a script for FreeSWITCH is written in; undefined when a text is none. Looks at the head alone. */
export function scriptLanguageOf(text: string): ScriptLanguage | undefined {
  const head = text.slice(0, HEAD);
  if (luaMark.test(head)) return 'lua';
  if (arrowMark.test(head) || perlLibraryMark.test(head)) return 'perl';
  const dotted = dottedMark.test(head);
  if (!dotted && !libraryMark.test(head)) return undefined;
  if (pythonMark.test(head)) return 'python';
  return dotted ? 'javascript' : 'lua';
}

/** Whether a text is a script that FreeSWITCH runs on a call: Lua, JavaScript, Python or Perl. */
export const isFreeswitchScript = (text: string, name: string): boolean =>
  !quotesScripts(name) && scriptLanguageOf(text) !== undefined;
