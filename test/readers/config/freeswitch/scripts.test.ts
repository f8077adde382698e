import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { analyse } from '../../../../server/src/analysis.ts';
import { problemsOf } from '../../../../server/src/features/problems.ts';
import { isFreeswitchScript } from '../../../../server/src/readers/config/freeswitch/scripts/is-script.ts';
import { readFreeswitchScript } from '../../../../server/src/readers/config/freeswitch/scripts/read-script.ts';
import { textOf } from '../../../../server/src/sip/span.ts';

/** What is mentioned in a script, as it is written. */
const mentioned = (text: string): readonly string[] =>
  readFreeswitchScript(text).mentions.map(({ span }) => textOf(text, span));

/** `rule: what is underlined`. */
const problems = (text: string, name = 'call.lua'): readonly string[] =>
  [...problemsOf(analyse(text, { name }), {})].map(({ rule, span }) => `${rule}: ${textOf(text, span)}`);

const slotIn = (marked: string) => {
  const at = marked.indexOf('‸');
  return readFreeswitchScript(marked.replace('‸', '')).slotAt(at);
};

suite('Scripts that FreeSWITCH runs are told by what they call', () => {
  const scripts: readonly (readonly [name: string, text: string])[] = [
    ['a.lua', 'session:answer()\nsession:hangup("USER_BUSY")\n'],
    ['a.lua', 'local leg = other_session:getVariable("hangup_cause")\n'],
    ['a.lua', 'api = freeswitch.API()\n'],
    ['untitled', 'freeswitch.consoleLog("info", "here")\n'],
    ['a.js', 'session.execute("bridge", "user/100");\n'],
    ['a.js', 'var who = session.getVariable("caller_id_number");\n'],
    ['a.pl', 'our $session;\n$session->setVariable("sip_h_X-A", "1");\n'],
    ['a.py', 'import freeswitch\ndef handler(session, args):\n    session.setVariable("sip_h_X-A", "1")\n'],
  ];
  for (const [name, text] of scripts) {
    test(`${name}: ${text.split('\n')[0]}`, () => assert.ok(isFreeswitchScript(text, name)));
  }

  const others: readonly (readonly [name: string, text: string])[] = [
    ['db.py', 'from db import Session\nsession.execute("SELECT 486")\nsession.execute(text("respond"))\n'],
    ['app.js', 'req.session.execute(task); session.hangup("USER_BUSY"); session.transfer(account)\n'],
    ['a.lua', 'local rows = session:execute("SELECT * FROM calls")\n'],
    ['a.lua', 'local session = db:open()\nsession:run("hangup", "USER_BUSY")\n'],
    ['shop.pl', 'my $session = Shop->open();\n$session->hangup("USER_BUSY");\n'],
    ['guide.md', 'Call `session:hangup("USER_BUSY")`.\n'],
    ['lua.log', 'session:execute("respond", "486")\n'],
  ];
  for (const [name, text] of others) {
    test(`not ${name}: ${text.split('\n')[0]}`, () => assert.ok(!isFreeswitchScript(text, name)));
  }
});

test('comments are those of the language', () => {
  const python = 'import freeswitch\n# session.hangup("USER_BUSY")\nfreeswitch.consoleLog("info", "here")\n';
  const javascript = 'session.setVariable("a", "1"); // session.hangup("USER_BUSY")\n';
  assert.deepEqual([mentioned(python), mentioned(javascript)], [[], []]);
  assert.deepEqual(mentioned(`${python}session.hangup("CALL_REJECTED")\n`), ['CALL_REJECTED']);
});

suite('what a script mentions', () => {
  test('applications with their data, as in a dialplan', () => {
    const text = readFileSync('test/fixtures/labelled/gate.lua', 'utf8').replace(/[«»]/g, '');
    assert.deepEqual(problems(text), []);
  });

  test('the beginning of a value that goes on is read as far as it is certain', () => {
    assert.deepEqual(mentioned('session:execute("set", "continue_on_fail=USER_BUSY,NO_" .. rest)'), [
      'continue_on_fail',
      'USER_BUSY',
    ]);
    assert.deepEqual(mentioned('session:setVariable("sip_h_" .. name, "486")'), []);
    assert.deepEqual(mentioned('session:execute(app .. "respond", "486")'), []);
    assert.deepEqual(mentioned('session.execute("respond", "503 " + reason);'), ['respond', '503']);
  });

  test('what a call gives is compared at once or later', () => {
    const text = `local why = session:hangupCause()
if why == "USER_BUSY" or "NO_ANSWER" == why then retry() end
if leg:getVariable("sip_term_status") == "486" then retry() end
if why:find("ORIGINATOR_CANCEL", 1, true) or why:find(".*") then end
why = state.name
if why == "CALL_REJECTED" then stop() end
if state.hangup_cause ~= "NORMAL_CLEARING" then stop() end
`;
    assert.deepEqual(mentioned(text), [
      'USER_BUSY',
      'NO_ANSWER',
      'sip_term_status',
      '486',
      'ORIGINATOR_CANCEL',
      'NORMAL_CLEARING',
    ]);
  });

  test('strings, comments and calls of other objects hold none', () => {
    const text = `-- session:hangup("USER_BUSY")
--[[ session:execute("respond", "404") ]]
freeswitch.consoleLog("info", "486 Busy Here INVITE USER_BUSY")
session:execute("playback", "486.wav")
session:transfer("404", "XML", "default")
api:execute("hangup", "USER_BUSY")
local text = [[session:hangup("USER_BUSY")]]
if state == "USER_BUSY" then end
`;
    assert.deepEqual(mentioned(text), []);
  });
});

suite('faults in scripts', () => {
  const faults: readonly (readonly [script: string, problem: string])[] = [
    ['session:hangup("USER_BUSSY")', 'sip.freeswitch-unknown-cause: USER_BUSSY'],
    ['session:execute("respond", "404 Busy Here")', 'sip.reason-phrase-mismatch: Busy Here'],
    ['session:execute("respond", "744")', 'sip.invalid-status-code: 744'],
    ['session:execute("respond", "busy")', 'sip.freeswitch-respond-code: busy'],
    ['session:setVariable("sip_h_Alert-Inffo", "x")', 'sip.misspelt-header: Alert-Inffo'],
    ['if session:hangupCause() == "USER_BUSSY" then end', 'sip.freeswitch-unknown-cause: USER_BUSSY'],
    ['leg = freeswitch.Session("{sip_h_Diversoin=x}user/1")', 'sip.misspelt-header: Diversoin'],
  ];
  for (const [script, problem] of faults) test(script, () => assert.deepEqual(problems(script), [problem]));

  test("words of one's own are no faults", () => {
    const text = `local why = session:hangupCause()
if why == "UNKNOWN" or why == "ANSWER" or why == "" then end
session:execute("respond", "603 Declined")
session:hangup(why)
session:hangup("")
session:setVariable("originate_disposition", why .. "_X")
`;
    assert.deepEqual(problems(text), []);
  });
});

suite('completion in scripts', () => {
  test('applications, causes, codes, header fields, variables', () => {
    assert.equal(slotIn('session:execute("‸")')?.group, 'application');
    assert.equal(slotIn('session:hangup("‸")')?.of, 'causeName');
    assert.equal(slotIn('session:execute("respond", "‸")')?.of, 'statusCode');
    assert.equal(slotIn('session:setVariable("sip_h_Ca‸", "x")')?.of, 'headerField');
    assert.equal(slotIn('session:getVariable("sip_‸")')?.group, 'variable');
    assert.equal(slotIn('session:getVariable("x", ‸)'), undefined);
  });
});

suite('scripts that are being typed', () => {
  test('nothing throws, everything stays inside', () => {
    const whole = readFileSync('test/fixtures/labelled/gate.lua', 'utf8').replace(/[«»]/g, '');
    for (let end = 0; end <= whole.length; end += 3) {
      const text = whole.slice(0, end);
      const reading = readFreeswitchScript(text);
      for (const { span } of [...reading.mentions, ...reading.findings]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
      }
      reading.slotAt(end);
    }
  });
});
