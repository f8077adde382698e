/** The requests that client and server share beyond LSP. */

/** `initializationOptions`, all of it optional. */
export interface ClientOptions {
  /** The display language of the editor, such as `tr`; `locale` of `initialize` serves as well. */
  readonly locale?: string;
  /** The section `sip-lens` of the settings, for what the client says nothing of when it is asked. */
  readonly settings?: unknown;
  /** The client's command that opens the list of completions again. */
  readonly suggestAgain?: string;
  /** Whether the client wants to hear `sipLens/statusChanged`; others would warn of a notification they do not know. */
  readonly showsStatus?: boolean;
  /**
   * A link to the page of a rule: `{rule}` stands for its id, `{page}` for the page (`docs/rules.md#sip…`),
   * `{encodedPage}` for that in a query.
   */
  readonly ruleLink?: string;
  /** What the client colours without the server, which then adds what only it sees. */
  readonly grammars?: Grammars;
}

/** Ids of the languages whose grammars colour messages on plain lines, and configuration files. */
export interface Grammars {
  readonly messages: readonly string[];
  readonly configuration: readonly string[];
}

/** Asks what was recognised in a document. Parameters: {@link StatusParams}; result: {@link StatusResult}. */
export const statusRequest = 'sipLens/status';

export interface StatusParams {
  readonly uri: string;
}

export interface StatusResult {
  /** One line in the language of the interface: what kind of text this is and what it holds. */
  readonly text: string;
  readonly messages: number;
}

/** Sent by the server when a document was read again, so that its status can be asked for. Parameters: {@link StatusParams}. */
export const statusChangedNotification = 'sipLens/statusChanged';
