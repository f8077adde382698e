import { json, request, type SaidOf } from '../said.ts';

/** Records that begin far above the message: the first line stands out, or stands between signs. */
export const records: readonly SaidOf[] = [
  [
    'a first line that stands out, far above a message that is indented like all that follows it',
    `[29/Nov/2026:13:50:37.530] frontend sip (#2): invalid request\n  event #0, src 192.0.2.1:33593\n  buffer at 0,\n  len 303,\n  flags 0x1\n  state 2 :\n  \n${request.replaceAll(/^/gm, '  ')}`,
    { time: '2026-11-29T13:50:37.530', direction: 'in', source: '192.0.2.1:33593' },
  ],
  [
    'a sentence with a time, or a heading, above what is indented',
    `We saw this on 2026-11-29 13:50:37 again\n  len 303,\n  flags 0x1\n  state 2,\n  \n${request.replaceAll(/^/gm, '  ')}`,
    {},
  ],
  [
    'a term below a level and a time, in lines that are indented',
    `=INFO REPORT==== 29-Nov-2026::13:50:37.501 === [{direction,out},\n                       {peer,{{192,0,2,1},5062}},\n                       {data,\n                        <<"${json}">>}]\n`,
    { time: '2026-11-29T13:50:37.501', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a term that begins on the next line',
    `=DEBUG REPORT==== 29-Nov-2026::13:50:38.010 ===\n{sip,{192,0,2,1},\n     5062,\n     "${json}"}\n`,
    { time: '2026-11-29T13:50:38.010' },
  ],
  [
    'a term that begins on the next line, behind what was done with it',
    `=DEBUG REPORT==== 29-Nov-2026::13:50:38.010222 ===\nlistener got {udp,#Port<0.7>,\n              {192,0,2,1},\n              5062,\n              <<"${json}">>}\n`,
    { time: '2026-11-29T13:50:38.010222', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'a record between a line of signs with its time and dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO NORMAL t_client::fail\nTransaction failed.\n\nSend internal:\n${request}---\n`,
    { time: '2026-11-29T13:50:37.332082' },
  ],
  [
    'a record that ended above dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO\nTransaction failed.\n---\n\nDetails.\n${request}---\n`,
    {},
  ],
];
