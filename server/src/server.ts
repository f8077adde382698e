import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { Analysis } from './analysis.ts';
import { AnalysisCache } from './analysis-cache.ts';
import { type OpenDocument, openDocuments } from './document/open-document.ts';
import { codeActions } from './features/code-actions.ts';
import { complete, resolveCompletion, triggerCharacters } from './features/completion/completion.ts';
import { diagnostics } from './features/diagnostics.ts';
import { foldingRanges } from './features/folding.ts';
import { documentHighlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { spanOf } from './features/positions.ts';
import { judgeSome } from './features/problems.ts';
import { selectionRange } from './features/selection-ranges.ts';
import { isColouredByGrammar, semanticTokens, tokenTypes } from './features/semantic-tokens.ts';
import { statusOf } from './features/status.ts';
import { documentSymbols } from './features/symbols.ts';
import {
  type ClientOptions,
  type StatusParams,
  type StatusResult,
  statusChangedNotification,
  statusRequest,
} from './protocol.ts';
import { type ServerSettings, settingsFrom } from './settings.ts';

/** What the platform has that the server needs. */
export interface Runtime {
  /** Lets the messages that are already there be read, so that a cancellation among them is seen. */
  readonly turn: () => Promise<void>;
  /** Leads to the page of a rule, see `diagnostics`; undefined where the pages are not at hand. */
  readonly ruleLink?: string;
}

/** Where the client cannot pull diagnostics, they follow the last change after this pause, in milliseconds. */
const PUSH_PAUSE = 200;
/** So many messages take some milliseconds to be judged. */
const MESSAGES_AT_ONCE = 50;
/** A client that was asked for settings and does not answer is not waited for longer, in milliseconds. */
const LONGEST_WAIT_FOR_SETTINGS = 1000;

/** Serves LSP on a connection. This is the only file that sees it: everything else is a function of a document. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(openDocuments);
  const analyses = new AnalysisCache();
  const pushes = new Map<string, ReturnType<typeof setTimeout>>();
  let locale: string | undefined;
  let initialSettings: unknown;
  let settings: ServerSettings = settingsFrom(undefined, undefined, undefined);
  let client = clientOf({} as InitializeParams);
  let phase: 'uninitialized' | 'running' | 'shut down' = 'uninitialized';
  /** Resolved once the settings were asked for, so that the first answers are in the right language. */
  let ready: Promise<unknown> = Promise.resolve();

  connection.onInitialize((params): InitializeResult => {
    phase = 'running';
    const options: ClientOptions | undefined = params.initializationOptions;
    locale = options?.locale ?? params.locale;
    initialSettings = options?.settings ?? options;
    settings = settingsFrom(initialSettings, undefined, locale);
    client = clientOf(params);
    return {
      serverInfo: { name: 'SIP Lens' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
        documentSymbolProvider: { label: 'SIP' },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentHighlightProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, range: true },
        ...(client.pullsDiagnostics
          ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });

  connection.onShutdown(() => {
    phase = 'shut down';
  });

  connection.onInitialized(async () => {
    if (client.asksForSettings) ready = Promise.race([pullSettings(), pause(LONGEST_WAIT_FOR_SETTINGS)]);
    if (client.registersForSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'sip-lens' });
    }
  });

  connection.onDidChangeConfiguration(async (change) => {
    if (client.asksForSettings) await pullSettings();
    else applySettings(change.settings);
  });

  async function pullSettings(): Promise<void> {
    try {
      applySettings(await connection.workspace.getConfiguration('sip-lens'));
    } catch (error) {
      connection.console.warn(`The client gave no settings: ${String(error)}`);
    }
  }

  function applySettings(given: unknown): void {
    settings = settingsFrom(initialSettings, given, locale);
    for (const { template, at, reason } of settings.envelopeErrors) {
      connection.console.warn(`sip-lens.envelopes: ${JSON.stringify(template)}, character ${at + 1}: ${reason}`);
    }
    if (client.pullsDiagnostics && client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    for (const document of documents.all()) {
      pushSoon(document.uri);
      announce(document.uri);
    }
  }

  documents.onDidChangeContent(({ document }) => {
    pushSoon(document.uri);
    announce(document.uri);
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    clearTimeout(pushes.get(document.uri));
    pushes.delete(document.uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  /** Items have their documentation at once where the client would not ask for it. */
  function completionClient() {
    const { snippets, suggestAgain, resolvesCompletion } = client;
    return {
      snippets,
      ...(suggestAgain ? { suggestAgain } : {}),
      ...(resolvesCompletion ? {} : { documentIn: settings.language }),
    };
  }

  function announce(uri: string): void {
    if (!client.showsStatus) return;
    void connection.sendNotification(statusChangedNotification, { uri } satisfies StatusParams);
  }

  function pushSoon(uri: string): void {
    if (client.pullsDiagnostics) return;
    clearTimeout(pushes.get(uri));
    pushes.set(
      uri,
      setTimeout(() => void push(uri), PUSH_PAUSE),
    );
  }

  async function push(uri: string): Promise<void> {
    pushes.delete(uri);
    // A newer change pushes anew.
    const found = await diagnosticsOf(uri, () => pushes.has(uri));
    if (found) void connection.sendDiagnostics({ uri, ...found });
  }

  /**
   * The diagnostics of a document as it is when they are ready. Its messages are judged in slices, between which
   * other requests are answered; undefined when it was closed or nobody waits any more.
   */
  async function diagnosticsOf(
    uri: string,
    isStopped: () => boolean,
  ): Promise<{ version: number; diagnostics: Diagnostic[] } | undefined> {
    let analysis: Analysis | undefined;
    for (let next = 0; ; await runtime.turn()) {
      const document = documents.get(uri);
      if (!document || isStopped()) return undefined;
      const { version } = document;
      const failed = { version, diagnostics: [] };
      const done = guarded('diagnostics', failed, () => {
        const newest = analyses.of(document);
        next = judgeSome(newest, newest === analysis ? next : 0, MESSAGES_AT_ONCE);
        analysis = newest;
        if (next < newest.frames.length) return undefined;
        return {
          version,
          diagnostics: diagnostics(newest, settings.language, settings.rules, document, {
            ruleLink: client.ruleLink ?? runtime.ruleLink,
            relatedIn: client.showsRelated ? document.uri : undefined,
          }),
        };
      });
      if (done) return done;
    }
  }

  /** Runs a feature; what it throws becomes its empty answer and one line in the log. */
  function guarded<Result>(name: string, empty: Result, run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      connection.console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return empty;
    }
  }

  /** Refuses a request that comes before `initialize` or behind `shutdown` (LSP 3.17 §Lifecycle Messages). */
  function assertRunning(): void {
    if (phase === 'uninitialized') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
    if (phase === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
  }

  /** A handler that reads the document once what is already in the pipe has been seen. */
  function onDocument<Params extends { textDocument: { uri: string } }, Result>(
    name: string,
    empty: Result,
    answer: (document: OpenDocument, analysis: Analysis, params: Params) => Result,
  ) {
    return async (params: Params, token: { isCancellationRequested: boolean }): Promise<Result> => {
      assertRunning();
      await ready;
      await runtime.turn();
      const document = documents.get(params.textDocument.uri);
      if (!document || token.isCancellationRequested) return empty;
      return guarded(name, empty, () => answer(document, analyses.of(document), params));
    };
  }

  connection.onHover(
    onDocument(
      'hover',
      null,
      (document, analysis, { position }) =>
        hover(analysis, document.offsetAt(position), settings.language, document, settings.envelopes) ?? null,
    ),
  );
  connection.onCompletion(
    onDocument('completion', [], (document, analysis, { position }) =>
      complete(analysis, document.offsetAt(position), completionClient(), document),
    ),
  );
  connection.onCompletionResolve((item) =>
    guarded('completion resolve', item, () => resolveCompletion(item, settings.language)),
  );
  connection.onDocumentSymbol(onDocument('symbols', [], (document, analysis) => documentSymbols(analysis, document)));
  connection.onFoldingRanges(onDocument('folding', [], (document, analysis) => foldingRanges(analysis, document)));
  connection.onSelectionRanges(
    onDocument('selection', [], (document, analysis, { positions }) =>
      positions.map((position) => selectionRange(analysis, document.offsetAt(position), document)),
    ),
  );
  connection.onDocumentHighlight(
    onDocument('highlights', [], (document, analysis, { position }) =>
      documentHighlights(analysis, document.offsetAt(position), document),
    ),
  );
  connection.onCodeAction(
    onDocument('code actions', [], (document, analysis, { range, context }) =>
      codeActions(
        analysis,
        document.uri,
        spanOf(document, range),
        context.diagnostics,
        settings.language,
        settings.rules,
        document,
      ),
    ),
  );
  connection.languages.semanticTokens.onRange(
    onDocument('semantic tokens', { data: [] }, (document, analysis, { range }) =>
      semanticTokens(analysis, spanOf(document, range), document, {
        withGrammar: isColouredByGrammar(document, analysis, client.grammars),
      }),
    ),
  );
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    assertRunning();
    await ready;
    await runtime.turn();
    const found = await diagnosticsOf(textDocument.uri, () => token.isCancellationRequested);
    return { kind: DocumentDiagnosticReportKind.Full, items: found?.diagnostics ?? [] };
  });
  connection.onRequest(statusRequest, async ({ uri }: StatusParams): Promise<StatusResult | null> => {
    await runtime.turn();
    const document = documents.get(uri);
    return document ? guarded('status', null, () => statusOf(analyses.of(document), settings.language)) : null;
  });

  documents.listen(connection);
  connection.listen();
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the client can do, as far as answers depend on it. */
function clientOf(params: InitializeParams) {
  const options: ClientOptions | undefined = params.initializationOptions;
  const { textDocument, workspace } = params.capabilities ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    asksForSettings: workspace?.configuration === true,
    registersForSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    showsRelated:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    suggestAgain: options?.suggestAgain,
    ruleLink: options?.ruleLink,
    grammars: options?.grammars,
    showsStatus: options?.showsStatus === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesCompletion:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
  };
}
