import { boxed, request, type SaidOf } from '../said.ts';

/** What may stand between a message and the line that tells of it, and what parts them. */
export const linesBetween: readonly SaidOf[] = [
  [
    'a line above the sign that begins a packet, which tells of something else',
    `audio rx pipeline:      (play) <--- PCMU\n\u001b[36;1m#\nUDP 192.0.2.1:5062 -> 192.0.2.2:5060\n${request}`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'a sentence with an address above a line that says only when',
    `we have sent a mail to 192.0.2.1:5062\nWritten 11/29/2026 13:50:37.123\n${request}`,
    { time: '2026-11-29T13:50:37.123' },
  ],
  [
    'dashes behind the prefix of a mail',
    `recv 300 bytes from udp/[192.0.2.1]:5060 at 13:50:37.123456:\n----------------------------------------\n${request}`.replace(
      /^/gm,
      '> ',
    ),
    { time: '13:50:37.123456', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a word for what came of it',
    `received from: UDP:192.0.2.1:5060\n\tOK\n\n${request}`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  ['a greeting above an empty line', `2026-11-29 13:50:37 Ann wrote\nhello\n\n${request}`, {}],
  [
    'a frame of mixed signs between',
    `Nov 22 18:48:06 edge sipd[771]: DEBUG: vv received over UDP from 192.0.2.1:5060 vv\n--++--\n${request}`,
    { time: '--11-22T18:48:06', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a row in a frame',
    `+--------------+\n| 18:48:06.123 | TX | TCP | 192.0.2.1:5060 |\n+--------------+\n${request}`,
    { time: '18:48:06.123', direction: 'out', transport: 'TCP', destination: '192.0.2.1:5060' },
  ],
  [
    'how long ago the line before it was',
    `sip:Transport received text message:\n +12ms\n${request}`,
    { direction: 'in' },
  ],
  [
    'dashes in a string with a time behind it',
    ['received 353 bytes from udp/[192.0.2.1]:5060', '--------', ...request.trimEnd().split('\n'), '']
      .map((line) => `{"log":${JSON.stringify(`${line}\n`)},"time":"2026-11-22T18:48:06.123456789Z"}\n`)
      .join(''),
    {
      time: '2026-11-22T18:48:06.123456789Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
    },
  ],
  [
    'lines above a message whose line breaks are doubled, behind a fence that ended another one',
    `\`\`\`\nNov 29 13:50:30.001 EET: //7/AB/SIP/Msg/ccsipDisplayMsg:\n\nSent:\n\n${request.trimEnd().replaceAll('\n', '\n\n')}\n\`\`\`\n\nThen this came.\n\n\`\`\`\nNov 29 13:50:37.123 EET: //7/AB/SIP/Msg/ccsipDisplayMsg:\n\nReceived:\n\n${request.replaceAll('\n', '\n\n')}`,
    { time: '--11-29T13:50:37.123+02:00', direction: 'in' },
  ],
  [
    'what was done with the message, before a colon and several empty lines',
    `I/app (7): [2026-11-29 13:50:37.001] debug tp.dart:12 ::: send()\nI/app (7): [2026-11-29 13:50:37.123] debug ws.dart:54 ::: send: \nI/app (7): \nI/app (7): \n${request.replaceAll(/^(?=.)/gm, 'I/app (7): ')}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'what came of the one before, behind a time',
    ['received from: UDP:192.0.2.1:5060', '\tOK', '', ...request.trimEnd().split('\n'), '']
      .map((line, i) => `2026-11-29 13:50:37.1234${i + 10} ${line}\n`)
      .join(''),
    { time: '2026-11-29T13:50:37.123410', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a time above a level and what was done, all line breaks doubled',
    `Nov 29, 2026 1:50:37 PM Ua$1 t\n\nFINEST: Sending message to /192.0.2.1:5060 via UDP:\n\n${request.replaceAll('\n', '\n\n')}`,
    { time: '2026-11-29T13:50:37', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'a remark above a fence in which a line tells of the message',
    `make a call from the phone which promptly receives an answer\n\n\`\`\`\nU edge:5060 -> core:5060\n${request}`,
    { transport: 'UDP', source: 'edge:5060', destination: 'core:5060' },
  ],
  [
    'a time before every line, among them those above an empty one',
    `received from: UDP:192.0.2.1:5060\nauthorizing\n\nreceived:\n${request}`.replaceAll(/^/gm, 'Nov 29 13:50:37 '),
    { time: '--11-29T13:50:37', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a line above the code of a forum',
    `Vom Server empfangen:\nCode: Alles auswählen\n${request.replace(/^(?=.)/gm, '    ')}`,
    { direction: 'in' },
  ],
  [
    'a row of a page above the details that it opens',
    `2\t29.11.2026 13:50:37\tEingehend\t192.0.2.1:5060\t192.0.2.2:5080\tUDP\tOPTIONS\n▼ Einzelheiten\n${request}[x]\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5080',
    },
  ],
  [
    'a row of a box above a line that parts it from the message',
    boxed(`13:50:37.123   192.0.2.1:5060 ➜ 192.0.2.2:5080   [UDP]\n────\n${request}`),
    { time: '13:50:37.123', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5080' },
  ],
  [
    'comments that somebody wrote into a trace, right above its messages',
    `Received from udp:192.0.2.1:5060 at 22/11/2026 18:48:06:573 (710 bytes):\n\n#The proxy answers, and the lamp stays dark.\n${request}`,
    { time: '2026-11-22T18:48:06.573', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a field in braces between the head of its record and the message',
    `Nov 29 13:50:37 2026 filter <a>: edge: [Send Response ]\n{connection: Unavailable}\n${request}`,
    { time: '2026-11-29T13:50:37', direction: 'out' },
  ],
  [
    'a line of another container between',
    `${`received from 192.0.2.1:5062\n\n${request}`.replaceAll(/^/gm, 'sipd-1   | ').replace('\n', '\nredis-1  | 1:M 29 Nov 2026 13:50:37.123 * Ready to accept connections\n')}\n`,
    { direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an empty line below what leads to a message among the lines of others',
    `${`2026-11-29 13:50:37 received from 192.0.2.1:5062:\n\n${request}`.trimEnd().replaceAll(/^/gm, 'sipd-1   | ').replace('\nsipd-1   | From', '\nredis-1  | Ready\nsipd-1   | From')}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'rows of signs that only part, whichever way they point',
    `Incoming SIP message:\n>>>>>>>>>>>>>>>>>>>>>>\n${request}`,
    { direction: 'in' },
  ],
];
