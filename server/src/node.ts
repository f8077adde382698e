import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), { turn: () => new Promise((resolve) => setImmediate(resolve)) });
