/**
 * How a terminal, an editor or a mail program broke the lines of a message at a width of its own: told from which of
 * them are full, and from what begins the lines behind those.
 */
export interface Wrap {
  /** The width of a full line in columns, with all that stands before its content; 0 where its tail alone tells. */
  readonly width: number;
  /** Whether lines are broken anywhere, or at blanks only. */
  readonly at: 'column' | 'blank';
  /** What stands before the content of every line, broken off another one or not. */
  readonly margin: string;
  /** What stands before the content of a line that goes on with another one, behind the margin if it has that. */
  readonly lead: string;
  /** What stands at the end of a line that is broken. */
  readonly tail: string;
  /** The right border of the box around the lines. */
  readonly border: string;
  /** Whether the whole message stood on one line: what follows a full line goes on with it, whatever it looks like. */
  readonly oneLine: boolean;
  /** Whether that is evident, so that no `Content-Length` need confirm it. */
  readonly isSure: boolean;
  /** Whether every line is a string of its own: a quote stands before the tail and behind the lead. */
  readonly inStrings?: boolean;
}

/** What stands at the sides of every line. */
export type Sides = Pick<Wrap, 'margin' | 'border' | 'oneLine'>;
