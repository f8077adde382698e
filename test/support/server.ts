import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The built server, spoken to over its standard streams as any editor would. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Diagnostics that the server pushed, by URI, the newest first. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** Lines that the server logged: none, when all is well. */
  readonly logged: readonly string[];
  open(uri: string, languageId: string, text: string): void;
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

export async function startServer(
  options: {
    locale?: string;
    capabilities?: ClientCapabilities;
    /** What the client answers when it is asked for settings. */
    settings?: object;
    initializationOptions?: object;
    /** Whether it is initialized, as it is unless a test says otherwise. */
    isInitialized?: boolean;
  } = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const logged: string[] = [];
  child.stderr?.on('data', (data) => logged.push(String(data)));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => options.settings ?? null),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    waiting.get(params.uri)?.(params);
    waiting.delete(params.uri);
  });
  connection.listen();
  const initialize = async (): Promise<InitializeResult> => {
    const result: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      locale: options.locale ?? 'en',
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions ?? { settings: options.settings },
    });
    await connection.sendNotification('initialized', {});
    return result;
  };
  const initialized = options.isInitialized === false ? { capabilities: {} } : await initialize();
  return {
    connection,
    initialized,
    logged,
    nextDiagnostics: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    open: (uri, languageId, text) =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    stop: () => stop(child, connection),
    kill: () => kill(child, connection),
  };
}

async function stop(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await gone;
  connection.dispose();
}

async function kill(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  connection.dispose();
}
