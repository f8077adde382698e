import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { busy, choosing, invite, offered } from './offered.ts';

suite('values of header fields', () => {
  const labelsOf = (line: string, start = invite) => offered(`${start}${line}`);

  test('methods', () => {
    assert.deepEqual(labelsOf('CSeq: |'), ['1 INVITE']);
    assert.deepEqual(labelsOf('CSeq: 1 |').slice(0, 3), ['INVITE', 'ACK', 'BYE']);
    assert.deepEqual(labelsOf('CSeq: 1 INV|\n').slice(0, 2), ['INVITE', 'ACK']);
    assert.deepEqual(labelsOf('Allow: INVITE, ACK, |').slice(0, 3), ['BYE', 'CANCEL', 'INFO']);
    assert.ok(!labelsOf('Allow: |, INVITE').includes('INVITE'));
    assert.equal(labelsOf('RAck: 1 1 |', 'PRACK sip:bob@example.com SIP/2.0\n')[0], 'INVITE');
    assert.deepEqual(labelsOf('RAck: 1 |'), []);
  });

  test('option tags and event packages', () => {
    for (const name of ['Supported', 'Require', 'Proxy-Require', 'Unsupported', 'k']) {
      assert.ok(labelsOf(`${name}: |`).includes('100rel'), name);
      assert.ok(!labelsOf(`${name}: 100rel, |`).includes('100rel'), name);
    }
    for (const name of ['Event', 'Allow-Events', 'o', 'u'])
      assert.ok(labelsOf(`${name}: |`).includes('presence'), name);
    assert.ok(labelsOf('Event: dialog;|').includes('include-session-description'));
  });

  test('types of bodies, dispositions, priorities, privacy', () => {
    assert.equal(labelsOf('Content-Type: |')[0], 'application/sdp');
    assert.ok(labelsOf('Accept: application/sdp, |').includes('application/pidf+xml'));
    assert.equal(choosing(`${invite}Accept: application/|`, 'application/sdp'), `${invite}Accept: application/sdp`);
    assert.ok(labelsOf('Content-Disposition: |').includes('session'));
    assert.deepEqual(labelsOf('Content-Disposition: session;handling=|'), ['optional', 'required']);
    assert.ok(labelsOf('Priority: |').includes('emergency'));
    assert.ok(labelsOf('Privacy: id;|').includes('header'));
    assert.ok(!labelsOf('Privacy: id;|').includes('id'));
  });

  test('a reason takes its protocol, then its cause with the text that belongs to it', () => {
    assert.deepEqual(labelsOf('Reason: |').slice(0, 2), ['SIP', 'Q.850']);
    assert.equal(choosing(`${invite}Reason: |`, 'Q.850'), `${invite}Reason: Q.850;cause=`);
    assert.deepEqual(labelsOf('Reason: SIP;|').slice(0, 2), ['cause', 'text']);
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=|`, '17 User busy'),
      `${invite}Reason: Q.850;cause=17;text="User busy"`,
    );
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=16, SIP;cause=4|`, '486 Busy Here'),
      `${invite}Reason: Q.850;cause=16, SIP;cause=486;text="Busy Here"`,
    );
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=1|6;text="bye"`, '17 User busy'),
      `${invite}Reason: Q.850;cause=17;text="bye"`,
    );
  });

  test('a warning takes its code, the host that says it, and its text', () => {
    const head = `${busy}To: <sip:bob@example.net>;tag=1\n`;
    assert.equal(
      choosing(`${head}Warning: 3|`, '399 Miscellaneous warning'),
      `${head}Warning: 399 example.net "Miscellaneous warning"`,
    );
    assert.deepEqual(labelsOf('Warning: 399 |'), []);
  });

  test('the state of a subscription, its reason, and who refreshes a session', () => {
    assert.deepEqual(labelsOf('Subscription-State: |'), ['active', 'pending', 'terminated']);
    assert.ok(labelsOf('Subscription-State: terminated;reason=|').includes('noresource'));
    assert.deepEqual(labelsOf('Session-Expires: 1800;|'), ['refresher']);
    assert.deepEqual(labelsOf('x: 1800;refresher=|'), ['uac', 'uas']);
  });

  test('transports', () => {
    assert.equal(choosing(`${invite}Via: SIP/2.0/|`, 'SIP/2.0/TLS'), `${invite}Via: SIP/2.0/TLS `);
    assert.equal(
      choosing(`${invite}Via: SIP/2.0/U|DP 192.0.2.1;branch=z9hG4bK1`, 'SIP/2.0/TCP'),
      `${invite}Via: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1`,
    );
    assert.ok(labelsOf('Contact: <sip:alice@192.0.2.1;transport=|>').includes('ws'));
    assert.equal(
      choosing(`${invite}Contact: <sip:alice@192.0.2.1;transport=u|dp;ob>`, 'tls'),
      `${invite}Contact: <sip:alice@192.0.2.1;transport=tls;ob>`,
    );
  });

  test('parameters of a URI stand inside the angle brackets, those of the header field behind them', () => {
    assert.deepEqual(labelsOf('To: <|>'), ['sip:', 'sips:', 'tel:']);
    assert.ok(labelsOf('Route: <sip:192.0.2.1;|>').includes('lr'));
    assert.ok(!labelsOf('Route: <sip:192.0.2.1;lr;|>').includes('lr'));
    assert.deepEqual(labelsOf('To: <sip:bob@example.com>;|'), ['tag']);
    assert.deepEqual(labelsOf('To: <sip:bob@example.com>;tag=1;|'), []);
    assert.ok(labelsOf('Contact: <sip:bob@example.com>;|').includes('+sip.instance'));
    assert.deepEqual(labelsOf('Via: SIP/2.0/UDP 192.0.2.1;|').slice(0, 3), ['branch', 'received', 'rport']);
    assert.match(choosing(`${invite}Via: SIP/2.0/UDP 192.0.2.1;br|`, 'branch'), /;branch=z9hG4bK[0-9a-f]{10}$/);
    assert.deepEqual(labelsOf('Contact: "a;|'), []);
  });

  test('challenges and credentials', () => {
    assert.deepEqual(labelsOf('Authorization: |'), ['Digest']);
    assert.deepEqual(labelsOf('Authorization: Digest username="a", |').slice(0, 3), ['realm', 'nonce', 'uri']);
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest |').slice(0, 4), ['realm', 'nonce', 'algorithm', 'qop']);
    assert.ok(labelsOf('WWW-Authenticate: Digest algorithm=|').includes('SHA-256'));
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest qop="|"'), ['auth', 'auth-int']);
    assert.equal(
      choosing(`${busy}WWW-Authenticate: Digest qop="auth,|"`, 'auth-int'),
      `${busy}WWW-Authenticate: Digest qop="auth,auth-int"`,
    );
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest nonce="|"'), []);
    assert.deepEqual(labelsOf('Authorization: Bearer |'), []);
  });

  test('the length is the one of the body that is there', () => {
    assert.deepEqual(offered(`${invite}Content-Length: |\n\nv=0\ns=-\n`), ['10']);
    assert.deepEqual(offered(`${invite}Content-Length: |\n\n`), ['0']);
    assert.deepEqual(offered(`${invite}Content-Length: |\n\nçay\n`), ['6']);
  });

  test('a value right behind the colon gets its blank', () => {
    assert.equal(choosing(`${invite}Event:|`, 'presence'), `${invite}Event: presence`);
    assert.equal(choosing(`${invite}Event:|\nTo: x\n`, 'presence'), `${invite}Event: presence\nTo: x\n`);
    assert.equal(choosing(`${invite}Event: pre|`, 'presence'), `${invite}Event: presence`);
  });

  test('a folded value goes on', () => {
    assert.ok(labelsOf('Supported: 100rel,\n |').includes('timer'));
    assert.ok(!labelsOf('Supported: 100rel,\n |timer').includes('100rel'));
  });
});
