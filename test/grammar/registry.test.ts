import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { grammarOf, root, scopesAt, tokenize } from './engine.ts';

/** Each term of the registries is one for the grammars, too: whoever adds one to `data/facts` is told here. */
suite('what the registries name is coloured', () => {
  let message: IGrammar;
  let log: IGrammar;
  before(async () => {
    message = await grammarOf('source.sip');
    log = await grammarOf('text.log');
  });

  const scopeIn = (grammar: IGrammar, line: string, term: string): string => {
    const [tokens] = tokenize(grammar, line);
    return scopesAt(tokens!, line.lastIndexOf(term)).join(' ');
  };

  for (const { name, status } of facts<{ name: string; status: string }>('methods')) {
    test(`the method ${name}`, () => {
      const scope = status === 'registered' ? /keyword\.control\.method\.sip/ : /keyword\.control\.method\./;
      assert.match(scopeIn(message, `${name} sip:bob@example.com SIP/2.0`, name), scope);
      assert.match(scopeIn(message, `CSeq: 7 ${name}`, name), scope);
      assert.match(scopeIn(log, `[12:00:00] ${name} sip:bob@example.com SIP/2.0`, name), scope);
    });
  }

  const CLASSES = ['provisional', 'success', 'redirection', 'client-error', 'server-error', 'global-failure'];
  for (const { code } of facts<{ code: number }>('status-codes')) {
    test(`the status code ${code}`, () => {
      const scope = CLASSES[Math.floor(code / 100) - 1] ?? 'invalid';
      assert.ok(scopeIn(message, `SIP/2.0 ${code} Phrase`, `${code}`).includes(scope));
      if (code < 700) assert.ok(scopeIn(log, `[12:00:00] SIP/2.0 ${code} Phrase`, `${code}`).includes(scope));
    });
  }

  for (const { name, compact } of facts<{ name: string; compact?: string }>('header-fields')) {
    test(`the header field ${name}`, () => {
      const value = VALUES[name] ?? 'value';
      assert.match(scopeIn(message, `${name}: ${value}`, name), /entity\.name\.tag\.header\.sip/);
      if (compact) assert.match(scopeIn(message, `${compact}: ${value}`, `${compact}:`), /header\.compact\.sip/);
      if (ONLY_IN_MESSAGES.has(name)) return;
      assert.match(scopeIn(log, `[12:00:00] ${name}: ${value}`, `${name}:`), /entity\.name\.tag\.header\.sip/);
    });
  }

  for (const { name } of facts<{ name: string }>('option-tags')) {
    test(`the option tag ${name}`, () => {
      assert.match(scopeIn(message, `Supported: ${name}`, name), /constant\.language\.option-tag\.sip/);
    });
  }
});

/** In a log the header fields that are words of English count only before a value of theirs. */
const VALUES: Readonly<Record<string, string>> = {
  Accept: 'application/sdp',
  Allow: 'INVITE, ACK',
  Authorization: 'Digest username="alice"',
  Contact: '<sip:alice@192.0.2.1>',
  CSeq: '1 INVITE',
  Date: 'Sat, 13 Nov 2010 23:29:00 GMT',
  Diversion: '<sip:alice@example.org>;reason=no-answer',
  Encryption: 'PGP version=5.0',
  Event: 'presence',
  Expires: '3600',
  From: '<sip:alice@example.org>;tag=1',
  Geolocation: '<sips:loc@example.org>',
  Hide: 'route',
  Identity: 'eyJhbGciOiJ.eyJhdHRlc3.c2ln',
  Join: '12adf2f34456gs5;to-tag=1;from-tag=2',
  Path: '<sip:192.0.2.5;lr>',
  Priority: 'urgent',
  Privacy: 'id',
  RAck: '776656 1 INVITE',
  Reason: 'SIP;cause=487',
  Replaces: '98732@sip.example.com;from-tag=r33th4x0r;to-tag=ff87ff',
  Require: '100rel',
  Route: '<sip:192.0.2.5;lr>',
  RSeq: '988789',
  Supported: 'timer',
  Timestamp: '54',
  To: '<sip:bob@example.com>',
  Unsupported: 'path',
  Via: 'SIP/2.0/UDP 192.0.2.1',
  Warning: '399 example.com "no"',
};

/** Not told in logs: RFC 3326's parameter that some write as a header field. */
const ONLY_IN_MESSAGES: ReadonlySet<string> = new Set(['Reason-Phrase']);

function facts<Fact>(name: string): Fact[] {
  return JSON.parse(readFileSync(join(root, 'data/facts', `${name}.json`), 'utf8'));
}
