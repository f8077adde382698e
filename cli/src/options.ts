import { parseArgs } from 'node:util';
import { ruleNamed, rules, type Severity, type SeveritySetting } from '../../server/src/features/diagnostics/rules.ts';
import { type Language, languageOf, languages } from '../../server/src/knowledge/language.ts';
import { compileUserRows, type UserRow } from '../../server/src/readers/log/envelope/user/user-rows.ts';
import { closest } from './closest.ts';
import { cliText } from './texts.ts';

export type Command = 'messages' | 'check' | 'explain';

export interface Options {
  /** Undefined where the call names none. */
  readonly command: Command | undefined;
  /** The files or terms of the call. */
  readonly operands: readonly string[];
  readonly format: Format;
  readonly severity: Severity;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** How lines of the user's own products tell of a message. */
  readonly envelopes: readonly UserRow[];
  readonly as: 'message' | 'log' | undefined;
  readonly language: Language;
  readonly color: 'auto' | 'always' | 'never';
  readonly help: boolean;
  readonly version: boolean;
}

export type Format = 'text' | 'json' | 'sarif';

/** A call that cannot be carried out; the message is for the user. */
export class UsageError extends Error {}

const definitions = {
  format: { type: 'string', default: 'text' },
  severity: { type: 'string', default: 'error' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  envelope: { type: 'string', multiple: true, default: [] as string[] },
  as: { type: 'string' },
  lang: { type: 'string' },
  color: { type: 'string', default: 'auto' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** The most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const formats: Readonly<Record<Command, readonly Format[]>> = {
  messages: ['text', 'json'],
  check: ['text', 'json', 'sarif'],
  explain: ['text', 'json'],
};

const commands = Object.keys(formats) as Command[];

/** Options that not every command has. */
const commandsWith: Readonly<Record<string, readonly Command[]>> = {
  severity: ['check'],
  rule: ['check'],
  envelope: ['messages'],
  as: ['messages', 'check'],
};

/** Reads the arguments of a call. Throws a UsageError in the language that the call asks for. */
export function optionsFrom(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options {
  const language = languageFrom(args, environment);
  const { values, positionals, tokens } = parse(args, language);
  const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
    const found = allowed.find((one) => one === value);
    if (found === undefined)
      throw new UsageError(cliText(language, 'badValue', value, `--${option}`, allowed.join(', ')));
    return found;
  };
  const [command, ...operands] = positionals[0] === 'help' ? [] : positionals;
  const known = command === undefined ? undefined : commandNamed(command, language);
  for (const token of tokens) {
    const having = token.kind === 'option' ? commandsWith[token.name] : undefined;
    if (token.kind === 'option' && known && having && !having.includes(known))
      throw new UsageError(cliText(language, 'strayOption', `--${token.name}`, having.join(', ')));
  }
  return {
    command: known,
    operands,
    format: oneOf('format', values.format, known ? formats[known] : formats.check),
    severity: oneOf('severity', values.severity, severities),
    rules: Object.fromEntries(
      values.rule.map((setting) => {
        const [id = '', level = ''] = setting.split('=', 2);
        if (!ruleNamed(id))
          throw new UsageError(
            cliText(language, 'unknownRule', id) +
              suggestion(
                language,
                closest(
                  id,
                  rules.map((rule) => rule.id),
                ),
              ),
          );
        if (level === '')
          throw new UsageError(cliText(language, 'missingLevel', id, [...severities, 'off'].join(', ')));
        return [id, oneOf<SeveritySetting>('rule', level, [...severities, 'off'])];
      }),
    ),
    envelopes: userRows(values.envelope, language),
    as: values.as === undefined ? undefined : oneOf<'message' | 'log'>('as', values.as, ['message', 'log']),
    language: values.lang === undefined ? language : oneOf('lang', values.lang, languages),
    color: oneOf('color', values.color, ['auto', 'always', 'never']),
    help: values.help || positionals[0] === 'help',
    version: values.version,
  };
}

function userRows(templates: readonly string[], language: Language): readonly UserRow[] {
  const { rows, errors } = compileUserRows(templates);
  const [error] = errors;
  if (error)
    throw new UsageError(
      cliText(language, 'badEnvelope', error.template, error.at + 1, cliText(language, `envelope.${error.reason}`)),
    );
  return rows;
}

/** Also the language of what is wrong with the rest of the call. */
export function languageFrom(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = args.flatMap((arg, index) => {
    if (arg.startsWith('--lang=')) return [arg.slice('--lang='.length)];
    return arg === '--lang' ? args.slice(index + 1, index + 2) : [];
  });
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  return languages.find((language) => language === asked.at(-1)) ?? languageOf(locale);
}

function commandNamed(word: string, language: Language): Command {
  const command = commands.find((one) => one === word);
  if (command) return command;
  throw new UsageError(cliText(language, 'unknownCommand', word) + suggestion(language, closest(word, commands)));
}

function parse(args: readonly string[], language: Language) {
  try {
    return parseArgs({ args: [...args], options: definitions, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'((?:-\w, )?-[^' ]*)/.exec(message)?.[1]?.replace(/^-\w, /, '') ?? '';
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      const flag = definitions[option.slice(2) as keyof typeof definitions]?.type === 'boolean';
      throw new UsageError(cliText(language, flag ? 'needlessValue' : 'missingValue', option));
    }
    const options = Object.keys(definitions).map((name) => `--${name}`);
    throw new UsageError(cliText(language, 'unknownOption', option) + suggestion(language, closest(option, options)));
  }
}

/** What is said behind a word that is nearly another one. */
export const suggestion = (language: Language, words: readonly string[]): string =>
  words.length === 0 ? '' : ` ${cliText(language, 'didYouMean', words.join(', '))}`;
