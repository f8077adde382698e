import { request, type SaidOf } from '../said.ts';

/** What another side said. */
const answer = request.replace(/^.*/, 'SIP/2.0 200 OK');

/** Lines between borders as long as the widest of them, a title in the upper one, as consoles draw them. */
function panel(title: string, text: string): string {
  const rows = text.trimEnd().split('\n');
  const width = Math.max(...rows.map((row) => row.length));
  const lower = `╰${'─'.repeat(width + 2)}╯\n`;
  return `╭─ ${title} ${'─'.repeat(width - title.length - 1)}╮\n${rows.map((row) => `│ ${row.padEnd(width)} │\n`).join('')}${lower}`;
}

/** Titles, headings and words that lead to a message. */
export const headings: readonly SaidOf[] = [
  [
    'a title in the border of a box, in which long lines are broken at blanks',
    panel(
      '📤 SIP OPTIONS SENT → 192.0.2.1:5062',
      request.replace(
        'Content-Length',
        'Authorization: Digest username="alice", realm="example.net", nonce="5ca1ab1e",\nuri="sip:bob@example.com", response="0123456789abcdef0123456789abcdef",\nalgorithm=MD5\nContent-Length',
      ),
    ),
    { direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a time below a heading between dashes, which says which way the message went',
    `===== SENT PACKET =====\n2026-11-29 13:50:36.123456\n${request}\n===== RECEIVED PACKET =====\n2026-11-29 13:50:37.123456\n${request}`,
    { time: '2026-11-29T13:50:37.123456', direction: 'in' },
  ],
  [
    'an arrow on a line of its own, the other way than before the message above',
    `Headers of a call:\n\`\`\`\n->\n${request}\n<-\n${answer}\`\`\`\n`,
    { direction: 'in' },
  ],
  [
    'a packet in the list of Wireshark, above the layer of SIP that a page left without blanks',
    `No. Time Source Destination Protocol Length Info\n671 38.401122000 192.0.2.1 192.0.2.2 SIP 497 Request: OPTIONS sip:bob@example.com |\nSession Initiation Protocol (OPTIONS)\nRequest-Line: ${request.replace('\n', '\nMessage Header\n')}`,
    { source: '192.0.2.1', destination: '192.0.2.2' },
  ],
  [
    'a tag and a word that lead to the message, below the line that tells of it',
    `[SIP] Sending OPTIONS to 192.0.2.1:5060\n[SIP] Message:\n${request}`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the title of a section of messages that were sent',
    `Sent SIP Messages\n\n${request}\n${answer}\n${request}`,
    { direction: 'out' },
  ],
  ['the title of a section that only tells of the message below it', `Sent SIP Message\n\n${request}\n${request}`, {}],
  [
    'a sentence above fields, the last of which leads to the message',
    `Active: 0\n\n=== SIP MESSAGE ===\nReceived SIP message from 192.0.2.1:5062: OPTIONS sip:bob@example.com SIP/2.0\nMessage type: OPTIONS\nWhole message:\n${request}`,
    { direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'a heading with the other side, whose port stands apart, above a line that says only when',
    `cli> trace on\ncli>\n[SND] 192.0.2.1 5062\nWritten 11/29/2026 13:50:37.123\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  ['a heading above', `received from: UDP:192.0.2.1:5060\nRegistrations\n${request}`, {}],
  ['a heading in Markdown above several empty lines', `### 3.1 Received\n\n\n${request}`, { direction: 'in' }],
  ['several empty lines below what is no heading', `3.1 Received\n\n\n${request}`, {}],
  [
    'a heading that counts the packet, above the line with its time',
    `SENDING: Packet 1, +0:00:00.143\n2026-11-29 13:50:36.123: 192.0.2.2:5060 -(SIP over UDP)-> 192.0.2.1:5060\n${request}\n--\nRECEIVED: Packet 2, +0:00:01.143\n2026-11-29 13:50:37.123: 192.0.2.1:5060 -(SIP over UDP)-> 192.0.2.2:5060\n${request}`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'lines of a paragraph in which somebody leads to the message',
    `Look at the packets being sent or at the console to find\nany errors. As a reference, this trace was taken from a successfully placed\ncall:\n\n\`\`\`\n${request}`,
    {},
  ],
  [
    'a bold heading above the fence of a ticket, in words of somebody',
    `*From the phone (13:50:37,123 — 192.0.2.1:5060 ← 192.0.2.2:5080)*\n{noformat}\n${request}{noformat}\n`,
    { time: '13:50:37.123', source: '192.0.2.2:5080', destination: '192.0.2.1:5060' },
  ],
  [
    'a heading of a ticket above an empty line and code with a title',
    `h4. Received 13:50:37.123 192.0.2.1:5060 → 192.0.2.2:5080\n\n{code:title=edge.log}\n${request}{code}\n`,
    { time: '13:50:37.123', direction: 'in', source: '192.0.2.1:5060', destination: '192.0.2.2:5080' },
  ],
];
