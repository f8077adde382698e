import { request, type SaidOf } from '../said.ts';

const answer = request.replace(/^.*/, 'SIP/2.0 200 OK');

/** Lines below a message, of which the log says something: what is read is the first of two. */
export const linesBelow: readonly SaidOf[] = [
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
];
