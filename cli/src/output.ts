import { writeSync } from 'node:fs';

/** Where a command writes: whole lines, in order, even when the reader of the pipe is slow or gone. */
export interface Output {
  line(text: string): void;
  error(text: string): void;
  /** A line on the terminal that the next one replaces; nothing where there is no terminal. */
  progress(text: string): void;
  readonly color: boolean;
}

export function terminalOutput(color: 'auto' | 'always' | 'never'): Output {
  const colored = color === 'always' || (color === 'auto' && process.stdout.isTTY === true && !process.env['NO_COLOR']);
  const clear = process.stderr.isTTY ? '\r\u001b[K' : '';
  return {
    line: (text) => write(1, `${text}\n`),
    error: (text) => write(2, `${clear}${text}\n`),
    progress: (text) => {
      if (process.stderr.isTTY) write(2, `${clear}${text}`);
    },
    color: colored,
  };
}

function write(file: 1 | 2, text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(file, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') continue;
      // The reader has seen enough: `sip-lens messages big.log | head`.
      if (code === 'EPIPE') process.exit(0);
      throw error;
    }
  }
}

const escape = (codes: string, text: string, on: boolean): string => (on ? `\u001b[${codes}m${text}\u001b[0m` : text);

export const paint = {
  bold: (text: string, on: boolean) => escape('1', text, on),
  dim: (text: string, on: boolean) => escape('2', text, on),
  red: (text: string, on: boolean) => escape('31', text, on),
  green: (text: string, on: boolean) => escape('32', text, on),
  yellow: (text: string, on: boolean) => escape('33', text, on),
  blue: (text: string, on: boolean) => escape('34', text, on),
  cyan: (text: string, on: boolean) => escape('36', text, on),
};

/** Document text for a terminal: no control character of it may act. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
