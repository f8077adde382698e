import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRouting } from '../../../../server/src/readers/config/routing/routing.ts';
import { brief, byLine, cfg, expectations, mentionsIn, read } from './scripts.ts';

suite('Routing scripts: what is SIP in each line', () => {
  for (const file of ['kamailio.cfg', 'opensips.cfg', 'template.m4', 'kemi.lua', 'kemi.py', 'kemi.js']) {
    test(file, () => {
      const text = read(file);
      const reading = readRouting(text);
      const found = byLine(text, reading.mentions, ({ term }) => brief(term));
      for (const [index, expected] of expectations(text).entries()) {
        assert.equal(found[index], expected, `${file}:${index + 1}`);
      }
      assert.deepEqual(reading.findings, []);
    });
  }

  test('a mention covers its word and nothing else', () => {
    const text = cfg('if (is_method(" INVITE | ACK ") && $hdr(Via) != $null) t_reply( "486" , "Busy \\"now\\"");');
    const { mentions } = readRouting(text);
    assert.deepEqual(
      mentions.map(({ span }) => text.slice(span.start, span.end)),
      ['INVITE', 'ACK', 'Via', '486', 'Busy \\"now\\"'],
    );
    assert.deepEqual(mentions.at(-1)?.term, { kind: 'reasonPhrase', phrase: 'Busy "now"', code: 486 });
  });

  test('a class pattern is one mention, a set of digits one for each that leaves no gap', () => {
    const text = cfg('if (t_check_status("4[0-9][0-9]|[56]..|50[03]"))');
    const words = readRouting(text).mentions.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(words, ['4[0-9][0-9]', '[5', '6]..', '50', '0', '3']);
  });

  test('names that nobody knows are mentions where the place is sure', () => {
    assert.deepEqual(mentionsIn(cfg('if (is_method("INVTE") || method == "BYEE") remove_hf("Suported");')), [
      'method INVTE',
      'method BYEE',
      'header Suported',
    ]);
    assert.deepEqual(mentionsIn(cfg('sl_send_reply("790", "x"); t_reply(99, "y");')), [
      'code 790',
      'phrase x',
      'code 99',
      'phrase y',
    ]);
  });

  test('methods are compared without regard to case, and spelt as they are registered', () => {
    assert.deepEqual(mentionsIn(cfg('if (is_method("invite")) exit;')), ['method INVITE']);
  });

  test('the phrase knows its code, and the code the request that it answers', () => {
    const { mentions } = readRouting(cfg('if (is_method("BYE")) { sl_send_reply("481", "Gone"); }'));
    assert.deepEqual(
      mentions.map(({ term }) => term),
      [
        { kind: 'method', name: 'BYE' },
        { kind: 'statusCode', code: 481, request: 'BYE' },
        { kind: 'reasonPhrase', phrase: 'Gone', code: 481 },
      ],
    );
  });

  test('a text that a variable stands for is read for the variables in it', () => {
    assert.deepEqual(mentionsIn(cfg('$var(row) = $_s(from::$fu|left::$hdr(Expires)|at::$TS);')), ['header Expires']);
  });

  test('a select names a field of the message, or a part that is none', () => {
    assert.deepEqual(mentionsIn(cfg('if (@msg.supported =~ "100rel" && @msg.first_line == "x") exit;')), [
      'header supported',
      'tag 100rel',
    ]);
  });

  test('the beginning of a method in a pattern stands for no method alone', () => {
    assert.deepEqual(mentionsIn(cfg('if ($rm =~ "^SUB" || $rm =~ "^(INVIT|BYE)") exit;')), ['method BYE']);
    assert.deepEqual(mentionsIn(cfg('if ($rm =~ "^INVIT$") exit;')), ['method INVIT']);
  });

  test('Squirrel, which declares as Lua does and has blocks as JavaScript does', () => {
    const text = `function ksr_request_route()
{
	local rc = KSR.registrar.lookup("location");
	if (KSR.is_INVITE()) {
		KSR.sl.send_reply(180, "Ringing");
	} else if (KSR.is_ACK()) {
		return;
	}
	if (KSR.is_method_in("IS")) { KSR.rr.record_route(); }
}
`;
    assert.deepEqual(readRouting(text).findings, []);
    assert.deepEqual(mentionsIn(text), [
      'method INVITE',
      'code 180',
      'phrase Ringing',
      'method ACK',
      'method INVITE',
      'method SUBSCRIBE',
    ]);
  });

  test('a value with a variable in it is a wildcard', () => {
    const text = cfg('sl_send_reply("$var(code)", "Sorry $fU"); append_hf("X-Who: $fu\\r\\n");');
    const { mentions, wildcards } = readRouting(text);
    assert.deepEqual(
      mentions.map(({ term }) => brief(term)),
      ['header X-Who'],
    );
    assert.deepEqual(
      wildcards.map(({ start, end }) => text.slice(start, end)),
      ['$var(code)', '$fU', '$fu'],
    );
  });

  test('line ends of any kind, a byte order mark, and a literal that is not closed yet', () => {
    const text = '\ufeffroute {\r\n\tt_reply("486\r\n\tsl_send_reply("404", "Not Found");\r\n}\r\n';
    assert.deepEqual(mentionsIn(text), ['code 486', 'code 404', 'phrase Not Found']);
  });

  test('literals over several lines', () => {
    const text = cfg('sql_query("ca", "select a\n from b where c=\'404\'");\nappend_hf("A: b\\r\\n"\n);');
    assert.deepEqual(mentionsIn(text), ['header A']);
  });
});
