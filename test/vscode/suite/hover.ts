import { assert, equal, test, until } from './runner';
import { hoverText, hoverThat, open, within, withSetting } from './workbench';

const TURKISH_LETTERS = /[çğışöüÇĞİŞÖÜ]/;

test('hovering over a status code in a log explains it in English', async () => {
  const log = await open('asterisk-pjsip.log');
  await withSetting('language', 'en', async () => {
    const text = await hoverThat(log, within(log, '486', 'SIP/2.0 486'), /Busy Here/);
    assert(/RFC ?3261/.test(text), `no RFC in: ${text}`);
    assert(!TURKISH_LETTERS.test(text), `not English: ${text}`);
  });
});

test('hovering over a status code in log prose explains it', async () => {
  const log = await open('asterisk-pjsip.log');
  await hoverThat(log, within(log, '486', 'Got SIP response 486'), /Busy Here/);
});

test('hovering over the method of a request explains it', async () => {
  const message = await open('invite.sip');
  await hoverThat(message, within(message, 'INVITE'), /INVITE/);
});

test('hovering over a header field name explains it', async () => {
  const message = await open('invite.sip');
  await hoverThat(message, within(message, 'Max-Forwards'), /Max-Forwards/);
});

test('what only looks like SIP has no hover', async () => {
  const log = await open('asterisk-pjsip.log');
  await hoverThat(log, within(log, '486', 'SIP/2.0 486'), /Busy Here/);
  equal(await hoverText(log, within(log, '200', 'answered after 200 ms')), '', 'hover over a duration');
});

test('the language setting is applied at once, there and back', async () => {
  const message = await open('register.sip');
  const status = within(message, '401', 'SIP/2.0 401');
  await withSetting('language', 'tr', async () => {
    await hoverThat(message, status, TURKISH_LETTERS);
  });
  await withSetting('language', 'en', async () => {
    await until('the hover is English', async () => {
      const text = await hoverText(message, status);
      return (/Unauthorized/.test(text) && !TURKISH_LETTERS.test(text)) || undefined;
    });
  });
});

test('a log of another product hovers as well', async () => {
  for (const name of ['kamailio-syslog.log', 'freeswitch-sofia.log', 'sngrep-export.txt']) {
    const log = await open(name);
    await hoverThat(log, within(log, '407', 'SIP/2.0 407'), /Proxy Authentication Required/);
  }
});
