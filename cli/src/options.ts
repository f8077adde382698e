import { parseArgs } from 'node:util';
import type { Severity, SeveritySetting } from '../../server/src/features/diagnostics/rules.ts';
import { ruleNamed } from '../../server/src/features/diagnostics/rules.ts';
import { type Language, languageOf } from '../../server/src/knowledge/language.ts';
import { cliText } from './texts.ts';

export interface Options {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly format: 'text' | 'json' | 'sarif';
  readonly severity: Severity;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly as: 'message' | 'log' | undefined;
  readonly language: Language;
  readonly color: 'auto' | 'always' | 'never';
  readonly help: boolean;
  readonly version: boolean;
}

/** A call that cannot be carried out; the message is for the user. */
export class UsageError extends Error {}

const definitions = {
  format: { type: 'string', default: 'text' },
  severity: { type: 'string', default: 'error' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  as: { type: 'string' },
  lang: { type: 'string' },
  color: { type: 'string', default: 'auto' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Reads the arguments of a call. Throws a UsageError in the language that the call asks for. */
export function optionsFrom(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  const asked = args.find((arg, index) => /^--lang=/.test(arg) || args[index - 1] === '--lang')?.replace('--lang=', '');
  const language = languageOf(asked ?? locale);
  const parsed = parse(args, language);
  const { values, positionals } = parsed;
  const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new UsageError(cliText(language, 'badValue', value, `--${name}`));
    return found;
  };
  return {
    command: positionals[0],
    operands: positionals.slice(1),
    format: oneOf('format', values.format, ['text', 'json', 'sarif']),
    severity: oneOf('severity', values.severity, severities),
    rules: Object.fromEntries(
      values.rule.map((rule) => {
        const [id = '', level = ''] = rule.split('=', 2);
        if (!ruleNamed(id)) throw new UsageError(cliText(language, 'badValue', id, '--rule'));
        return [id, oneOf<SeveritySetting>('rule', level, [...severities, 'off'])];
      }),
    ),
    as: values.as === undefined ? undefined : oneOf<'message' | 'log'>('as', values.as, ['message', 'log']),
    language: values.lang === undefined ? language : oneOf<Language>('lang', values.lang, ['en', 'tr']),
    color: oneOf('color', values.color, ['auto', 'always', 'never']),
    help: values.help,
    version: values.version,
  };
}

function parse(args: readonly string[], language: Language) {
  try {
    return parseArgs({ args: [...args], options: definitions, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UsageError(cliText(language, 'unknownOption', option));
  }
}
