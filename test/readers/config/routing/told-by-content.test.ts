import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isRouting } from '../../../../server/src/readers/config/routing/routing.ts';
import { read } from './scripts.ts';

suite('Routing scripts: which file it is', () => {
  for (const file of ['kamailio.cfg', 'opensips.cfg', 'template.m4', 'kemi.lua', 'kemi.py', 'kemi.js']) {
    test(`${file} is told by its content, whatever its name`, () => {
      assert.equal(isRouting(read(file), 'untitled'), true);
    });
  }

  for (const [name, text] of [
    ['register.inc', 'route[REGISTRAR] {\n\texit;\n}\n'],
    ['defines.cfg', '#!define WITH_TLS\n'],
    ['kamailio-local.cfg', '# nothing yet\n'],
    ['modules', 'loadmodule "tm.so"\n'],
    ['old.lua', 'function main()\n  sr.sl.send_reply(200, "OK")\nend\n'],
  ] as const) {
    test(`${name} is a part of one`, () => assert.equal(isRouting(text, name), true));
  }

  for (const [name, text] of [
    ['notes.md', '# Routing\n\n```\nroute {\n  exit;\n}\n```\n'],
    ['kamailio.log', 'INFO: <script>: route[404] reached\n'],
    ['extensions.conf', '[default]\nexten => 100,1,Hangup(17)\n'],
    ['nginx.conf', 'server {\n  location / {\n    return 404;\n  }\n}\n'],
    ['haproxy.cfg', 'global\n  maxconn 200\n'],
    ['routes.js', 'app.route("/users").get((request, response) => response.send(404));\n'],
    ['init.py', 'import os\n\ndef route(path):\n    return 404\n'],
    ['empty', ''],
  ] as const) {
    test(`${name} is none`, () => assert.equal(isRouting(text, name), false));
  }
});
