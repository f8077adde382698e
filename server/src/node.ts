import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/** The folder that holds `docs/`: the one above the bundle's. */
const home = pathToFileURL(join(__dirname, '..', '/')).href;

startServer(createConnection(ProposedFeatures.all), {
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  ruleLink: `${home}{page}`,
});
