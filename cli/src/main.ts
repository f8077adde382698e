import packageJson from '../../package.json';
import { counts, type ProblemRecord, problemRecords, writeProblem } from './check.ts';
import { explainWord } from './explain.ts';
import { filesOf, type Input, readInput } from './inputs.ts';
import { renderMarkdown } from './markdown.ts';
import { listMessages } from './messages.ts';
import { type Options, optionsFrom, UsageError } from './options.ts';
import { type Output, terminalOutput } from './output.ts';
import { sarifLog } from './sarif.ts';
import { cliText } from './texts.ts';

/** Nothing found, or all done. */
const FINE = 0;
/** Problems of the asked severity, or an unknown term. */
const FOUND = 1;
/** The call or an input was wrong. */
const WRONG = 2;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  try {
    const options = optionsFrom(args, process.env);
    return run(options, terminalOutput(options.color));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminalOutput('never').error(`sip-lens: ${error.message}`);
    return WRONG;
  }
}

function run(options: Options, output: Output): number {
  const { language } = options;
  if (options.version) {
    output.line(packageJson.version);
    return FINE;
  }
  if (options.help) {
    output.line(cliText(language, 'help'));
    return FINE;
  }
  switch (options.command) {
    case 'messages':
      return messages(options, output);
    case 'check':
      return check(options, output);
    case 'explain':
      return explain(options, output);
    case undefined:
      output.error(cliText(language, 'help'));
      return WRONG;
    default:
      throw new UsageError(`${cliText(language, 'unknownCommand', options.command)}\n${cliText(language, 'seeHelp')}`);
  }
}

function messages(options: Options, output: Output): number {
  if (options.format === 'sarif') throw new UsageError(cliText(options.language, 'badValue', 'sarif', '--format'));
  return forEachInput(options, output, (input) => {
    listMessages(input, options, output);
  })
    ? FINE
    : WRONG;
}

function check(options: Options, output: Output): number {
  const collected: ProblemRecord[] = [];
  let found = false;
  const allRead = forEachInput(options, output, (input) => {
    for (const record of problemRecords(input, options)) {
      found ||= counts(record, options);
      if (options.format === 'sarif') collected.push(record);
      else writeProblem(record, options, output);
    }
  });
  if (options.format === 'sarif') {
    output.line(JSON.stringify(sarifLog(collected, options.language, packageJson.version), undefined, 2));
  }
  if (!allRead) return WRONG;
  return found ? FOUND : FINE;
}

/** Reads every input in turn; false when one of them could not be read. */
function forEachInput(options: Options, output: Output, use: (input: Input) => void): boolean {
  if (options.operands.length === 0) throw new UsageError(cliText(options.language, 'noFiles'));
  const files = filesOf(options.operands);
  let allRead = true;
  files.forEach((file, index) => {
    if (files.length > 1) output.progress(cliText(options.language, 'progress', index + 1, files.length));
    const input = readInput(file);
    if ('reason' in input) {
      output.error(`sip-lens: ${cliText(options.language, 'cannotRead', input.name, input.reason)}`);
      allRead = false;
    } else use(input);
  });
  output.progress('');
  return allRead;
}

function explain(options: Options, output: Output): number {
  if (options.operands.length === 0) throw new UsageError(cliText(options.language, 'noTerms'));
  let status = FINE;
  options.operands.forEach((word, index) => {
    const text = explainWord(word, options.language);
    if (text === undefined) {
      output.error(`sip-lens: ${cliText(options.language, 'unknownTerm', word)}`);
      status = FOUND;
      return;
    }
    if (index > 0) output.line('');
    output.line(renderMarkdown(text, output.color));
  });
  return status;
}
