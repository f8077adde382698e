import { request, type SaidOf } from '../said.ts';

const HEAD = '2026-11-29 13:50:37,123 [INFO] edge.sip:';
const answer = request.replace(/^.*/, 'SIP/2.0 200 OK');

/** Records above the one of a message, each with a head of its own, that tell of the message. */
export const recordsAbove: readonly SaidOf[] = [
  [
    'a record that announces the message above one of its fields',
    `${HEAD} *** INCOMING SIP PACKET FROM ('192.0.2.1', 5062) ***\n${HEAD} Size: 261 bytes\n${HEAD} ${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'a record that says which way, above fields that say between whom, the last one with the message below it',
    `${HEAD} Gelen SIP paketi\n${HEAD} Karşı taraf: 192.0.2.1:5062\n${HEAD} Taşıma: TCP\n${HEAD} İçerik:\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'TCP', source: '192.0.2.1:5062' },
  ],
  [
    'the same where the last field has its value',
    `${HEAD} Sending response\n${HEAD} Peer: 192.0.2.1:5062\n${HEAD} Transport: TCP\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', transport: 'TCP', destination: '192.0.2.1:5062' },
  ],
  [
    'fields of another second',
    `2026-11-29 13:50:36,123 [INFO] edge.sip: Sending response\n${HEAD} Peer: 192.0.2.1:5062\n${HEAD} Length: 2\n${request}`,
    { time: '2026-11-29T13:50:37.123' },
  ],
  [
    'fields of which one says which way and one when',
    `Rec #19:\nUp time: 513  Type: In\nReal time: 11/29/2026 13:50:37\n${request}`,
    { time: '2026-11-29T13:50:37', direction: 'in' },
  ],
  [
    'a mark between it and what every line of the message has before it as well, and rows of others below',
    `|13:50:37.123|tSip |MSG |<<<Tx SIP request dst[UDP:192.0.2.1:5060] (414)\n|13:50:37.123|tSip |MSG |_SIP_MSG_\n${request
      .trimEnd()
      .replaceAll(
        /^/gm,
        '|13:50:37.123|tSip |MSG |',
      )}\n|13:50:37.123|tSip |MSG |\n|13:50:37.123|tSip |MSG |____\n|13:50:37.140|tSip |MSG |Rx>>> datagram src[UDP:192.0.2.9:5060] (12)\n`,
    { time: '13:50:37.123', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'in parentheses behind the message before it, whom that one went to',
    `| INFO1 | Message sent: \n${answer} (to dest=192.0.2.1:15060)\n| INFO1 | Received message: \n${request}`,
    { direction: 'in' },
  ],
];
