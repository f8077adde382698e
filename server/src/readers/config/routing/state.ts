import type { Atom } from './conditions.ts';
import type { Found } from './found.ts';
import type { ValueKind } from './table.ts';
import type { Tokens } from './tokens.ts';

/** A call that answers a request with a code that is written out. */
export interface Answer {
  /** The index of its status code among the mentions. */
  readonly mention: number;
  readonly code: number;
  /** The method that the call names itself. */
  readonly method?: string;
  /** Whether it answers the request at hand. */
  readonly current: boolean;
}

/** What an operand holds: the value of a kind of term, under the name of its variable. */
export interface Operand {
  readonly kind: ValueKind;
  /** `rs`, `T_reply_code`: two operands of one name are the same value. */
  readonly variable: string;
  /** Whether nothing but its name says so: `request_method`. */
  readonly supposed?: true;
}

/** The variable that holds the method of the message at hand. */
export const METHOD_VARIABLE = 'rm';

/** The variable that holds the code of the reply at hand. */
export const STATUS_VARIABLE = 'rs';

/** What is known of a script while its literals are read, by the token it starts at. */
export interface State extends Found {
  readonly tokens: Tokens;
  readonly atoms: Map<number, Atom>;
  readonly answers: Map<number, Answer>;
  /** The `case`s of a `switch` over the method. */
  readonly methodCases: Set<number>;
  /** What the call that ends at a token returns. */
  readonly yields: Map<number, Operand>;
  /** What a variable holds that was given the value of an operand. */
  readonly aliases: Map<string, Operand>;
}
