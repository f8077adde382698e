// biome-ignore-all lint/suspicious/noTemplateCurlyInString: dialplans refer to variables so
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../server/src/analysis.ts';
import { problemsOf } from '../../../server/src/features/problems.ts';

/** A kind of file: its name, and a file without a fault around the lines of one. */
interface Family {
  readonly name: string;
  readonly around: (lines: string) => string;
}

const kamailio: Family = {
  name: 'kamailio.cfg',
  around: (lines) => `request_route {
\tif (is_method("REGISTER")) { sl_send_reply("403", "Not from here"); exit; }
${lines}
\tt_relay();
}
`,
};

const kamailioTop: Family = { name: 'kamailio.cfg', around: (lines) => `${lines}\nrequest_route { t_relay(); }\n` };

const kemi: Family = {
  name: 'routing.lua',
  around: (lines) => `function ksr_request_route()
  if KSR.is_REGISTER() then KSR.sl.send_reply(403, "Not from here") end
${lines}
  KSR.tm.t_relay()
end
`,
};

const extensions: Family = {
  name: 'extensions.conf',
  around: (lines) => `[inside]
exten => _2XX,1,NoOp(${'${EXTEN}'})
${lines}
 same => n,Hangup(16)
`,
};

const extensionsTop: Family = {
  name: 'extensions.conf',
  around: (lines) => `[inside]
exten => 100,1,Dial(PJSIP/100)
exten => 100,n,Goto(s-${'${DIALSTATUS}'},1)
${lines}
`,
};

const pjsip: Family = {
  name: 'pjsip.conf',
  around: (lines) => `[desk]
type = endpoint
context = inside
${lines}
`,
};

const pjsipAuth: Family = { name: 'pjsip.conf', around: (lines) => `[desk]\ntype = auth\nusername = desk\n${lines}\n` };

const sipConf: Family = { name: 'sip.conf', around: (lines) => `[general]\nudpbindaddr = 192.0.2.1\n${lines}\n` };

const dialplan: Family = {
  name: 'default.xml',
  around: (lines) => `<include>
  <context name="inside">
    <extension name="desk">
      <condition field="destination_number" expression="^2\\d\\d$">
        ${lines}
        <action application="bridge" data="user/$1"/>
      </condition>
    </extension>
  </context>
</include>
`,
};

const user: Family = {
  name: '100.xml',
  around: (lines) => `<include>
  <user id="100">
    <params><param name="password" value="a"/></params>
    <variables>${lines}</variables>
  </user>
</include>
`,
};

const profile: Family = {
  name: 'inside.xml',
  around: (lines) => `<profile name="inside">
  <settings>
    <param name="sip-port" value="5060"/>
    ${lines}
  </settings>
</profile>
`,
};

const scenario: Family = {
  name: 'caller.xml',
  around: (lines) => `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
${sent('OPTIONS sip:[service]@[remote_ip] SIP/2.0', 'CSeq: 1 OPTIONS')}
${lines}
  <recv response="200"/>
</scenario>
`,
};

/** A `send` that is right but for what it is given. */
function sent(startLine: string, cseq: string, more = 'Max-Forwards: 70'): string {
  return `  <send>
    <![CDATA[
      ${startLine}
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      From: <sip:a@[local_ip]>;tag=[call_number]
      To: <sip:[service]@[remote_ip]>
      Call-ID: [call_id]
      ${cseq}
      ${more}
      Content-Length: 0

    ]]>
  </send>`;
}

/** A fault: the lines that hold it, what of them is underlined, and the rule that says so. */
type Fault = readonly [family: Family, rule: string, underlined: string, lines: string];

const faults: readonly Fault[] = [
  // Codes and phrases
  [kamailio, 'sip.invalid-status-code', '790', '\tsl_send_reply("790", "Who knows");'],
  [kamailio, 'sip.invalid-status-code', '48', '\tt_reply(48, "Too short");'],
  [kamailio, 'sip.unknown-status-code', '466', '\tsend_reply("466", "House rules");'],
  [kamailio, 'sip.reason-phrase-mismatch', 'Busy Here', '\tt_reply("480", "Busy Here");'],
  [kamailioTop, 'sip.invalid-status-code', '86', 'modparam("tm", "default_code", 86)'],
  [kemi, 'sip.invalid-status-code', '4044', '  KSR.sl.send_reply(4044, "Lost")'],
  [kemi, 'sip.reason-phrase-mismatch', 'Not Found', '  KSR.tm.t_reply(403, "Not Found")'],
  [dialplan, 'sip.invalid-status-code', '788', '<action application="respond" data="788 Who knows"/>'],
  [dialplan, 'sip.reason-phrase-mismatch', 'Busy Here', '<action application="respond" data="603 Busy Here"/>'],
  [scenario, 'sip.unknown-status-code', '466', '  <recv response="466" optional="true"/>'],

  // Methods, header fields, tags and packages that look like others
  [kamailio, 'sip.misspelt-method', 'INVTE', '\tif (is_method("INVTE|BYE")) exit;'],
  [kamailio, 'sip.misspelt-method', 'SUBSCIRBE', '\tif ($rm == "SUBSCIRBE") exit;'],
  [kamailioTop, 'sip.misspelt-method', 'OPTION', 'modparam("dispatcher", "ds_ping_method", "OPTION")'],
  [kamailio, 'sip.misspelt-header', 'Diverson', '\tremove_hf("Diverson");'],
  [kamailio, 'sip.misspelt-header', 'Reford-Route', '\tif ($hdr(Reford-Route) != $null) exit;'],
  [kamailio, 'sip.misspelt-header', 'Retry-Aftre', '\tappend_to_reply("Retry-Aftre: 5\\r\\n");'],
  [kamailio, 'sip.misspelt-option-tag', '100rell', '\tif (is_supported("100rell")) exit;'],
  [kamailio, 'sip.misspelt-event', 'presense', '\tif ($hdr(Event) == "presense") exit;'],
  [kemi, 'sip.misspelt-header', 'P-Asserted-Identiy', '  KSR.hdr.remove("P-Asserted-Identiy")'],
  [extensions, 'sip.misspelt-header', 'Alert-Inf', ' same => n,Set(PJSIP_HEADER(add,Alert-Inf)=ring)'],
  [extensions, 'sip.misspelt-header', 'Diversin', ' same => n,SIPAddHeader(Diversin: <sip:1@example.com>)'],
  [
    dialplan,
    'sip.misspelt-header',
    'Diverison',
    '<action application="set" data="sip_h_Diverison=sip:1@example.com"/>',
  ],
  [scenario, 'sip.misspelt-method', 'INVITTE', '  <recv request="INVITTE" optional="true"/>'],

  // Causes
  [kamailio, 'sip.unknown-cause', '74', '\tappend_hf("Reason: Q.850;cause=74\\r\\n");'],
  [extensions, 'sip.unknown-cause', '75', ' same => n,Hangup(75)'],
  [extensions, 'sip.unknown-cause', '76', ' same => n,GotoIf($["${HANGUPCAUSE}" = "76"]?out)'],
  [dialplan, 'sip.unknown-cause', '74', '<action application="hangup" data="74"/>'],
  [dialplan, 'sip.freeswitch-unknown-cause', 'USER_BUZY', '<action application="hangup" data="USER_BUZY"/>'],
  [
    dialplan,
    'sip.freeswitch-unknown-cause',
    'NO_ANSWERS',
    '<action application="set" data="continue_on_fail=USER_BUSY,NO_ANSWERS"/>',
  ],
  [
    dialplan,
    'sip.freeswitch-unknown-cause',
    'USER_BUSZ',
    '<action application="limit" data="hash in all 5 !USER_BUSZ"/>',
  ],
  [
    dialplan,
    'sip.freeswitch-unknown-cause',
    'NO_ANSWR',
    '<action application="set" data="execute_on_answer=sched_hangup +9 NO_ANSWR"/>',
  ],
  [
    dialplan,
    'sip.freeswitch-unknown-cause',
    'USER_NOTREGISTERED',
    '<action application="set" data="transfer_on_fail=USER_NOTREGISTERED"/>',
  ],

  // Answers that the protocol forbids
  [kamailio, 'sip.routing-answer-to-ack', '404', '\tif (is_method("ACK")) { sl_send_reply("404", "Not here"); exit; }'],
  [
    kamailio,
    'sip.routing-provisional-answer',
    '180',
    '\tif (is_method("MESSAGE")) { t_reply("180", "Ringing"); exit; }',
  ],

  // Conditions that cannot hold
  [
    kamailio,
    'sip.routing-never-true',
    'is_method("INVITE") && is_method("ACK")',
    '\tif (is_method("INVITE") && is_method("ACK")) exit;',
  ],
  [kamailio, 'sip.routing-status-pattern', '7[0-9][0-9]', '\tif ($rs =~ "7[0-9][0-9]") exit;'],
  [extensions, 'sip.asterisk-dialstatus', 'BUZY', ' same => n,GotoIf($["${DIALSTATUS}" = "BUZY"]?out)'],

  [extensions, 'sip.misspelt-header', 'User-Agnt', ' same => n,Set(x=${CUT(PJSIP_HEADER(read,User-Agnt),/,1)})'],
  [extensionsTop, 'sip.asterisk-dialstatus', 'NOANSWR', 'exten => s-NOANSWR,1,Hangup()'],

  // What one product alone knows
  [kamailio, 'sip.routing-header-line-end', 'X-Info: a', '\tappend_hf("X-Info: a");'],
  [extensions, 'sip.asterisk-semicolon', ';', ' same => n,Set(PJSIP_HEADER(add,Alert-Info)=<http://example.com>;a=0)'],
  [pjsip, 'sip.asterisk-option-value', 'requird', '100rel = requird'],
  [pjsip, 'sip.asterisk-option-value', 'rfc9999', 'dtmf_mode = rfc9999'],
  [sipConf, 'sip.asterisk-option-value', 'refuze', 'session-timers = refuze'],
  [pjsipAuth, 'sip.asterisk-misspelt-option', 'pasword', 'pasword = x'],
  [dialplan, 'sip.freeswitch-parameter-value', 'yse', '<action application="set" data="bypass_media=yse"/>'],
  [user, 'sip.freeswitch-parameter-value', 'yse', '<variable name="sip-forbid-register" value="yse"/>'],
  [sipConf, 'sip.asterisk-misspelt-option', 'dtmfmod', 'dtmfmod = info'],
  [extensions, 'sip.asterisk-argument', 'domain', ' same => n,Set(x=${PJSIP_PARSE_URI(${URI},domain)})'],
  [profile, 'sip.freeswitch-parameter-value', 'infos', '<param name="dtmf-type" value="infos"/>'],
  [scenario, 'sip.sipp-recv-neither', 'recv', '  <recv optional="true"/>'],
  [scenario, 'sip.sipp-unknown-label', '7', '  <recv response="183" optional="true" next="7"/>'],
  [scenario, 'sip.sipp-unknown-attribute', 'optionl', '  <recv response="180" optionl="true"/>'],
  [scenario, 'sip.sipp-unknown-element', 'receive', '  <receive response="180"/>'],
  [scenario, 'sip.sipp-misspelt-keyword', 'remot_ip', sent('BYE sip:[service]@[remot_ip] SIP/2.0', 'CSeq: 2 BYE')],
  [scenario, 'sip.cseq-method-mismatch', 'BYE', sent('INFO sip:[service]@[remote_ip] SIP/2.0', 'CSeq: 2 BYE')],
];

/** The problems of a file: rule and underlined text. */
function problemsIn({ name, around }: Family, lines: string): readonly string[] {
  const analysis = analyse(around(lines), { name });
  return [...problemsOf(analysis, {})].map(({ rule, span }) => `${rule}: ${analysis.text.slice(span.start, span.end)}`);
}

suite('Faults sown into configuration files', () => {
  test('are forty and more', () => assert.ok(faults.length >= 40));

  for (const family of new Set(faults.map(([one]) => one))) {
    test(`${family.name} has none before`, () => assert.deepEqual(problemsIn(family, ''), []));
  }

  for (const [family, rule, underlined, lines] of faults) {
    test(`${family.name}, ${underlined}: ${rule} and no other`, () => {
      assert.deepEqual(problemsIn(family, lines), [`${rule}: ${underlined}`]);
    });
  }
});

suite('The fix of a slip', () => {
  const fixes: readonly (readonly [Family, lines: string, fixed: string])[] = [
    [kamailio, '\tif (is_method("INVTE|BYE")) exit;', '\tif (is_method("INVITE|BYE")) exit;'],
    [kamailio, '\tt_reply("480", "Busy Here");', '\tt_reply("480", "Temporarily Unavailable");'],
    [kamailio, '\tremove_hf("Diverson");', '\tremove_hf("Diversion");'],
    [kamailio, '\tif ($hdr(Event) == "presense.winfo") exit;', '\tif ($hdr(Event) == "presence.winfo") exit;'],
    [
      extensions,
      ' same => n,Set(PJSIP_HEADER(add,Alert-Inf)=ring)',
      ' same => n,Set(PJSIP_HEADER(add,Alert-Info)=ring)',
    ],
  ];

  for (const [family, lines, fixed] of fixes) {
    test(fixed.trim(), () => {
      const text = family.around(lines);
      const [problem] = problemsOf(analyse(text, { name: family.name }), {});
      assert.ok(problem?.fix, 'there is one');
      const [{ span, newText }, ...others] = problem.fix.edits as [(typeof problem.fix.edits)[0]];
      assert.deepEqual(others, []);
      assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), family.around(fixed));
    });
  }
});

suite('What looks like a fault and is none', () => {
  const lines: readonly (readonly [Family, string])[] = [
    [kamailio, '\tsl_send_reply("404", "User not on this planet");'],
    [kamailio, '\tsl_send_reply("479", "We refuse private addresses");'],
    [kamailio, '\tsl_send_reply("200", "Accepted");'],
    [kamailio, '\tt_reply("488", "Not Acceptable");'],
    [kamailio, '\tsl_send_reply($var(code), "Busy Here");'],
    [kamailio, '\tif (is_method("KDMQ|invite")) exit;'],
    [kamailio, '\tif ($rm == "SERVICE") exit;'],
    [kamailio, '\tappend_hf("X-Diverson: a\\r\\n");'],
    [kamailio, '\tremove_hf("P-Hnt");'],
    [kamailio, '\tremove_hf("Supported2");'],
    [kamailio, '\tif ($hdr(Tp) != $null) exit;'],
    [kamailio, '\t# sl_send_reply("790", "INVTE");'],
    [kamailio, '\troute(790);'],
    [kamailio, '\txlog("L_INFO", "790 INVTE Diverson\\n");'],
    [kamailio, '\tsetflag(790);'],
    [extensions, ' same => n,Hangup(0)'],
    [extensions, ' same => n,Wait(790)'],
    [extensions, ' same => n,Goto(790,1)'],
    [extensionsTop, 'exten => s-FULL,1,Hangup()'],
    [extensionsTop, 'exten => s-JOINUNAVAIL,1,Hangup()'],
    [sipConf, 'rtpholdtimeout = 60'],
    [sipConf, 'hasvoicemail = yes'],
    [dialplan, '<action application="hangup" data="ORIGINATOR_CANCEL"/>'],
    [dialplan, '<action application="limit" data="hash in all 5 USER_BUSZ XML inside"/>'],
    [dialplan, '<action application="set" data="execute_on_answer=playback USER_BUSZ"/>'],
    [dialplan, '<action application="transfer" data="790 XML inside"/>'],
    [dialplan, '<action application="set" data="sip_h_X-Diverson=1"/>'],
    [profile, '<param name="user-agent-string" value="Diverson 790"/>'],
  ];

  for (const [family, line] of lines) {
    test(line.trim(), () => assert.deepEqual(problemsIn(family, line), []));
  }
});
