/** Configuration files of ten thousand lines, all of them invented. */

export interface ConfigFile {
  readonly name: string;
  /** What the row is called. */
  readonly title: string;
  readonly text: string;
  /** What somebody types into it, a character at a time; it opens and closes strings, brackets and tags. */
  readonly typed: string;
}

const LINES = 10_000;

/** So many blocks that the file has ten thousand lines; `%` in a block is its number. */
function repeated(block: string, before = '', behind = ''): string {
  const times = Math.ceil(LINES / (block.split('\n').length - 1));
  return before + Array.from({ length: times }, (_, index) => block.replaceAll('%', String(index))).join('') + behind;
}

const denseRoute = `route[CALL_%] {
  if (is_method("INVITE") && !has_totag()) {
    append_hf("P-Call: %\\r\\n");
    if ($rs == 486 || t_check_status("408")) {
      sl_send_reply("480", "Temporarily Unavailable"); # 486 Busy Here
      exit;
    }
  }
}

`;

const modules = Array.from(
  { length: 120 },
  (_, i) => `loadmodule "mod${i}.so"\n# how long the module keeps an entry\nmodparam("mod${i}", "expires", ${i})\n`,
).join('');

/** Comments, flags and logging around a few SIP terms, as in what the products come with. */
const ordinaryRoute = `# Calls of the department %: checks the caller, then looks
# for the number in the list of the branch.
route[DEPARTMENT_%] {
    if ($var(trace) == 1) {
        xlog("L_INFO", "department %: $fU -> $rU from $si:$sp\\n");
    }
    # the list is kept in memory and read again every hour
    $var(key) = $fU + "-" + $rU;
    if (!$sht(list=>$var(key))) {
        setflag(FLT_UNKNOWN);
        $avp(tries) = $avp(tries) + 1;
        if ($avp(tries) > 3) {
            sl_send_reply("403", "Forbidden");
            exit;
        }
    }

    if (is_method("INVITE")) {
        record_route();
        $du = "sip:192.0.2.%:5060";
        # a branch of its own for the recorder
        if (isflagset(FLT_RECORD)) {
            append_branch("sip:rec@192.0.2.9");
            remove_hf("X-Recorder");
        }
        t_on_failure("DEPARTMENT_FAILED");
    }

    if (!t_relay()) {
        sl_reply_error();
    }
    return;
}

`;

const bigRoute = `request_route {\n${'    # every request comes through here\n    if ($si == "192.0.2.1") {\n        setflag(1);\n    }\n    if (is_method("OPTIONS") && uri==myself) {\n        sl_send_reply("200", "OK");\n        exit;\n    }\n'.repeat(50)}}\n\n`;

const python = `    def route_%(self, msg):
        if KSR.is_INVITE():
            KSR.hdr.append("P-Call: %\\r\\n")
            if KSR.pv.get("$rs") == 486:
                KSR.sl.send_reply(480, "Temporarily Unavailable")
            return -255
        return 1

`;

const dialplan = `[office-%]
exten => 1%,1,NoOp(\${SIP_HEADER(P-Asserted-Identity)})
 same => n,Dial(PJSIP/1%,30,tT)
 same => n,GotoIf($["\${HANGUPCAUSE}" = "17"]?busy)
 same => n(busy),Hangup(17) ; 486 Busy Here

`;

const ael = `  1% => {
    NoOp(\${SIP_HEADER(P-Asserted-Identity)});
    Dial(PJSIP/1%,30,tT);
    switch (\${DIALSTATUS}) {
      case BUSY:
        Hangup(17);
      default:
        Hangup(16);
    }
  }
`;

const endpoint = `[phone-%](phone)
type=endpoint
context=office
disallow=all
allow=ulaw,alaw
dtmf_mode=rfc4733
100rel=no
auth=phone-%

`;

const extension = `    <extension name="local_%">
      <condition field="destination_number" expression="^(1%)$">
        <action application="set" data="sip_h_X-Account=%"/>
        <action application="set" data="continue_on_fail=USER_BUSY,NO_ANSWER"/>
        <action application="bridge" data="user/1%@\${domain_name}"/>
        <action application="respond" data="486 Busy Here"/>
      </condition>
    </extension>

`;

const step = `  <send retrans="500"><![CDATA[
    OPTIONS sip:[service]@[remote_ip]:[remote_port] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
    From: <sip:a@[local_ip]>;tag=[pid]
    To: <sip:b@[remote_ip]>
    Call-ID: [call_id]
    CSeq: % OPTIONS
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>
  <recv response="200"/>

`;

const script = '\n  if ($rs =~ "4[0-9][0-9]") { t_reply("486", "Busy Here"); }';

export const configFiles: readonly ConfigFile[] = [
  {
    name: 'kamailio.cfg',
    title: 'kamailio.cfg, ordinary',
    text: repeated(ordinaryRoute, modules + bigRoute),
    typed: script,
  },
  { name: 'kamailio.cfg', title: 'kamailio.cfg, dense', text: repeated(denseRoute), typed: script },
  {
    name: 'kemi.py',
    title: 'KEMI, Python',
    text: repeated(python, 'import KSR as KSR\n\nclass kamailio:\n'),
    typed: '\n            KSR.sl.send_reply(486, "Busy Here")',
  },
  {
    name: 'extensions.conf',
    title: 'extensions.conf',
    text: repeated(dialplan),
    typed: `\n same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?b) ; 17`,
  },
  {
    name: 'extensions.ael',
    title: 'extensions.ael',
    text: repeated(ael, 'context office {\n', '}\n'),
    typed: `\n    if ("\${DIALSTATUS}" = "BUSY") { Hangup(17); } // busy`,
  },
  {
    name: 'pjsip.conf',
    title: 'pjsip.conf',
    text: repeated(endpoint, '[phone](!)\ntype=endpoint\n\n'),
    typed: '\ndirect_media_method=update',
  },
  {
    name: 'dialplan.xml',
    title: 'dialplan.xml',
    text: repeated(extension, '<include>\n  <context name="default">\n', '  </context>\n</include>\n'),
    typed: '\n<action application="hangup" data="USER_BUSY"/>',
  },
  {
    name: 'scenario.xml',
    title: 'SIPp scenario',
    text: repeated(step, '<?xml version="1.0"?>\n<scenario name="a">\n', '</scenario>\n'),
    typed: '\n<recv response="180" optional="true"/>',
  },
];
