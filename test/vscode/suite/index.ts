/**
 * The suite that runs inside a real VS Code: in its server's extension host, in a web worker, on the desktop. Each
 * result is posted as JSON to the runner (`POST /report`, a `Result`; at the end `{ done: true }`), because the page
 * that hosts the editor tells nothing.
 */
import './activation';
import './hover';
import './diagnostics';
import './completion';
import './configuration';
import './structure';
import './output';
import './crash';
import { type Result, runAll } from './runner';
import { sipLens } from './workbench';

export async function run(): Promise<void> {
  const address = reportAddress();
  const post = async (message: Result | { readonly done: true }) => {
    if (address === undefined) console.log(JSON.stringify(message));
    else await fetch(address, { method: 'POST', body: JSON.stringify(message) });
  };
  const failed = await runAll(post);
  await post({ done: true });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** On the web the extension comes from the runner itself; elsewhere the environment names the runner. */
function reportAddress(): string | undefined {
  const { extensionUri } = sipLens();
  if (extensionUri.scheme.startsWith('http')) return new URL('/report', extensionUri.toString(true)).href;
  return process.env['SIP_LENS_REPORT'];
}
