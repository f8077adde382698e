import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { completed, slotIn } from './scripts.ts';

suite('Routing scripts: what could be written', () => {
  for (const [statements, of] of [
    ['t_reply("‸");', 'statusCode'],
    ['sl_send_reply(4‸, "x");', 'statusCode'],
    ['sl_send_reply(‸);', 'statusCode'],
    ['t_reply("486", "Bu‸");', 'reasonPhrase'],
    ['if (t_check_status("486|‸")) exit;', 'statusCode'],
    ['if ($rs == ‸) exit;', 'statusCode'],
    ['switch ($T_reply_code) { case ‸: break; }', 'statusCode'],
    ['if (is_method("‸")) exit;', 'method'],
    ['if (is_method("INVITE|‸")) exit;', 'method'],
    ['if (is_method("INV‸|ACK")) exit;', 'method'],
    ['if ($rm == "‸") exit;', 'method'],
    ['if ($rm =~ "^(INVITE|SUB‸)$") exit;', 'method'],
    ['switch ($rm) { case "‸": break; }', 'method'],
    ['remove_hf("‸");', 'headerField'],
    ['append_hf("Sup‸");', 'headerField'],
    ['append_hf("X-A: b\\r\\nSup‸");', 'headerField'],
    ['if ($hdr(‸) == "x") exit;', 'headerField'],
    ['if (is_supported("‸")) exit;', 'optionTag'],
    ['list_hdr_add_option("Supported", "‸");', 'optionTag'],
    ['if ($hdr(Event) == "‸") exit;', 'eventPackage'],
    ['modparam("usrloc", "ka_method", "‸")', 'method'],
  ] as const) {
    test(statements, () => assert.equal(slotIn(statements).slot?.of, of));
  }

  for (const statements of ['xlog("486‸");', 'route(4‸);', 't_on_reply("1‸");', '# t_reply("‸")', 'listen=udp:‸']) {
    test(`nothing in ${statements}`, () => assert.equal(slotIn(statements).slot, undefined));
  }

  test('a slot covers what the choice replaces', () => {
    const { slot, text } = slotIn('if (is_method("INVITE|SUB‸|ACK")) exit;');
    assert.equal(text.slice(slot?.span.start, slot?.span.end), 'SUB');
  });

  test('a phrase knows the code beside it', () => {
    assert.equal(slotIn('t_reply("486", "‸");').slot?.code, 486);
  });

  for (const [before, after] of [
    ['t_reply("‸", "");', 't_reply("486", "Busy Here");'],
    ['t_reply("‸");', 't_reply("486", "Busy Here");'],
    ['t_reply("‸", );', 't_reply("486", "Busy Here" );'],
    ['t_reply("4‸", "Mine");', 't_reply("486", "Mine");'],
    ['t_reply("‸\nexit;', 't_reply("486", "Busy Here"\nexit;'],
    ['t_reply("4‸\nif (is_method("ACK")) exit;', 't_reply("486", "Busy Here"\nif (is_method("ACK")) exit;'],
    ['send_reply(4‸);', 'send_reply(486, "Busy Here");'],
    ['send_reply(‸);', 'send_reply(486, "Busy Here");'],
    ['send_reply(4‸\nexit;\nt_relay();', 'send_reply(486\nexit;\nt_relay();'],
    ['if (t_check_status("‸")) exit;', 'if (t_check_status("486")) exit;'],
  ] as const) {
    test(`choosing 486 in ${before} makes ${after}`, () => assert.equal(completed(before, '486', 'Busy Here'), after));
  }
});
