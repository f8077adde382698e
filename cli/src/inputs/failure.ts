/** Why an input cannot be read; the keys of its texts. */
export type FailureReason = 'missing' | 'denied' | 'packed' | 'capture' | 'binary' | 'large' | 'other';

export interface Failure {
  readonly reason: FailureReason;
  /** What the system says of it. */
  readonly detail: string;
}

/** An input that could not be read. */
export class InputFailure extends Error {
  readonly path: string;
  readonly failure: Failure;

  constructor(path: string, failure: Failure) {
    super(failure.detail);
    this.path = path;
    this.failure = failure;
  }
}

const reasons: Readonly<Record<string, FailureReason>> = { ENOENT: 'missing', EACCES: 'denied', EPERM: 'denied' };

export function failureOf(error: unknown): Failure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return { reason: reasons[code] ?? 'other', detail: code === '' ? message : `${code}: ${message.split(/[:,] /)[1]}` };
}
