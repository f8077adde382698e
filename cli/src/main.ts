import packageJson from '../../package.json';
import { counts, type ProblemRecord, problemLine, problemsIn } from './check.ts';
import { closest } from './closest.ts';
import { explainTerm } from './explain.ts';
import { type Failure, InputFailure } from './inputs/failure.ts';
import { filesOf } from './inputs/files.ts';
import { type Part, partsOf, type Reading } from './inputs/parts.ts';
import { renderMarkdown } from './markdown.ts';
import { messageLine } from './message-line.ts';
import { messagesOf } from './messages.ts';
import { languageFrom, type Options, optionsFrom, suggestion, UsageError } from './options.ts';
import { type Output, terminalOutput } from './output.ts';
import { jsonLine, jsonLines, printable } from './paint.ts';
import { sarifLog } from './sarif.ts';
import { knownNames } from './terms.ts';
import { cliText } from './texts.ts';

/** All done, and nothing found that was asked for. */
const FINE = 0;
/** Problems of the asked severity, or an unknown term. */
const FOUND = 1;
/** The call or an input was wrong, or this program. */
const WRONG = 2;

function main(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): number {
  const plain = terminalOutput('never', environment);
  try {
    const options = optionsFrom(args, environment);
    const output = terminalOutput(options.color, environment);
    const status = run(options, output);
    output.flush();
    return status;
  } catch (error) {
    const language = languageFrom(args, environment);
    const message = error instanceof UsageError ? error.message : cliText(language, 'failed', String(error));
    plain.error(`sip-lens: ${printable(message)}`);
    if (error instanceof UsageError) plain.error(cliText(language, 'seeHelp'));
    return WRONG;
  }
}

function run(options: Options, output: Output): number {
  const { language, command } = options;
  if (options.version) {
    output.line(packageJson.version);
    return FINE;
  }
  if (options.help) {
    output.line(cliText(language, 'help'));
    return FINE;
  }
  if (command === undefined) {
    output.error(cliText(language, 'help'));
    return WRONG;
  }
  if (options.operands.length === 0) {
    throw new UsageError(cliText(language, command === 'explain' ? 'noTerms' : 'noFiles'));
  }
  return { messages, check, explain }[command](options, output);
}

function messages(options: Options, output: Output): number {
  const partial = cliText(options.language, 'partial');
  let count = 0;
  const read = forEachPart(options, options.as ?? 'anything', output, (part, progress) => {
    for (const listed of messagesOf(part, options.envelopes)) {
      output.line(options.format === 'json' ? jsonLine(listed.record) : messageLine(listed, partial, output.color));
      count++;
      if (output.closed) return;
      progress(listed.end);
    }
  });
  output.note(summary(options, 'messagesFound', count, read));
  return read.failures.length > 0 ? WRONG : FINE;
}

function check(options: Options, output: Output): number {
  const { language, format } = options;
  const problems: ProblemRecord[] = [];
  let count = 0;
  let found = false;
  const read = forEachPart(options, options.as, output, (part, progress) => {
    for (const { record, start } of problemsIn(part, options)) {
      count++;
      found ||= counts(record, options);
      if (format === 'sarif') problems.push(record);
      else output.line(format === 'json' ? jsonLine(record) : problemLine(record, options, output.color));
      if (output.closed) return;
      progress(start);
    }
  });
  const { failures } = read;
  if (format === 'sarif')
    output.line(jsonLines(sarifLog({ problems, failures, language, version: packageJson.version })));
  output.note(summary(options, 'problemsFound', count, read));
  if (failures.length > 0) return WRONG;
  return found ? FOUND : FINE;
}

interface Read {
  /** How many files could be read. */
  readonly files: number;
  /** How many files of folders hold no text, but something that text can be made of. */
  readonly passedOver: number;
  /** What to say of those that could not be read. */
  readonly failures: readonly string[];
}

function summary({ language }: Options, found: 'messagesFound' | 'problemsFound', count: number, read: Read): string {
  const passedOver = read.passedOver > 0 ? ` ${cliText(language, 'passedOver', read.passedOver)}` : '';
  return cliText(language, found, count, read.files) + passedOver;
}

/** Reads every input in turn. */
function forEachPart(
  options: Options,
  as: Reading | undefined,
  output: Output,
  use: (part: Part, progress: (offset: number) => void) => void,
): Read {
  const failures: string[] = [];
  const fail = (path: string, { reason, detail }: Failure): void => {
    const text = cliText(
      options.language,
      'cannotRead',
      path,
      cliText(options.language, `reason.${reason}`, detail, path),
    );
    failures.push(text);
    output.error(`sip-lens: ${printable(text)}`);
  };
  const inputs = filesOf(options.operands);
  let files = 0;
  let passedOver = 0;
  for (const [index, input] of inputs.entries()) {
    if (output.closed) break;
    if (input instanceof InputFailure) {
      fail(input.path, input.failure);
      continue;
    }
    const place = inputs.length > 1 ? `[${index + 1}/${inputs.length}] ` : '';
    const progress = (share: number | undefined): void =>
      output.progress(() => {
        const percent = share === undefined ? '' : ` ${cliText(options.language, 'percent', Math.floor(share * 100))}`;
        return `${place}${printable(input.path)}${percent}`;
      });
    try {
      progress(0);
      for (const part of partsOf(input, as)) {
        use(part, (offset) => progress(part.shareAt(offset)));
        if (output.closed) break;
      }
      files++;
      output.flush();
    } catch (error) {
      if (!(error instanceof InputFailure)) throw error;
      const { reason } = error.failure;
      if (input.named || !NO_TEXT.has(reason)) fail(error.path, error.failure);
      else if (reason !== 'binary') passedOver++;
    }
  }
  return { files, passedOver, failures };
}

/** What lies in a folder may be anything; only what looks like text is read there. */
const NO_TEXT: ReadonlySet<Failure['reason']> = new Set(['packed', 'capture', 'binary']);

function explain(options: Options, output: Output): number {
  const { language, operands, format } = options;
  let status = FINE;
  let first = true;
  for (const term of operands) {
    const markdown = explainTerm(term, language);
    if (markdown === undefined) {
      const near = suggestion(language, closest(term, knownNames()));
      output.error(`sip-lens: ${printable(cliText(language, 'unknownTerm', term) + near)}`);
      status = FOUND;
      continue;
    }
    if (format === 'json') output.line(jsonLine({ term, markdown }));
    else {
      if (!first) output.line('');
      output.line(renderMarkdown(markdown, output.color, output.width));
    }
    first = false;
  }
  return status;
}

process.exitCode = main(process.argv.slice(2), process.env);
