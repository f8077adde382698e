import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Where a command writes: whole lines, in order, even when the reader of the pipe is slow or gone. */
export interface Output {
  /** Whether the results are painted. */
  readonly color: boolean;
  /** How wide lines of prose may be; endless where no terminal shows them. */
  readonly width: number;
  /** Whether the reader has seen enough (`sip-lens messages big.log | head`): what is still written is lost. */
  readonly closed: boolean;
  line(text: string): void;
  error(text: string): void;
  /** What a person at the terminal wants to know and a program does not. */
  note(text: string): void;
  /** A line on the terminal that the next one replaces; asked for only when the work has become long. */
  progress(text: () => string): void;
  /** Writes what is held back. */
  flush(): void;
}

/** So much is written at once. */
const BLOCK = 65_536;
/** Work is long from so many milliseconds on. */
const LONG_WORK = 1000;
const BETWEEN_PROGRESS = 200;
const WIDEST_PROSE = 100;

const STDOUT = 1;
const STDERR = 2;

type Environment = Readonly<Record<string, string | undefined>>;

export function terminalOutput(color: 'auto' | 'always' | 'never', environment: Environment): Output {
  const onTerminal = isatty(STDOUT);
  const errorsOnTerminal = isatty(STDERR);
  let held: string[] = [];
  let heldLength = 0;
  let closed = false;
  let progressAt = performance.now() + LONG_WORK;
  let progressShown = false;

  const clearProgress = (): void => {
    if (!progressShown) return;
    progressShown = false;
    write(STDERR, '\r\u001b[K');
  };
  const flush = (): void => {
    if (heldLength === 0) return;
    if (onTerminal) clearProgress();
    if (!closed) closed = !write(STDOUT, held.join(''));
    held = [];
    heldLength = 0;
  };
  const error = (text: string): void => {
    flush();
    clearProgress();
    write(STDERR, `${text}\n`);
  };
  return {
    color: color === 'always' || (color === 'auto' && onTerminal && wantsColor(environment)),
    width: onTerminal ? Math.min(process.stdout.columns || WIDEST_PROSE, WIDEST_PROSE) : Number.POSITIVE_INFINITY,
    get closed() {
      return closed;
    },
    line(text) {
      held.push(text, '\n');
      heldLength += text.length + 1;
      if (heldLength >= BLOCK) flush();
    },
    error,
    note(text) {
      if (onTerminal && errorsOnTerminal) error(text);
    },
    progress(text) {
      if (!errorsOnTerminal || performance.now() < progressAt) return;
      flush();
      progressAt = performance.now() + BETWEEN_PROGRESS;
      write(STDERR, `\r\u001b[K${text().slice(0, (process.stderr.columns || 80) - 1)}`);
      progressShown = true;
    },
    flush() {
      flush();
      clearProgress();
    },
  };
}

/** https://no-color.org, and terminals that know no colours. */
const wantsColor = (environment: Environment): boolean => !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';

/** Writes all of a text; false when nobody reads it any more. */
function write(file: typeof STDOUT | typeof STDERR, text: string): boolean {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(file, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      waitALittle();
    }
  }
  return true;
}

/** Somebody made the pipe non-blocking: there is nothing to wait on but time. */
export function waitALittle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
