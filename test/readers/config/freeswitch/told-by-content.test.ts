import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFreeswitch } from '../../../../server/src/readers/config/freeswitch/is-freeswitch.ts';
import { isSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { action, dialplan, entry, parameter, profile } from './documents.ts';

suite('FreeSWITCH is told by its content', () => {
  test('dialplans, profiles, gateways, users, whole documents', () => {
    for (const text of [
      dialplan,
      profile,
      '<?xml version="1.0"?>\n<document type="freeswitch/xml"><section name="dialplan"/></document>',
      '<include><gateway name="x"><param name="username" value="a"/></gateway></include>',
      '<include><user id="100"><variables><variable name="a" value="b"/></variables></user></include>',
      '<include><X-PRE-PROCESS cmd="set" data="domain=example.com"/></include>',
      '<configuration name="sofia.conf" description="x"><profiles/><settings><param name="a" value="b"/></settings></configuration>',
      action('answer', ''),
      entry('hangup USER_BUSY'),
      '<configuration name="ivr.conf" description="x"><menus><X-PRE-PROCESS cmd="include" data="a"/></menus></configuration>',
      parameter('sip-port', '5060'),
    ]) {
      assert.ok(isFreeswitch(text, 'x.xml'), text.slice(0, 80));
      assert.ok(!isSipp(text, 'x.xml'));
    }
  });

  test('other XML is not', () => {
    for (const text of [
      '<project><profiles><profile><settings><param name="a"/></settings></profile></profiles></project>',
      '<include><file>a</file></include>',
      '<include><menu name="file"><item name="open"/></menu></include>',
      '<configuration name="log4j"><param name="a" value="b"/></configuration>',
      '<profile><settings/></profile>',
      '<extension point="org.example.menus"><action class="x"/></extension>',
      '<scenario><recv request="BYE"/></scenario>',
      'INVITE sip:bob@example.com SIP/2.0',
      '',
    ]) {
      assert.ok(!isFreeswitch(text, 'freeswitch.xml'), text);
    }
  });
});
