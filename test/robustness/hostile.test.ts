// biome-ignore-all assist/source/organizeImports: the first import has to be the first
import { assertLinear } from './work.ts';
import { suite, test } from 'node:test';
import { sampleMessages } from '../readers/log/sample-messages.ts';
import { documentOf } from '../support/documents.ts';
import { askEverything } from './every-feature.ts';

/** Input that makes careless readers quadratic. The numbers are sizes of the smaller of two inputs. */

const [invite = '', trying = ''] = sampleMessages;
const head = invite.slice(0, invite.indexOf('\n\n'));
const oneLine = (message: string): string => message.replaceAll('\n', '\\r\\n');
const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const hostile: Readonly<Record<string, readonly [size: number, make: (size: number) => string, name?: string]>> = {
  'messages with one Call-ID': [400, (n) => numbered(n, (i) => `12:00:${i % 60} received:\n${trying}\n`)],
  'a head of many header fields': [2000, (n) => `${head}\n${numbered(n, (i) => `X-Field-${i}: ${i}\n`)}\n`],
  'a head of many known header fields': [2000, (n) => `${head}\n${'Supported: timer\n'.repeat(n)}\n`],
  'a response with many header fields before CSeq': [
    2000,
    (n) => `SIP/2.0 200 OK\n${'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\n'.repeat(n)}CSeq: 1 INVITE\n\n`,
  ],
  'a header field folded over and over': [20_000, (n) => `${head}\nSubject: a${'\n b'.repeat(n)}\n\n`],
  'nested multipart bodies': [
    400,
    (n) => `${head}\n${numbered(n, (i) => `Content-Type: multipart/mixed;boundary=b${i}\n\n--b${i}\n`)}`,
  ],
  'a multipart body of many parts': [
    2000,
    (n) => `${head}\nContent-Type: multipart/mixed;boundary=b\n\n${'--b\nContent-Type: a/b\n\nx\n'.repeat(n)}--b--\n`,
  ],
  'one line without SIP': [400_000, (n) => 'a'.repeat(n)],
  'one line of blanks': [200_000, (n) => `${head}\nSubject: ${' '.repeat(n)}x\n\n`],
  'one line of many messages': [400, (n) => oneLine(trying).repeat(n)],
  'one line of messages far apart': [10, (n) => `${oneLine(trying)} ${'a'.repeat(100_000)} `.repeat(n)],
  'one line of many messages in strings': [400, (n) => `[${`{"msg":${JSON.stringify(trying)}},`.repeat(n)}]`],
  'one line of many messages with a length too large': [
    200,
    (n) => oneLine(trying.replace('Content-Length: 0', 'Content-Length: 50000')).repeat(n),
  ],
  'one line of the shortest messages': [2000, (n) => 'INVITE sip:a SIP/2.0\\r\\nVia: x '.repeat(n)],
  'one line of quotes that open again': [2000, (n) => 'u"INVITE sip:a SIP/2.0\\r\\nVia: x'.repeat(n)],
  'one indented line of messages': [2000, (n) => ` ${'INVITE sip:a SIP/2.0 Via: x '.repeat(n)}`],
  'one line of messages in hexadecimal': [1000, (n) => '5349502f322e3020323030204f4b0d0a5669613a20780d0a'.repeat(n)],
  'one line of versions in hexadecimal': [4000, (n) => '5349502f322e3020'.repeat(n)],
  'one line of bytes': [2000, (n) => '53 49 50 2f 32 2e 30 20 32 30 30 20 4f 4b 0d 0a '.repeat(n)],
  'packets of one row': [
    2000,
    (n) => '0000   49 4e 56 49 54 45 20 73 69 70 3a 61 20 53 49 50   INVITE sip:a SIP\n'.repeat(n),
  ],
  'long words behind codes': [2000, (n) => `SIP reply 486 ${'x'.repeat(76)}\n`.repeat(n)],
  'one line of versions': [20_000, (n) => ' SIP/2.0'.repeat(n)],
  'one line of beginnings': [20_000, (n) => 'INVITE sip:'.repeat(n)],
  'start lines only': [8000, (n) => 'SIP/2.0 200 OK\n'.repeat(n)],
  'requests without a head': [8000, (n) => 'INVITE sip:a@example.com SIP/2.0\n'.repeat(n)],
  'heads without an end': [800, (n) => `${head}\n`.repeat(n)],
  'bodies that promise more than there is': [
    400,
    (n) => `${invite.replace(/Content-Length: \d+/, 'Content-Length: 900000')}\n`.repeat(n),
  ],
  'bodies of messages that promise more': [
    400,
    (n) =>
      `${trying.replace('Content-Length: 0', 'Content-Type: message/sipfrag\nContent-Length: 900000')}\nx\n`.repeat(n),
  ],
  'quoted fields that never close': [400, (n) => `1,"${head}\n\n`.repeat(n)],
  'a quote that nobody closes': [80_000, (n) => `{"msg":"INVITE sip:a@b SIP/2.0\\r\\nVia: ${'x'.repeat(n)}`],
  backslashes: [80_000, (n) => `{"msg":"INVITE sip:a@b SIP/2.0\\r\\nVia: ${'\\'.repeat(n)}"`],
  'NUL bytes': [200_000, (n) => '\0'.repeat(n)],
  'lone carriage returns': [
    4000,
    (n) =>
      head
        .replaceAll('\n', '\r')
        .concat('\r\r')
        .repeat(n / 100),
  ],
  'carriage returns alone': [80_000, (n) => `${head}\n${'\r'.repeat(n)}`],
  'half characters': [80_000, (n) => `${head}\nSubject: ${'\ud83d'.repeat(n)}\n\n`],
  'bytes that are no UTF-8': [80_000, (n) => `${head}\nSubject: ${'\ufffd'.repeat(n)}\n\n`],
  colours: [20_000, (n) => `${head}\nSubject: ${'\u001b[31m'.repeat(n)}\n\n`],
  'lines of dashes': [8000, (n) => `${'-'.repeat(20)}\n`.repeat(n) + head],
  'a tree without an end': [
    4000,
    (n) => `Session Initiation Protocol (200)\n    Status-Line: SIP/2.0 200 OK\n${'        a\n'.repeat(n)}`,
  ],
  'session description lines': [4000, (n) => `${invite}${'a=rtpmap:1 X/1\n'.repeat(n)}`],
  'rows of a dump that are versions': [4000, (n) => `${'53 49 50 2f '.repeat(4).trim()}\n`.repeat(n)],
  'rows of a dump that grow': [400, (n) => numbered(n, (i) => `${'53 49 50 2f '.repeat(1 + (i % 40)).trim()}\n`)],
  'rows of a dump with wide gaps': [1000, (n) => `0000000  ${'  83   73   80   47'.repeat(6)}    .\n`.repeat(n)],
  'rows of a dump that begin packets': [4000, (n) => '0000  53 49 50 2f 32 2e 30 20  SIP/2.0 \n'.repeat(n)],
  'rows of a dump behind prefixes that differ': [
    2000,
    (n) => numbered(n, (i) => `${'x'.repeat(i % 7)}12:00 rx 53 49 50 2f 32 2e 30 20 20 20\n`),
  ],
  'versions in lower case': [4000, (n) => 'is sip/2.0 a version? '.repeat(n)],
  'versions with an escaped slash': [4000, (n) => 'is SIP\\/2.0 a version? '.repeat(n)],
  'objects with a start line': [
    1000,
    (n) => '{"line":"INVITE sip:a SIP/2.0","Via":"SIP/2.0/UDP a","To":"b"},'.repeat(n),
  ],
  'records of several lines, each with a start line or a header field': [
    500,
    (n) => '{\n\t"m" : "INVITE sip:a SIP/2.0"\n}\n{\n\t"m" : "Via: SIP/2.0/UDP a"\n}\n'.repeat(n),
  ],
  'records below heads, each with a start line or a header field': [
    500,
    (n) => '18:48:06 sip\nINVITE sip:a SIP/2.0\n\n18:48:06 sip\nVia: SIP/2.0/UDP a\n\n'.repeat(n),
  ],
  'sheets of paper, each with a start line or a header field': [
    500,
    (n) =>
      ['INVITE sip:a SIP/2.0', 'Via: SIP/2.0/UDP a']
        .map((line) => `${line}\n\n\n18:48 a Page 1\n\n\n`)
        .join('')
        .repeat(n),
  ],
  'form feeds among start lines': [1000, (n) => 'SIP/2.0 200 OK\n\f\fVia: SIP/2.0/UDP a\n\f\n'.repeat(n)],
  'events of a terminal, each with a start line or a header field': [
    500,
    (n) => '[1,"o","INVITE sip:a SIP/2.0\\r\\n"]\n[2,"o","Via: SIP/2.0/UDP a\\r\\n"]\n'.repeat(n),
  ],
  'a head of names in pieces': [4000, (n) => `${head}\n${'CSe\nq: 1 INVITE\n'.repeat(n)}`],
  'a section of messages': [400, (n) => `Sent SIP messages\n\n${`${trying}\n`.repeat(n)}`],
  'messages behind a word that are cut': [1000, (n) => `Message: ${head.split('\n', 4).join('\n')}...\n`.repeat(n)],
  'messages in dots that are broken at blanks': [
    400,
    (n) => `(${trying.replaceAll('\n', '..').replace(/(.{40,60}) /g, '$1\n')})\n`.repeat(n),
  ],
  'bytes in parentheses': [4000, (n) => `(${'494e'.repeat(20)})(`.repeat(n) + trying],
  'a start line and objects in objects': [
    2000,
    (n) => `{"line":"INVITE sip:a SIP/2.0",${'"Call-ID":"a","x":{'.repeat(n)}`,
  ],
  'elements with a start line': [1000, (n) => '<line>INVITE sip:a SIP/2.0</line><Via>SIP/2.0/UDP a</Via>'.repeat(n)],
  'a start line and an attribute without end': [
    1000,
    (n) => `<line>INVITE sip:a SIP/2.0</line><a b="${'c="'.repeat(n)}`.repeat(4),
  ],
  'mappings with a start line': [
    500,
    (n) => '- line: "INVITE sip:alice@example.com SIP/2.0"\n  Via: "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1"\n'.repeat(n),
  ],
  'one line of versions between blanks': [20_000, (n) => '53 49 50 2f '.repeat(n)],
  'one line of payloads': [8000, (n) => '"udp_payload":"53:49:50:2f:32:2e:30",'.repeat(n)],
  'one line of versions in lists': [8000, (n) => '[83,73,80,47],'.repeat(n)],
  'numbers, one a line': [8000, (n) => '83,\n73,\n80,\n47,\n'.repeat(n)],
  'rows of characters': [4000, (n) => '0000000   S   I   P   /   2   .   0\n'.repeat(n)],
  'a message file of many messages': [200, (n) => `${invite}\n`.repeat(n), 'many.sip'],
  'a message file of placeholders': [
    4000,
    (n) => `${head.replace(/Call-ID: .*/, `Call-ID: ${`\${1:`.repeat(n)}`)}\n\n`,
    'snippets.sip',
  ],
  'a message file without a message': [8000, (n) => 'no message here\n\n'.repeat(n), 'none.sip'],
  'a routing script': [
    400,
    (n) => `request_route {\n${'  if (is_method("INVITE")) { sl_send_reply("486", "Busy Here"); }\n'.repeat(n)}}\n`,
    'kamailio.cfg',
  ],
  'a routing script of brackets': [8000, (n) => `request_route {\n if ${'('.repeat(n)}`, 'kamailio.cfg'],
  'a routing script of blocks': [4000, (n) => `request_route {\n${'if (1) {\n'.repeat(n)}`, 'kamailio.cfg'],
  'a routing script of quotes': [8000, (n) => `request_route {\n${'"\\'.repeat(n)}`, 'kamailio.cfg'],
  'a dialplan': [
    400,
    (n) => `[office]\n${`exten => 100,1,Hangup(17)\n same => n,Set(X=\${HANGUPCAUSE})\n`.repeat(n)}`,
    'extensions.conf',
  ],
  'a dialplan of braces': [8000, (n) => `[office]\nexten => 100,1,Set(X=${'${'.repeat(n)}`, 'extensions.conf'],
  'a dialplan of parentheses': [8000, (n) => `[office]\nexten => 100,1,Dial${'('.repeat(n)}`, 'extensions.conf'],
  'a dialplan in AEL of else': [10_000, (n) => `context a { 1 => { ${'else '.repeat(n)}`, 'extensions.ael'],
  'a dialplan in AEL of conditions': [10_000, (n) => `context a { 1 => { ${'if (x) '.repeat(n)}`, 'extensions.ael'],
  'a dialplan in AEL of labels': [10_000, (n) => `context a { 1 => { ${'case 1: '.repeat(n)}`, 'extensions.ael'],
  'a dialplan in Lua on one line': [
    4000,
    (n) => `extensions = { a = { ["1"] = ${'function() '.repeat(n)}`,
    'extensions.lua',
  ],
  'a scenario': [
    200,
    (n) =>
      `<?xml version="1.0"?>\n<scenario name="x">\n${`<send><![CDATA[\n\n${invite}\n]]></send>\n<recv response="200"/>\n`.repeat(n)}</scenario>\n`,
    'scenario.xml',
  ],
  'nested elements': [8000, (n) => `<scenario>${'<a>'.repeat(n)}`, 'scenario.xml'],
  'attributes without an end': [8000, (n) => `<scenario ${'a="'.repeat(n)}`, 'scenario.xml'],
  'a dialplan in XML': [
    200,
    (n) =>
      `<include><context name="a">${'<extension name="x"><condition field="a" expression="^1$"><action application="hangup" data="USER_BUSY"/></condition></extension>\n'.repeat(n)}</context></include>`,
    'dialplan.xml',
  ],
};

suite('Twice the input takes twice the work', () => {
  for (const [name, [size, make, file = 'trace.log']] of Object.entries(hostile)) {
    test(name, () => {
      assertLinear(
        make,
        (text) => askEverything(documentOf(text, file, file.endsWith('.log') ? 'log' : 'plaintext'), placesIn(text)),
        size,
      );
    });
  }
});

const placesIn = (text: string): number[] => [0, Math.floor(text.length / 2), text.length];
