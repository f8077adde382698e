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
];
