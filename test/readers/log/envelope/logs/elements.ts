import { entities, request, type SaidOf } from '../said.ts';

/** Messages that are the text of an element, or stand in a cell. */
export const elements: readonly SaidOf[] = [
  [
    'elements and their attributes beside the message, whose carriage returns are spelt as entities',
    `<Event level="DEBUG" thread="main">\n  <Instant epochSecond="1795960237" nanoOfSecond="71087"/>\n  <Message>${entities.replaceAll('\n', '&#xd;\n')}</Message>\n  <Context>\n    <item key="direction" value="inbound"/>\n    <item key="remote" value="192.0.2.1:5062"/>\n  </Context>\n</Event>\n`,
    { time: '2026-11-29T13:50:37.000071087Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'lines of an element that spells their returns, beside others',
    `<records>\n <record>\n  <at><generalizedTime>20261129135037.123Z</generalizedTime></at>\n  <iPSourceAddress>192.0.2.1</iPSourceAddress>\n  <sourcePort>5062</sourcePort>\n  <iPDestinationAddress>192.0.2.2</iPDestinationAddress>\n  <destinationPort>5060</destinationPort>\n  <callDirection>fromTarget</callDirection>\n  <payload>${entities.replaceAll('\n', '&#13;\n')}</payload>\n </record>\n</records>\n`,
    { time: '2026-11-29T13:50:37.123Z', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'elements beside the message, some far above it',
    `<message>\n  <time>2026-11-29T13:50:37.123</time>\n  <id>12</id>\n  <isOutgoing>true</isOutgoing>\n  <from>\n    <ip>192.0.2.2</ip>\n    <port>5060</port>\n  </from>\n  <destinationAddress>192.0.2.1:5060</destinationAddress>\n  <transport>udp</transport>\n  <size>512</size>\n  <attempt>1</attempt>\n  <content><![CDATA[${request}]]></content>\n</message>\n`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5060',
    },
  ],
  [
    'elements behind the prefix of a log, of which one has the year, and other records right before and behind',
    `${['12:00:37.122 [IO] timer 4', '<entry>', '<at>2026-11-29 13:50:37.123</at>', '<sourceAddress>192.0.2.1</sourceAddress>', '<sourcePort>5062</sourcePort>', '<protocol>TCP</protocol>', '<direction>RECEIVER</direction>', `<text>${entities.trimEnd().replaceAll('\n', '&#xD;&#xA;')}&#xD;&#xA;&#xD;&#xA;</text>`, '</entry>', '[IO] timer 5', '<entry>', '<direction>SENDER</direction>'].map((line) => `Nov 29 13:50:37.123 [SIP] \t${line}\n`).join('')}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'TCP', source: '192.0.2.1:5062' },
  ],
  [
    'elements of the records before and behind',
    `<message>\n  <direction>out</direction>\n  <peer>192.0.2.8:5060</peer>\n</message>\n<message>\n  <content><![CDATA[${request}]]></content>\n</message>\n<message>\n  <direction>in</direction>\n  <peer>192.0.2.9:5060</peer>\n</message>\n`,
    {},
  ],
  [
    'attributes of the element that holds the message',
    `<sip time="2026-11-29T13:50:37.123Z" direction="in" src="192.0.2.1:5060" dst="192.0.2.2:5060" transport="tls">\n<![CDATA[${request}]]>\n</sip>\n`,
    {
      time: '2026-11-29T13:50:37.123Z',
      direction: 'in',
      transport: 'TLS',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'cells of an HTML table',
    `<tr><td>2026-11-29 13:50:37.123</td><td>IN</td><td>UDP</td><td>192.0.2.1:5060</td><td>192.0.2.2:5060</td><td><pre>${request}</pre></td></tr>\n`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'elements around an element whose text begins with what a program says of the message',
    `<log>\n<record>\n  <date>2026-11-29T13:50:37.123456789Z</date>\n  <millis>1795960237123</millis>\n  <level>FINE</level>\n  <message>--&gt; /192.0.2.1:5060\n${entities}</message>\n</record>\n</log>\n`,
    { time: '2026-11-29T13:50:37.123456789Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the same in a section of characters, with words above those',
    `<event>\n  <time>2026-11-29T13:50:37.123+03:00</time>\n  <text><![CDATA[transaction 7\nreceived from 192.0.2.1:5060\n${request}]]></text>\n</event>\n`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an element that ended above, and one that says nothing of the next',
    `<event>\n  <direction>in</direction>\n  <time>2026-11-29T13:50:37</time>\n</event>\nsee below\n${request}\n<event>\n</event>\n`,
    {},
  ],
  [
    'elements that an attribute names',
    `<row>\n  <field name="date">2026-11-29 13:50:37.21</field>\n  <field name="source_ip">192.0.2.1</field>\n  <field name="source_port">5062</field>\n  <field name="destination_ip">192.0.2.2</field>\n  <field name="destination_port">5080</field>\n  <field name="msg">${entities}</field>\n</row>\n`,
    { time: '2026-11-29T13:50:37.21', source: '192.0.2.1:5062', destination: '192.0.2.2:5080' },
  ],
  [
    'elements with a name and a value, the message behind them',
    `<entry time="2026-11-29T13:50:37Z">\n  <data name="direction" value="out"/>\n  <data name="transport" value="tls"/>\n  <data name="peer" value="192.0.2.1:5061"/>\n  <payload>${entities}</payload>\n</entry>\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'out', transport: 'TLS', destination: '192.0.2.1:5061' },
  ],
  [
    'elements that name what the next one holds',
    `<dict>\n  <key>direction</key>\n  <string>in</string>\n  <key>peer</key>\n  <string>192.0.2.1:5060</string>\n  <key>raw</key>\n  <string>${entities}</string>\n</dict>\n`,
    { direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'cells of a table that is drawn',
    `│ 2026-11-29 13:50:37 │ in  │ tcp:192.0.2.1:37301 │ tcp:192.0.2.2:5080 │ ${request.trimEnd().replaceAll('\n', ' │\n│                     │     │                     │                    │ ')} │\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'in',
      transport: 'TCP',
      source: '192.0.2.1:37301',
      destination: '192.0.2.2:5080',
    },
  ],
  [
    'each line of the message in an element, within one that the record holds, attributes beside it',
    `<trace>\n  <pkt no="1" ts="2026-11-29T13:50:37.123Z" dir="tx">\n    <src addr="192.0.2.2" port="5060"/>\n    <dst addr="192.0.2.1" port="5062"/>\n    <sip>\n${entities.replaceAll(/^.*\n/gm, (line) => `      <line>${line.trimEnd()}</line>\n`)}    </sip>\n  </pkt>\n  <pkt no="2" ts="2026-11-29T13:50:38.456Z" dir="rx"/>\n</trace>\n`,
    {
      time: '2026-11-29T13:50:37.123Z',
      direction: 'out',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'the same with all that is said behind it, in Turkish',
    `<iz>\n <paket>\n  <icerik>\n${entities.replaceAll(/^.*\n/gm, (line) => `   <satir>${line.trimEnd()}</satir>\n`)}  </icerik>\n  <zaman>2026-11-29T13:50:37.123</zaman>\n  <yon>gelen</yon>\n  <kaynak adres="192.0.2.1" port="5062"/>\n </paket>\n</iz>\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5062' },
  ],
];
