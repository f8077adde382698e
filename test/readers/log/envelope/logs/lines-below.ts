import { entities, json, request, type SaidOf } from '../said.ts';

const answer = request.replace(/^.*/, 'SIP/2.0 200 OK');

const pieces = request
  .trimEnd()
  .split('\n')
  .map((line) => `'${line}'`)
  .join(', ');

const indented = (message: string): string => message.replaceAll(/^/gm, ' '.repeat(120));

/** Lines below a message, of which the log says something: what is read is the first of two. */
export const linesBelow: readonly SaidOf[] = [
  [
    'fields that lead to what was answered in the same record, in YAML',
    `received_at: 2026-11-29T13:50:37.123Z\npeer: "192.0.2.1:5062"\nlocal: "192.0.2.2:5060"\nrequest: |-\n${request.trimEnd().replaceAll(/^/gm, '    ')}\nanswered_at: 2026-11-29T13:50:38.456Z\nanswered_from: "192.0.2.2:5060"\nanswered_to: "192.0.2.1:5062"\nresponse: |-\n${request.trimEnd().replaceAll(/^/gm, '    ')}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'the same as members of an object',
    `{\n  "received_at": "2026-11-29T13:50:37.123Z",\n  "peer": "192.0.2.1:5062",\n  "request": "${json}",\n  "answered_at": "2026-11-29T13:50:38.456Z",\n  "answered_to": "192.0.2.9:5062",\n  "response": "${json}"\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'the same as elements',
    `<record>\n  <at>2026-11-29T13:50:37.123Z</at>\n  <source>192.0.2.1:5062</source>\n  <request>${entities}</request>\n  <answeredAt>2026-11-29T13:50:38.456Z</answeredAt>\n  <source>192.0.2.2:5060</source>\n  <response>${entities}</response>\n</record>\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'fields of its own, above another record with a message',
    `2026-11-29T13:50:37.123Z sip.recv payload=${request} peer=192.0.2.1:5062 transport=udp\n2026-11-29T13:50:38.456Z sip.send payload=${answer} peer=192.0.2.9:5062\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'the record of the same moment that says whom it was sent to, below one that said it of another message',
    `2026-11-29 13:50:37.120 SIP: Send message to: /192.0.2.9:5060 by udp\n2026-11-29 13:50:37.123 SIP: (o)[${json}]\n2026-11-29 13:50:37.123 SIP: Send message to: /192.0.2.1:5062 by udp\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5062' },
  ],
  [
    'where it was sent, before what came back',
    `request:\n${request}\nsend to: UDP:192.0.2.1:5060\n\nmessage received\nreceived from: UDP:192.0.2.1:5060\n${answer}`,
    { direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  ['where the next one was sent', `request:\n${request}\nsend to: UDP:192.0.2.1:5060\n\n${answer}`, {}],
  ['what else was sent', `request:\n${request}\nsent 2 requests\n\nmessage received\n${answer}`, {}],
  [
    'fields without a time behind a text of several lines',
    `2026-11-29T13:50:37.123Z DBG transport write\n${request} to=192.0.2.1:5060 tp=TCP\n2026-11-29T13:50:38.123Z DBG transport read\n${answer} from=192.0.2.1:5060 tp=TCP\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'TCP', destination: '192.0.2.1:5060' },
  ],
  [
    'fields as an object behind the message',
    `[2026-11-29T13:50:37.123Z] sip.wire: <-- send\n${request} {"peer":"192.0.2.1:5060","transport":"tcp"} \n[2026-11-29T13:50:38.123Z] sip: relayed\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'TCP', destination: '192.0.2.1:5060' },
  ],
  [
    'in brackets when a gateway wrote it, above the record of a relay',
    `13:50:40.000 edge-a [S=1] ---- Incoming SIP Message from 192.0.2.1:5060 ----\n${request} [Time:29-11@13:50:37.123]\n13:50:40.000 edge-a [S=2] ---- Outgoing SIP Message to 192.0.2.1:5060 ----\n${answer} [Time:29-11@13:50:37.456]\n`,
    { time: '--11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'in brackets behind more blanks than a line has, as a relay puts them before what goes on',
    `13:50:40.000 edge-a [S=1] ---- Incoming SIP Message from 192.0.2.1:5060 ----\n${indented(request)}${' '.repeat(120)}[Time:29-11@13:50:37.123]\n13:50:40.000 edge-a [S=2] ---- Outgoing SIP Message to 192.0.2.1:5060 ----\n${indented(answer)}`,
    { time: '--11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'in parentheses whom it went to',
    `| INFO1 | Message sent: \n${request} (to dest=192.0.2.1:15060)\n| INFO1 | Received message: \n${answer}`,
    { direction: 'out', destination: '192.0.2.1:15060' },
  ],
  [
    'both ends, of which the message names one as well',
    `[11-29-2026:13.50.37.123] INFO [edge.c:11] SIP MSG IN: \n${request}IP:203.0.113.77:5099 --> 192.0.2.2:5060\n[11-29-2026:13.50.37.200] DEBUG next\n`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'in',
      source: '203.0.113.77:5099',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'both ends of another message, above the time of that one',
    `${request}192.0.2.2:5060 -> 192.0.2.1:5062\n13:50:37.200 next\n${answer}`,
    {},
  ],
  [
    'what leads to the next message of the same string',
    `'<--- Transmitting SIP request to UDP:192.0.2.1:5062 --->\\n${json}\\n<--- Received SIP response from UDP:192.0.2.9:5062 --->\\n${json}'\n`,
    { direction: 'out', transport: 'UDP', destination: '192.0.2.1:5062' },
  ],
  [
    'the next record, right behind a body that ends without a line break',
    `2026-11-29 13:50:37 UTC [192.0.2.1]:5062 -> [192.0.2.2]:5060 (270):\n${request.replace('Content-Length: 0\n\n', 'Content-Length: 5\n\nhello')}2026-11-29 13:50:38 UTC [192.0.2.2]:5060 -> [192.0.2.1]:5062 (270):\n${answer}`,
    { time: '2026-11-29T13:50:37Z', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'what leads to the next message of the same list',
    `['Transmitting to UDP:192.0.2.1:5062', ${pieces}, 'Received from UDP:192.0.2.9:5062', ${pieces}]\n`,
    { direction: 'out', transport: 'UDP', destination: '192.0.2.1:5062' },
  ],
];
