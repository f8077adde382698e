import { bytesOf, json, request, type SaidOf } from '../said.ts';

/** Messages that are items of a numbered list, or lists of bytes. */
export const lists: readonly SaidOf[] = [
  [
    'names and values in turns in a numbered list',
    `1) 1) "1795960237847-0"\n   2) 1) "dir"\n      2) "out"\n      3) "peer"\n      4) "192.0.2.1:5060"\n      5) "msg"\n      6) "${json}"\n      7) "ts"\n      8) "1795960237.25"\n2) 1) "1795960237900-0"\n   2) 1) "dir"\n      2) "in"\n`,
    { time: '2026-11-29T13:50:37.25Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'names with their values in a numbered list',
    `1# "direction" => "in"\n2# "src" => "192.0.2.1:5060"\n3# "raw" => "${json}"\n4# "at" => "2026-11-29T13:50:37Z"\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the steps of somebody who shows what happens',
    `1) start the phone\n2) it sends to 192.0.2.1:5060\n3) we see\n4) "${json}"\n`,
    {},
  ],
  ['a numbered list of values', `1) "in"\n2) "192.0.2.1:5060"\n3) "${json}"\n4) "out"\n`, {}],
  [
    'a list of bytes that begins with what a program says, among the members of an object',
    `{\n\t"__REALTIME_TIMESTAMP" : "1795960237123456",\n\t"MESSAGE" : [\n\t\t${bytesOf(`RX from 192.0.2.1:5060\n${request}`).join(',\n\t\t')}\n\t],\n\t"_PID" : "412"\n}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the same with the fact behind the list',
    `{\n  "bytes": [\n    ${bytesOf(request).join(',\n    ')}\n  ],\n  "direction": "out",\n  "peer": "192.0.2.1:5060"\n}\n`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the same on one line',
    `{"MESSAGE":[${bytesOf(`TX to 192.0.2.1:5060\n${request}`).join(',')}],"__REALTIME_TIMESTAMP":"1795960237123456"}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the same where no empty line ends the message, below another record',
    [1, 2]
      .map(
        (n) =>
          `{"MESSAGE":[${bytesOf(`TX to 192.0.2.${n}:5060\n${request.trimEnd()}`).join(',')}],"__REALTIME_TIMESTAMP":"179596023${n}123456"}\n`,
      )
      .join(''),
    { time: '2026-11-29T13:50:32.123456Z', direction: 'out', destination: '192.0.2.2:5060' },
  ],
  [
    'another list of bytes above',
    `{\n  "bytes": [\n    ${bytesOf('RX from 192.0.2.1:5060\n').join(',\n    ')}\n  ]\n}\n{\n  "bytes": [\n    ${bytesOf(request).join(',\n    ')}\n  ]\n}\n`,
    {},
  ],
  [
    'a string a line, each with a name of its own, and no empty one between two messages',
    `${['Nov 22 18:48:06.526: show:', 'Sent: ', ...request.trimEnd().split('\n'), 'Nov 22 18:48:06.571: show:', 'Received: ', ...request.trimEnd().split('\n')].map((line, i) => `LINE${i + 7} = '${line}'\n`).join('')}`,
    { time: '--11-22T18:48:06.571', direction: 'in' },
  ],
  [
    'objects of an array on one line, the message the first member of each',
    `[{"line":"${json}","timestamp":"2026-11-22T18:48:06.100Z","fields":{"dst_ip":"192.0.2.9","protocol":"tcp","src_ip":"192.0.2.8"}},{"line":"${json}","timestamp":"2026-11-22T18:48:06.884Z","fields":{"dst_ip":"192.0.2.2","protocol":"udp","src_ip":"192.0.2.1"}}]\n`,
    { time: '2026-11-22T18:48:06.884Z', transport: 'UDP', source: '192.0.2.1', destination: '192.0.2.2' },
  ],
  [
    'the same with members before the message that say nothing of it, and in an object of its own',
    `{"took":3,"hits":[{"_id":1,"_source":{"raw":"${json}","ts":"2026-11-22T18:48:06.100Z","src":"192.0.2.8:5060"}}, {"_id":2,"_source":{"node":"a","raw":"${json}","ts":"2026-11-22T18:48:06.884Z","src":"192.0.2.1:5060"}}]}\n`,
    { time: '2026-11-22T18:48:06.884Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a list of dictionaries as Python shows it',
    `[{'raw': '${json}', 'at': '2026-11-22T18:48:06.100Z', 'peer': '192.0.2.8:5060'}, {'raw': '${json}', 'at': '2026-11-22T18:48:06.884Z', 'peer': '192.0.2.1:5060'}]\n`,
    { time: '2026-11-22T18:48:06.884Z' },
  ],
  [
    'the only object of an array, behind what tells of it',
    `2026-11-22T18:48:06.884Z received from 192.0.2.1:5060 [{"raw":"${json}","id":7}]\n`,
    { time: '2026-11-22T18:48:06.884Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
];
