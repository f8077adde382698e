import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const script = `#!KAMAILIO
request_route {
    if (is_method("INVTE")) t_relay();
}
`;

const scenario = `<?xml version="1.0"?>
<scenario name="caller">
  <recv response="200" next="nowhere"/>
</scenario>
`;

interface Found {
  readonly hover: string;
  readonly symbols: readonly string[];
  readonly diagnostics: readonly string[];
  readonly completion: readonly string[];
  readonly script: readonly string[];
  readonly scenario: readonly string[];
  readonly failure?: string;
}

/** A configuration of docs/editors.md, for the server as it was built here and in Turkish. */
function documented(language: string): string {
  const page = readFileSync('docs/editors.md', 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1];
  assert.ok(block, `docs/editors.md has a configuration in ${language}`);
  const own = block
    .replace('/path/to/sip-lens/dist/server.js', resolve('dist/server.js'))
    .replace(/(["'])en\1/, '$1tr$1');
  assert.ok(own.includes(resolve('dist')) && !own.includes('/path/to/'), own);
  return own;
}

/** Runs an editor without a screen on a few files; it prints what its own LSP client showed. */
function drive(program: string, language: string, args: (configuration: string) => readonly string[]): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'sip-lens-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const configuration = file(`init.${language === 'lua' ? 'lua' : 'el'}`, documented(language));
  const env = {
    ...process.env,
    HOME: folder,
    SIP_LENS_CONFIGURATION: configuration,
    SIP_LENS_LOG: file('trace.log', log),
    SIP_LENS_MESSAGE: file('message.sip', message),
    SIP_LENS_SCRIPT: file('kamailio.cfg', script),
    SIP_LENS_SCENARIO: file('caller.xml', scenario),
  };
  return new Promise((done, fail) => {
    execFile(program, args(configuration), { env, timeout: 60_000 }, (error, stdout, stderr) => {
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
  for (const problems of [found.diagnostics, found.script]) {
    assert.ok(
      problems.some((one) => /sip\.misspelt-method|INVITE/.test(one)),
      problems.join(),
    );
  }
  assert.ok(
    found.scenario.some((one) => /sip\.sipp-unknown-label|nowhere/.test(one)),
    found.scenario.join(),
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

suite('other editors, configured as documented and in Turkish', async () => {
  test("Neovim's own client", { skip: await missing('nvim') }, async () => {
    shows(
      await drive('nvim', 'lua', (file) => [
        '--headless',
        '--clean',
        '-u',
        file,
        '-c',
        'luafile test/editors/neovim.lua',
      ]),
    );
  });

  test('Emacs with eglot', { skip: await missing('emacs') }, async () => {
    shows(await drive('emacs', 'elisp', () => ['--batch', '-l', 'test/editors/emacs.el']));
  });
});
