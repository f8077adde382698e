import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type RunningServer, startServer } from '../support/server.ts';

/** A choice at the `‸` of a file, and the line it makes of the one with the caret. */
type Completed = readonly [name: string, languageId: string, text: string, choice: string, line: string];

const routing = (line: string): string => `request_route {\n\t${line}\n}\n`;
const dialplan = (line: string): string => `[inside]\nexten => 1,1,NoOp()\n same => n,${line}\n`;
const freeswitch = (line: string): string =>
  `<include><context name="a"><extension name="b"><condition field="x" expression="y">\n${line}\n</condition></extension></context></include>\n`;
const sipp = (line: string): string =>
  `<scenario name="a">\n<send><![CDATA[\nOPTIONS sip:a SIP/2.0\n\n]]></send>\n${line}\n</scenario>\n`;

const completions: readonly Completed[] = [
  ['kamailio.cfg', 'kamailio-cfg', routing('t_reply("‸", "");'), '486', '\tt_reply("486", "Busy Here");'],
  ['kamailio.cfg', 'properties', routing('t_reply("‸");'), '486', '\tt_reply("486", "Busy Here");'],
  [
    'opensips.cfg',
    'opensips',
    routing('if (is_method("INVITE|‸")) exit;'),
    'REFER',
    '\tif (is_method("INVITE|REFER")) exit;',
  ],
  ['a.cfg', 'plaintext', routing('remove_hf("‸");'), 'Diversion', '\tremove_hf("Diversion");'],
  [
    'kemi.lua',
    'lua',
    'function ksr_request_route()\n\tKSR.sl.send_reply(‸, "")\nend\n',
    '404',
    '\tKSR.sl.send_reply(404, "Not Found")',
  ],
  ['extensions.conf', 'properties', dialplan('Hangup(‸)'), '17', ' same => n,Hangup(17)'],
  [
    'extensions.conf',
    'asterisk',
    dialplan('Set(PJSIP_HEADER(add,‸)=a)'),
    'Alert-Info',
    ' same => n,Set(PJSIP_HEADER(add,Alert-Info)=a)',
  ],
  ['pjsip.conf', 'ini', '[a]\ntype = endpoint\n100rel = ‸\n', 'required', '100rel = required'],
  [
    'inside.xml',
    'xml',
    freeswitch('<action application="respond" data="‸"/>'),
    '404',
    '<action application="respond" data="404 Not Found"/>',
  ],
  [
    'inside.xml',
    'xml',
    freeswitch('<action application="hangup" data="‸"/>'),
    'USER_BUSY',
    '<action application="hangup" data="USER_BUSY"/>',
  ],
  ['caller.xml', 'xml', sipp('<recv response="‸"/>'), '183', '<recv response="183"/>'],
  ['caller.xml', 'xml', sipp('<recv request="‸"/>'), 'INVITE', '<recv request="INVITE"/>'],
];

/** What is hovered at the `‸`, and a word of the answer. */
const hovers: readonly (readonly [name: string, languageId: string, text: string, word: string])[] = [
  ['kamailio.cfg', 'kamailio', routing('t_reply("48‸8", "Not Acceptable Here");'), 'Not Acceptable Here'],
  ['kamailio.cfg', 'kamailio', routing('sl_send_reply("47‸8", "No such host");'), 'Unresolvable destination'],
  ['extensions.conf', 'properties', dialplan('Hangup(1‸7)'), '486'],
  ['inside.xml', 'xml', freeswitch('<action application="hangup" data="USER‸_BUSY"/>'), '486'],
  ['caller.xml', 'xml', sipp('<recv response="1‸83"/>'), 'Session Progress'],
];

suite('Configuration files over the protocol', () => {
  let server: RunningServer;
  let opened = 0;

  before(async () => {
    server = await startServer({ capabilities: { textDocument: { completion: {} } } });
  });
  after(() => server.stop());

  function open(name: string, languageId: string, marked: string) {
    const text = marked.replace('‸', '');
    const uri = pathToFileURL(`/tmp/${opened++}/${name}`).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    server.open(uri, languageId, text);
    return { document, at: { textDocument: { uri }, position: document.positionAt(marked.indexOf('‸')) } };
  }

  for (const [name, languageId, marked, choice, line] of completions) {
    test(`${name} as ${languageId}: ${line.trim()}`, async () => {
      const { document, at } = open(name, languageId, marked);
      const answer = await server.connection.sendRequest<CompletionList | CompletionItem[]>(
        'textDocument/completion',
        at,
      );
      const items = Array.isArray(answer) ? answer : answer.items;
      const item = items.find(({ label }) => label === choice || label.startsWith(`${choice} `));
      assert.ok(item, `${choice} is offered`);
      const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
      assert.equal(TextDocument.applyEdits(document, edits).split('\n')[at.position.line], line);
    });
  }

  for (const [name, languageId, marked, word] of hovers) {
    test(`${name}: a hover speaks of ${word}`, async () => {
      const { at } = open(name, languageId, marked);
      const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', at);
      assert.ok(JSON.stringify(hover?.contents ?? '').includes(word));
    });
  }

  test('a comment, a number and a name are hovered in vain', async () => {
    for (const line of ['# 48‸6', 'setflag(48‸6);', 'route(IN‸VITE);', 'xlog("BY‸E\\n");']) {
      const { at } = open('kamailio.cfg', 'kamailio-cfg', routing(line));
      assert.equal(await server.connection.sendRequest('textDocument/hover', at), null, line);
    }
  });

  test('the server has nothing to complain of', () => assert.deepEqual(server.logged, []));
});
