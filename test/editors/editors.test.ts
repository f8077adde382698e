import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';

const log = `<--- Received SIP response (250 bytes) from UDP:192.0.2.1:5060 --->
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bKone
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: one@example.com
CSeq: 1 INVITE
Content-Length: 0

`;

const message = `INVTE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bKone
`;

interface Found {
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly diagnostics: readonly string[];
  readonly completion: readonly string[];
  readonly failure?: string;
}

/** Runs an editor without a screen on a log and a message; it prints what its own LSP client showed. */
function drive(program: string, args: readonly string[]): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'sip-lens-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const env = {
    ...process.env,
    HOME: folder,
    SIP_LENS_SERVER: resolve('dist/server.js'),
    SIP_LENS_LOG: file('trace.log', log),
    SIP_LENS_MESSAGE: file('message.sip', message),
  };
  return new Promise((done, fail) => {
    execFile(program, args, { env, timeout: 60_000 }, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true, force: true });
      const result = /RESULT (\{.*\})/.exec(stdout + stderr)?.[1];
      if (result) done(JSON.parse(result));
      else fail(error ?? new Error(`No result: ${stdout}${stderr}`));
    });
  });
}

function shows(found: Found): void {
  assert.equal(found.failure, undefined);
  assert.match(found.hover, /486 Busy Here[\s\S]*Nereye bakmalı/);
  assert.deepEqual(found.symbols, ['486 Busy Here (INVITE)']);
  assert.ok(
    found.diagnostics.some((one) => /sip\.misspelt-method|INVITE/.test(one)),
    found.diagnostics.join(),
  );
  assert.ok(
    found.completion.some((label) => label.includes('486')),
    found.completion.join(),
  );
}

const installed = (program: string): Promise<boolean> =>
  new Promise((done) => execFile(program, ['--version'], (error) => done(!error)));

const missing = async (program: string): Promise<string | false> =>
  (await installed(program)) ? false : `${program} is not installed`;

suite('other editors, in Turkish by their settings', async () => {
  test("Neovim's own client", { skip: await missing('nvim') }, async () => {
    shows(await drive('nvim', ['--headless', '--clean', '-c', 'luafile test/editors/neovim.lua']));
  });

  test('Emacs with eglot', { skip: await missing('emacs') }, async () => {
    shows(await drive('emacs', ['--batch', '-l', 'test/editors/emacs.el']));
  });
});
