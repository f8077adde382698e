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
  [
    'a function in the record of the message, and the address of another record, whose clock has no colons',
    `12 11292026 135037.123455:1.01.Info .EDGE: findPeer: sourceIP:198.51.100.9 port:5060\n12 11292026 135037.123456:1.01.Info .EDGE: edgeSocketSendMsg - msg = ${request}`,
    { time: '2026-11-29T13:50:37.123456', direction: 'out' },
  ],
  [
    'an arrow to the other side behind the same prefix as the start line',
    `Nov 29 13:50:37 203.0.113.5 Off hook\nNov 29 13:50:37 203.0.113.5 [1:5062]->192.0.2.1:5060\nNov 29 13:50:37 203.0.113.5 ${request}`,
    { time: '--11-29T13:50:37', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'an arrow from the other side, before the size of what came',
    `Nov 29 13:50:37 203.0.113.5 [1]<<192.0.2.1:5060(312)\nNov 29 13:50:37 203.0.113.5 ${request}`,
    { time: '--11-29T13:50:37', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'such an arrow of an earlier second, and one among other words',
    `Nov 29 13:50:36 203.0.113.5 [1:5062]->192.0.2.1:5060\nNov 29 13:50:37 203.0.113.5 mapped port ->192.0.2.9:5060\nNov 29 13:50:37 203.0.113.5 ${request}`,
    { time: '--11-29T13:50:37' },
  ],
  [
    'a record of the same second that says what was sent, and no word of SIP',
    `[21:41:05 DBG] Request sent: udp:192.0.2.1:6060->udp:198.51.100.8:5060\n[21:41:05 DBG] ${request}`,
    {
      time: '21:41:05',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.1:6060',
      destination: '198.51.100.8:5060',
    },
  ],
  [
    'a record of the same second that says what was received, above one about another service',
    `[21:41:05 DBG] Response received: udp:192.0.2.1:6060<-udp:198.51.100.8:5060\n[21:41:05 DBG] First RTP packet received from 198.51.100.9:15300.\n[21:41:05 DBG] ${request}`,
    {
      time: '21:41:05',
      direction: 'in',
      transport: 'UDP',
      source: '198.51.100.8:5060',
      destination: '192.0.2.1:6060',
    },
  ],
  [
    'a record of another second above one about another service',
    `[21:41:04 DBG] Response received: udp:192.0.2.1:6060<-udp:198.51.100.8:5060\n[21:41:05 DBG] First RTP packet received from 198.51.100.9:15300.\n[21:41:05 DBG] ${request}`,
    { time: '21:41:05' },
  ],
  [
    'a record that only names the peers, above the one of the same head that tells what was done',
    `2026-11-22 18:48:06 sip port 7 192.0.2.1:5061 -> 198.51.100.8:5060\n2026-11-22 18:48:06 sip port 7 read [(0,515)\n${request}`,
    { time: '2026-11-22T18:48:06', direction: 'in', source: '192.0.2.1:5061', destination: '198.51.100.8:5060' },
  ],
  [
    'a record that names peers behind another head',
    `2026-11-22 18:48:06 relay port 7 192.0.2.1:5061 -> 198.51.100.8:5060\n2026-11-22 18:48:06 sip port 7 read [(0,515)\n${request}`,
    { time: '2026-11-22T18:48:06', direction: 'in' },
  ],
  [
    'the rule that made a program log it, between',
    `Nov 22 18:48:06.526 On [0:0]192.0.2.1:5060 sent to 198.51.100.8:5060\nheader-rule[lookAtPort]\n${request}`,
    {
      time: '--11-22T18:48:06.526',
      direction: 'out',
      source: '192.0.2.1:5060',
      destination: '198.51.100.8:5060',
    },
  ],
  [
    'a counted record behind a body that the log does not show',
    `000041: Nov 22 18:48:06.526: //-1/xxxx/SIP/Msg/show:\nSent:\n${request.replace('Content-Length: 0', 'Content-Type: audio/telephone-event\nContent-Length: 4')}000042: Nov 22 18:48:06.571: //-1/xxxx/SIP/Msg/show:\nReceived:\n${request}`,
    { time: '--11-22T18:48:06.571', direction: 'in' },
  ],
  [
    'a record of the same second about another service',
    `[21:41:05 DBG] HTTP request sent: 192.0.2.1:6060->198.51.100.8:8080\n[21:41:05 DBG] ${request}`,
    { time: '21:41:05' },
  ],
  [
    'a record broken behind its time, with every line break doubled',
    `*Nov 22 18:48:06.531: \n   //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n\nSent: \n\n${request.replaceAll('\n', '\n\n')}`,
    { time: '--11-22T18:48:06.531', direction: 'out' },
  ],
  [
    'the moment of a record, with marks of the call and an empty line behind it, above what tells of the message',
    `2026.11.29 13:50:37:123 UTC | Debug | Sip | Worker 3 | office-7:0 |\n4f0b2a1c-0001-0002-0003-000000000009\n\n\tudp 540 bytes in from 192.0.2.1:5062\n${request}`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'the same with a day in words, and a kind, above marks',
    `Sun, November 29, 2026 13:50:37.123\nSIP Trace Record : Outgoing\nCall: 0x12ab\nLeg 12\n\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'a record that ended, or says everything of another message, below such a moment',
    `2026-11-29 13:50:37 Trace of Sip\nsent to 192.0.2.1:5062\n\nNote\n\nDetails\n${request}`,
    {},
  ],
  [
    'records whose level and name stand on lines of their own',
    `info: Edge.Worker[0]\n      Listening on udp:0.0.0.0:5060.\ndbug: Edge.Worker[0]\n      Request received: udp:192.0.2.2:5060<-udp:192.0.2.1:5062\ndbug: Edge.Worker[0]\n${request.replaceAll(/^(?=.)/gm, '      ')}`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'a body whose bytes stand as characters, right above the record of the message',
    `13:50:36 <<< 192.0.2.1:5060\n${request.replace('Length: 0', 'Length: 13')}Tür \u00e2\u0086\u0092 offen\n13:50:37 >>> 192.0.2.1:5060\n${request}`,
    { time: '13:50:37', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'a body before how long it took, right above what tells of the message',
    `  sip <<< 192.0.2.1:5060\n${request.replace('Length: 0', 'Length: 5')}hello +2ms\n  sip >>> 192.0.2.1:5060\n${request}`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'several records of the same microsecond above the one of the message',
    `Nov 29 13:50:37.123456 RT: sip_alg: packet 192.0.2.1/5060->192.0.2.2/5080 proto 17\nNov 29 13:50:37.123456 RT: sip_alg: as it came:\nNov 29 13:50:37.123456 RT: ${request}`,
    { time: '--11-29T13:50:37.123456', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5080' },
  ],
  [
    'a record of another microsecond above two of the same',
    `Nov 29 13:50:37.123455 RT: sip_alg: packet 192.0.2.1/5060->192.0.2.2/5080 proto 17\nNov 29 13:50:37.123456 RT: sip_alg: as it came:\nNov 29 13:50:37.123456 RT: ${request}`,
    { time: '--11-29T13:50:37.123456' },
  ],
  [
    'a body without a line break at its end, right before what begins the record of the message',
    `> 2026/11/29 13:50:36.123456  length=312 from=0 to=311\n${request.replace('Length: 0', 'Length: 12')}hello\nworld\n> 2026/11/29 13:50:36.223456  length=312 from=312 to=623\n${request.replace('Length: 0', 'Length: 12')}hello\nworld!< 2026/11/29 13:50:37.123456  length=275 from=0 to=274\n${request}`,
    { time: '2026-11-29T13:50:37.123456' },
  ],
  [
    'a record above that names the message and leads to it',
    `13:50:37.023 edge.ts:30 📤 OPTIONS wird gesendet...\n13:50:37.123 edge.ts:31 ${request}`,
    { time: '13:50:37.123', direction: 'out' },
  ],
  [
    'a record above that names another message',
    `13:50:37.023 edge.ts:30 📤 sending REGISTER...\n13:50:37.123 edge.ts:31 ${request}`,
    { time: '13:50:37.123' },
  ],
  [
    'right above the record that only leads to the message, at another level',
    `2026-11-29 13:50:37,123 - main - INFO - Получено SIP сообщение от ('192.0.2.1', 5060)\n2026-11-29 13:50:37,123 - main - DEBUG - Сообщение:\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
];
