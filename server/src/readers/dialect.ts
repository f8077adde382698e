import type { DocumentText } from '../document/document-text.ts';
import { headerFieldNamed, headersOfEveryMessage } from '../knowledge/names.ts';
import { isAsterisk, readAsterisk } from './config/asterisk/index.ts';
import { isFreeswitch } from './config/freeswitch/is-freeswitch.ts';
import { readFreeswitch } from './config/freeswitch/read.ts';
import { isFreeswitchScript } from './config/freeswitch/scripts/is-script.ts';
import { readFreeswitchScript } from './config/freeswitch/scripts/read-script.ts';
import { isRouting, readRouting } from './config/routing/routing.ts';
import { isSipp, readSipp } from './config/sipp/read.ts';
import { framesIn } from './log/framing.ts';
import { headerNameAt, isKnownHeaderLine } from './log/shapes/header-lines.ts';
import { physicalLineAt } from './log/shapes/physical-lines.ts';
import { SIPP_KEYWORD } from './log/start-lines/sipp-keywords.ts';
import { StartLines } from './log/start-lines/start-lines.ts';
import type { ConfigReading, Dialect } from './reading.ts';

/** The families of configuration files: how each is told, and its reader. The first that says yes has it. */
const families: readonly {
  readonly dialect: Dialect;
  readonly is: (text: string, name: string) => boolean;
  readonly read: (text: string, name: string, previous?: ConfigReading) => ConfigReading;
}[] = [
  { dialect: 'sipp', is: isSipp, read: readSipp },
  { dialect: 'freeswitch', is: isFreeswitch, read: readFreeswitch },
  { dialect: 'routing', is: isRouting, read: readRouting },
  { dialect: 'freeswitch', is: isFreeswitchScript, read: readFreeswitchScript },
  { dialect: 'asterisk', is: isAsterisk, read: readAsterisk },
];

interface DialectChoice {
  readonly dialect: Dialect;
  /** The reader of a configuration file; it may keep what holds of the reading of an earlier version. */
  readonly read?: (text: string, previous?: ConfigReading) => ConfigReading;
}

/** Languages whose files hold a program or a configuration: what looks like SIP in them is only somebody's string. */
const SOURCE_LANGUAGES = new Set([
  ...['lua', 'python', 'javascript', 'typescript', 'ruby', 'perl', 'php', 'java', 'csharp', 'go', 'rust', 'c', 'cpp'],
  ...['javascriptreact', 'typescriptreact', 'tcl', 'kotlin', 'swift', 'elixir', 'erlang', 'powershell', 'bat'],
  ...['xml', 'html', 'css', 'ini', 'properties', 'toml', 'yaml', 'dockerfile', 'makefile', 'shellscript', 'sql'],
  ...['asterisk', 'ael'],
]);

/** Ids that other extensions give to routing scripts, however little of one a file holds. */
const ROUTING_LANGUAGES = new Set(['kamailio', 'kamailio-cfg', 'opensips', 'opensips-cfg']);

/** Where no editor says what language a file is in, its name does; a sample is called after what it is one of. */
const SOURCE_NAMES =
  /\.(?:lua|py|[cm]?[jt]sx?|rb|p[lm]|php|tcl|kt|swift|exs?|[eh]rl|java|cs|go|rs|[ch](?:pp)?|xml|html?|css|ini|conf|cfg|properties|toml|ya?ml|sh|sql)(?:\.(?:sample|example|dist|default|in|orig|bak|tmpl|noload))?$/i;

/** Files that tools export logs into as well: those are told by the whole message that stands in them. */
const RECORD_LANGUAGES = new Set(['xml', 'html', 'sql', 'yaml']);
const RECORD_NAMES = /\.(?:xml|html?|sql|ya?ml)$/i;

/** A piece of a scenario or of a dialplan holds messages with gaps to be filled in. */
const TEMPLATE = new RegExp(`<(?:send|recv|nop|condition|action)\\b|${SIPP_KEYWORD.source}|\\{\\{|\\$\\{`);

/** What kind of text a document is shows in so much of it. */
const HEAD = 1_048_576;

/** Tells the kind of a text from its content and then its name; what is nothing else is read as a log. */
export function dialectOf(
  document: DocumentText,
  origin: { readonly name: string; readonly languageId?: string },
): DialectChoice {
  const name = origin.name.slice(Math.max(origin.name.lastIndexOf('/'), origin.name.lastIndexOf('\\')) + 1);
  if (/\.sip$/i.test(name)) return { dialect: 'message' };
  // An editor may have one mode for messages and logs.
  if (origin.languageId === 'log' || /\.log(?:\.|$)/i.test(name)) return { dialect: 'log' };
  if (origin.languageId === 'sip') return { dialect: 'message' };
  const text = document.slice(0, Math.min(document.length, HEAD));
  const family = families.find((one) => one.is(text, name));
  if (family) return { dialect: family.dialect, read: (source, previous) => family.read(source, name, previous) };
  if (origin.languageId !== undefined && ROUTING_LANGUAGES.has(origin.languageId)) {
    return { dialect: 'routing', read: (source, previous) => readRouting(source, name, previous) };
  }
  if (isSource(name, origin.languageId)) {
    return { dialect: mayBeRecords(name, origin.languageId) && holdsMessage(text) ? 'log' : 'none' };
  }
  return isOneMessage(text) ? { dialect: 'message' } : { dialect: 'log' };
}

/** To an editor, plain text is what it knows nothing of. */
const isSource = (name: string, languageId = 'plaintext'): boolean =>
  languageId === 'plaintext' ? SOURCE_NAMES.test(name) : SOURCE_LANGUAGES.has(languageId);

const mayBeRecords = (name: string, languageId = 'plaintext'): boolean =>
  languageId === 'plaintext' ? RECORD_NAMES.test(name) : RECORD_LANGUAGES.has(languageId);

/** Whether the first message of a text is whole, and none that is only a pattern of one. */
function holdsMessage(text: string): boolean {
  const frame = framesIn(text).next().value;
  return frame?.state === 'complete' && !TEMPLATE.test(text.slice(Math.max(0, frame.start - 4096), frame.end));
}

/** Whether a text begins with a start line and is short enough to be one message that somebody saved. */
function isOneMessage(text: string): boolean {
  if (text.length > 65_536) return false;
  const first = text.length - text.trimStart().length;
  const startLines = new StartLines(text, first);
  const hit = startLines.after(first);
  if (!hit) return isBrokenMessage(text, first);
  return hit.start === first && (startLines.after(hit.end) === undefined || endsWithItsFirstMessage(text));
}

/** Whether the other start lines of a text are in the body of its first message. */
function endsWithItsFirstMessage(text: string): boolean {
  const frame = framesIn(text).next().value;
  return frame !== undefined && text.slice(frame.end).trim() === '';
}

const LONGEST_HEAD = 100;

/** Whether a text without a start line is a message nevertheless, whose first line is a broken one. */
function isBrokenMessage(text: string, start: number): boolean {
  const first = physicalLineAt(text, start);
  if (isKnownHeaderLine(text, first.start, first.end)) return false;
  if (!/SIP[/:]|[/ ]\d\.\d /i.test(text.slice(first.start, Math.min(first.end, first.start + 512)))) return false;
  const names = new Set<string>();
  let at = first.next;
  for (let i = 0; i < LONGEST_HEAD && at < text.length; i++) {
    const line = physicalLineAt(text, at);
    const name = headerNameAt(text, line.start, line.end);
    if (!name && (i < 2 || line.start === line.end)) break;
    if (name) names.add(headerFieldNamed(text.slice(name.start, name.end))?.name ?? '');
    at = line.next;
  }
  return headersOfEveryMessage.filter((name) => names.has(name)).length >= headersOfEveryMessage.length - 1;
}
