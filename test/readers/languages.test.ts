import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { analyse, mentionsIn } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { span } from '../../server/src/sip/span.ts';

/** What a user sees of a document, as one text. */
function seen(text: string, name: string, languageId?: string): readonly string[] {
  const analysis = analyse(text, { name, ...(languageId === undefined ? {} : { languageId }) });
  return [
    ...[...mentionsIn(analysis, span(0, text.length))].map((mention) => JSON.stringify(mention)),
    ...[...problemsOf(analysis, {})].map((problem) => JSON.stringify(problem)),
  ];
}

const fixture = (file: string): string => readFileSync(`test/fixtures/labelled/${file}`, 'utf8').replace(/[«»]/g, '');

suite('Configuration files in whatever language an editor opens them', () => {
  const routing = ['kamailio-cfg', 'kamailio', 'opensips-cfg', 'opensips'];
  const anywhere = ['plaintext', 'properties', 'ini', 'xml', 'lua', 'python', 'javascript'];
  const files: readonly (readonly [file: string, name: string, languages: readonly string[]])[] = [
    ['edge.cfg', 'kamailio.cfg', [...routing, ...anywhere]],
    ['redirect.cfg', 'untitled', [...routing, ...anywhere]],
    ['edge.py', 'edge.py', ['kamailio-cfg', ...anywhere]],
    ['extensions.conf', 'extensions.conf', ['asterisk', ...anywhere]],
    ['pjsip.conf', 'pjsip.conf', ['asterisk', ...anywhere]],
    ['inside.xml', 'inside.xml', anywhere],
    ['gate.lua', 'gate.lua', anywhere],
    ['caller.xml', 'caller.xml', anywhere],
  ];

  for (const [file, name, languages] of files) {
    const text = fixture(file);
    const expected = seen(text, name);
    test(`${file} is read`, () => assert.ok(expected.length > 10));
    for (const languageId of languages) {
      test(`${file} as ${languageId} is the same`, () => assert.deepEqual(seen(text, name, languageId), expected));
    }
  }

  test('a piece of a routing script that says nothing of itself is one by its language', () => {
    const piece = 'if (is_method("INVITE")) {\n\tt_reply("486", "Busy Here");\n}\n';
    assert.deepEqual(seen(piece, 'piece.txt', 'kamailio-cfg').length, 3);
    assert.deepEqual(seen(piece, 'piece.cfg', 'properties'), []);
  });
});

suite('Ordinary files', () => {
  const files: readonly (readonly [name: string, languageId: string, text: string])[] = [
    [
      'package.json',
      'json',
      '{\n  "name": "shop",\n  "scripts": { "notify": "node notify.js 486" },\n  "engines": { "node": ">=200" },\n  "port": 5060\n}\n',
    ],
    [
      'Dockerfile',
      'dockerfile',
      'FROM debian:12\nEXPOSE 5060\nRUN update && register --info 404\nCMD ["options", "200"]\n',
    ],
    [
      'php.ini',
      'ini',
      '[PHP]\nmemory_limit = 486M\nmax_input_time = 180\nerror_log = /var/log/404.log\nmethod = INVITE\n',
    ],
    [
      'pom.xml',
      'xml',
      '<?xml version="1.0"?>\n<project>\n  <groupId>com.example</groupId>\n  <version>4.8.6</version>\n  <properties><port>5060</port><method>INVITE</method></properties>\n</project>\n',
    ],
    [
      'settings.py',
      'python',
      'from pathlib import Path\n\nALLOWED_HOSTS = ["example.com"]\nDEFAULT_STATUS = 404\nMETHODS = ["OPTIONS", "REGISTER", "INVITE"]\n\ndef answer(request):\n    return HttpResponse("Not Found", status=404)\n',
    ],
    [
      'nginx.conf',
      'properties',
      'server {\n  listen 5060;\n  error_page 404 /404.html;\n  location / {\n    return 486 "Busy Here";\n    if ($request_method = OPTIONS) { return 200; }\n  }\n}\n',
    ],
    ['server.conf', 'properties', 'port 1194\nproto udp\nping 200\nping-restart 480\n'],
    ['places.conf.sample', 'plaintext', '; A SIP INVITE is answered with 486 Busy Here\n[486]\nformat = GML\n'],
    ['serial.cfg', 'properties', 'speed=115200\nretry=404\n'],
    [
      'playbook.yaml',
      'yaml',
      '- hosts: all\n  tasks:\n    - name: register the host\n      uri: { url: "http://example.com", method: OPTIONS, status_code: [200, 404] }\n      register: answer\n      notify: restart\n',
    ],
    [
      'init.lua',
      'lua',
      'local codes = { [404] = "Not Found", [486] = "Busy Here" }\nvim.keymap.set("n", "<leader>i", function() print(codes[404]) end)\n',
    ],
    [
      'app.js',
      'javascript',
      'app.options("/calls", (request, response) => response.status(404).send("Not Found"));\nconst methods = ["INVITE", "BYE"];\n',
    ],
    ['logback.xml', 'xml', '<configuration><appender name="486"/><root level="INFO"/></configuration>\n'],
    ['scenario.xml', 'xml', '<scenario><step request="INVITE" response="200"/></scenario>\n'],
    ['dialplan.xml', 'xml', '<include file="INVITE"><action application="respond" data="404"/></include>\n'],
    ['smb.conf', 'properties', '[global]\nworkgroup = HOME\n[404]\npath = /srv/404\nallow = 192.0.2.0/24\n'],
  ];

  for (const [name, languageId, text] of files) {
    test(`${name}: nothing is said of it`, () => assert.deepEqual(seen(text, name, languageId), []));
    // On the command line nobody says what language a file is in.
    if (languageId !== 'json' && languageId !== 'dockerfile') {
      test(`${name}: nor without its language`, () => assert.deepEqual(seen(text, name), []));
    }
  }
});

suite('Files into which tools export logs', () => {
  const message = [
    'SIP/2.0 486 Busy Here',
    'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776',
    'From: <sip:a@example.com>;tag=1',
    'To: <sip:b@example.com>;tag=2',
    'Call-ID: 1@192.0.2.1',
    'CSeq: 1 INVITE',
    'Content-Length: 0',
  ];
  const files: readonly (readonly [name: string, languageId: string, text: string])[] = [
    [
      'records.xml',
      'xml',
      `<?xml version="1.0"?>\n<log>\n<record>\n  <millis>1795960860071</millis>\n  <message>${message.join('\n')}\n\n</message>\n</record>\n</log>\n`,
    ],
    ['session.html', 'html', `<html><body><pre>\n${message.join('\n')}\n\n</pre></body></html>\n`],
    ['trace.sql', 'sql', `INSERT INTO sip_trace VALUES (1,'${message.join('\\r\\n')}\\r\\n\\r\\n');\n`],
    [
      'capture.yaml',
      'yaml',
      `- time: 18:48:06\n  payload: |\n${message.map((line) => `    ${line}\n`).join('')}    \n`,
    ],
  ];

  for (const [name, languageId, text] of files) {
    test(`${name}: its message is read`, () => {
      for (const id of [undefined, languageId]) {
        const { frames } = analyse(text, { name, ...(id === undefined ? {} : { languageId: id }) });
        assert.deepEqual(
          frames.map(({ state }) => state),
          ['complete'],
        );
      }
    });
    test(`${name}: a message with gaps is a pattern, and none`, () => {
      assert.deepEqual(analyse(text.replaceAll('1@192.0.2.1', '[call_id]'), { name }).frames, []);
      assert.deepEqual(analyse(text.replaceAll('192.0.2.1', '{{host}}'), { name }).frames, []);
    });
  }
});
