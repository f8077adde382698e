/**
 * One file of each kind of configuration, the way a person goes through it: its colours, a hover, a completion that is
 * taken, a problem that is mended.
 */
import assert from 'node:assert/strict';

/** `unlike` stands on the same line and has another colour. `gives`, `mended`: the line as it is afterwards. */
const dialects = [
  {
    title: 'a Kamailio script',
    file: 'config/kamailio.cfg',
    colour: { line: 'sl_send_reply("483"', word: '483', unlike: '"Too Many Hops"' },
    hover: { word: '483', after: 'sl_send_reply("483"', says: /Too Many Hops/ },
    completion: { below: 'record_route();', typed: ['t_reply("', '486'], gives: 't_reply("486", "Busy Here")' },
    problem: { word: 'INVTE', after: '', mended: 'if (is_method("INVITE") && $hdr(Require)' },
  },
  {
    title: 'an OpenSIPS script',
    file: 'config/opensips.cfg',
    colour: { line: 'send_reply(405', word: '405', unlike: '"Method Not Allowed"' },
    hover: { word: '405', after: 'send_reply(405', says: /Method Not Allowed/ },
    completion: {
      below: 'has_totag()',
      typed: ['if (is_method("', 'INVITE|', 'SUBS'],
      gives: 'if (is_method("INVITE|SUBSCRIBE"))',
    },
    problem: { word: 'Not Found', after: 't_reply(408', mended: 't_reply(408, "Request Timeout");' },
  },
  {
    title: 'a KEMI script',
    file: 'config/kamailio.lua',
    colour: { line: 't_reply(420', word: '420', unlike: '"Bad Extension"' },
    hover: { word: '420', after: 't_reply(420', says: /Bad Extension/ },
    completion: {
      below: 'KSR.rr.record_route()',
      typed: ['KSR.sl.send_reply(', '486'],
      gives: 'KSR.sl.send_reply(486, "Busy Here")',
    },
    problem: { word: 'Requires', after: '', mended: 'KSR.hdr.is_present("Require")' },
  },
  {
    title: 'an Asterisk dialplan',
    file: 'config/extensions.conf',
    colour: { line: '"NO ANSWER"', word: 'DIALSTATUS', unlike: '"NO ANSWER"' },
    hover: { word: '17', after: 'Hangup(17)', says: /USER_BUSY/ },
    completion: { below: 'n,Hangup(16)', typed: ['same => n,Hangup(', '21'], gives: 'same => n,Hangup(21)' },
    problem: { word: 'NO ANSWER', after: '', mended: '}" = "NOANSWER"]?unanswered' },
  },
  {
    title: 'pjsip.conf',
    file: 'config/pjsip.conf',
    colour: { line: 'dtmf_mode', word: 'dtmf_mode', unlike: '= rfc2833' },
    hover: { word: 'dtmf_mode', after: '', says: /telephone-event/ },
    completion: { below: '100rel = yes', typed: ['rtp_sym'], gives: 'rtp_symmetric' },
    problem: { word: 'rfc2833', after: '', mended: 'dtmf_mode = rfc4733' },
  },
  {
    title: 'a FreeSWITCH dialplan',
    file: 'config/freeswitch-dialplan.xml',
    colour: { line: 'continue_on_fail', word: 'USER_BUSY', unlike: '"continue_on_fail=' },
    hover: { word: 'USER_BUSY', after: '', says: /486 Busy Here/ },
    completion: {
      below: 'sip_h_X-Tenant',
      typed: ['<action application="respond" data="', '488'],
      gives: '<action application="respond" data="488 Not Acceptable Here"',
    },
    problem: { word: 'CALL_REJECT', after: '', mended: 'data="CALL_REJECTED"' },
  },
  {
    title: 'a FreeSWITCH profile',
    file: 'config/freeswitch-profile.xml',
    colour: { line: 'dtmf-type', word: 'param', unlike: '"dtmf-type"' },
    hover: { word: 'NDLB-force-rport', after: '', says: /RFC 3581/ },
    completion: {
      below: 'enable-timer',
      typed: ['<param name="', 'session-t'],
      gives: '<param name="session-timeout"',
    },
    problem: { word: 'rfc4733', after: '', mended: '<param name="dtmf-type" value="rfc2833"/>' },
  },
  {
    title: 'a SIPp scenario',
    file: 'config/sipp-uac.xml',
    colour: { line: 'CSeq: 1 INVITE', word: 'INVITE', unlike: ':' },
    hover: { word: '486', after: 'recv response="486"', says: /Busy Here/ },
    completion: { below: 'Max-Forwards: 70', typed: ['User-Agent: [', 'local_p'], gives: 'User-Agent: [local_port]' },
    problem: { word: 'acknowledge', after: 'next="acknowledge"', mended: 'next="acknowledged"' },
  },
];

/** The editor closes what was opened only once it knows the language, which takes it a moment. */
const withoutClosers = (text) => text.replace(/[")]+$/, '');

export const dialectTests = dialects.map(({ title, file, colour, hover, completion, problem }) => ({
  name: `${title}: colours, hover, completion, a problem and its fix`,
  /** @param {ReturnType<import('../../scripts/lib/workbench-page.mjs').workbenchPage>} workbench */
  async run({ page, visible, command, openFile, goTo, hoverAtCursor, coloursOf, suggested, fixes }) {
    const lineWith = (text) => visible('.editor-instance .view-line').filter({ hasText: text }).first();
    const becomes = async (text) => {
      const came = await lineWith(text)
        .waitFor({ timeout: 10_000 })
        .catch((error) => error);
      if (came === undefined) return;
      const lines = await visible('.editor-instance .view-line').allTextContents();
      assert.fail(`No line has become ${text}:\n${lines.join('\n')}`);
    };
    await openFile(file);

    await goTo(file, colour.line);
    const colours = await coloursOf(colour.line);
    assert.ok(colours[colour.word], `${colour.word} is no token of its own in ${JSON.stringify(colours)}`);
    assert.notEqual(colours[colour.word], colours[colour.unlike], `${colour.word} looks like ${colour.unlike}`);

    await goTo(file, hover.word, hover.after);
    await hoverAtCursor(hover.says);

    await goTo(file, problem.word, problem.after);
    await visible('.monaco-editor .cdr[class*="squiggly"]').first().waitFor({ timeout: 10_000 });
    await fixes();
    await page.keyboard.press('Enter');
    await becomes(problem.mended);

    await goTo(file, completion.below);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    for (const part of completion.typed) {
      await page.keyboard.type(part, { delay: 20 });
      await suggested(part === completion.typed.at(-1) ? part : '');
    }
    await page.keyboard.press('Enter');
    await becomes(withoutClosers(completion.gives));
    await command('File: Revert File');
  },
}));
