import { json, request, type SaidOf } from '../said.ts';

/** Every line behind the clock of what collected it, some seconds after the program wrote when something happened. */

const lines = (head: string, put: (line: string, second: number) => string): string =>
  `${head}\n${request}`
    .trimEnd()
    .split('\n')
    .map((line, i) => `${put(line, 41 + (i >> 1))}\n`)
    .join('');

const container = (line: string, second: number): string => `2026-11-29T13:50:${second}.123456789Z stdout F ${line}`;
const relay = (line: string, second: number): string => `Nov 29 13:50:${second} edge-a sipd[77]: ${line}`;
const driver = (line: string, second: number): string =>
  JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: `2026-11-29T13:50:${second}.123456789Z` });
const store = (line: string, second: number): string =>
  JSON.stringify({ '@timestamp': `2026-11-29T13:50:${second}.123Z`, message: line, host: { name: 'edge-a' } });

const head = '2026-11-29 13:50:37.123 192.0.2.1:5060 -> 192.0.2.2:5062';
const said = { time: '2026-11-29T13:50:37.123', source: '192.0.2.1:5060', destination: '192.0.2.2:5062' };
const headless = 'received from 192.0.2.1:5060:';
const clock = (time: string): string => `${time} received from 192.0.2.1:5060:`;

export const twoClocks: readonly SaidOf[] = [
  ['the clock of a container before that of the program', lines(head, container), said],
  ['that of a relay of system logs', lines(head, relay), said],
  ['that of a driver behind the line, in an object', lines(head, driver), said],
  ['that of a store before it', lines(head, store), said],
  [
    'the time of the program in a field of its own',
    lines('Time: 29.11.2026 13:50:37,123\nDirection: received\nRemote: 192.0.2.1:5060\n', container),
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'seconds since 1970 before what the program says',
    lines(clock('1795960237.123'), relay),
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'no clock of the program: that of the line right above the message',
    lines(headless, container),
    { time: '2026-11-29T13:50:41.123456789Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a clock of the program without its day, far from the other one',
    lines(clock('11:50:37.123'), container),
    { time: '2026-11-29T13:50:41.123456789Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'such a clock near a coarser one, on the day of which it counts',
    lines(clock('13:50:40.987'), relay),
    { time: '--11-29T13:50:40.987', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the same moment, which the other clock says more finely',
    lines(clock('2026-11-29 13:50:41.123'), container),
    { time: '2026-11-29T13:50:41.123456789Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'above an indented line that says between whom, a clock without its day that is as fine as the other one',
    lines(
      '13:50:42.111 IP (ttl 64, proto UDP (17))\n    192.0.2.1.5060 > 192.0.2.2.5062: SIP, length: 261',
      (line, second) => `Nov 29 13:50:${second}.456 ${line}`,
    ),
    { time: '--11-29T13:50:42.111', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5062' },
  ],
  [
    'the same milliseconds, with the zone that the program does not say',
    `2026-11-29T13:50:37.123+00:00 edge-a 2026-11-29 13:50:37,123 Name="sip" Message="Received SIP message" Detail="${json}"\n`,
    { time: '2026-11-29T13:50:37.123+00:00', direction: 'in' },
  ],
  [
    'nothing but that of a driver: that of the line which says where the message came from',
    `${headless}\n${request}`
      .trimEnd()
      .split('\n')
      .map((line, i) => `${driver(line, 41).replace('123456789', `12345${i + 10}00`)}\n`)
      .join(''),
    { time: '2026-11-29T13:50:41.123451000Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the same second in two fields, one of them without year and zone',
    `{"MESSAGE":"received from 192.0.2.1:5060\\n${json}","ISODATE":"2026-11-29T13:50:37+03:00","DATE":"Nov 29 13:50:37"}\n`,
    { time: '2026-11-29T13:50:37+03:00', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a clock of the program with milliseconds before a finer one',
    lines(clock('13:50:40,987'), container),
    { time: '2026-11-29T13:50:40.987Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a whole day of the program a moment before the next second of Universal Time',
    lines('2026-11-29 13:50:40.987 received from 192.0.2.1:5060:', container),
    { time: '2026-11-29T13:50:40.987', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a clock with milliseconds within the line that a container puts nanoseconds before',
    lines('received from 192.0.2.1:5060 at 13:50:40.987:', container),
    { time: '2026-11-29T13:50:40.987Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'days without their year in both, the seconds apart',
    lines('[Nov 29 13:50:39] received from 192.0.2.1:5060:', relay),
    { time: '--11-29T13:50:39', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a day without its year in a log that was collected on another one',
    lines('[Mar  5 13:50:39] received from 192.0.2.1:5060:', container),
    { time: '--03-05T13:50:39', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'clocks without a day, that of the program behind the other one',
    lines(clock('13:50:40.987'), (line, second) => `13:50:${second}.123456 ${line}`),
    { time: '13:50:40.987', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an arrow beside the clock before every line, the first of the log among them',
    request.trimEnd().replaceAll(/^/gm, '13:50:37.123 -> '),
    { time: '13:50:37.123' },
  ],
];
