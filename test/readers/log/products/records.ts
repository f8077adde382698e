import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
  udp,
} from './product-sample.ts';

/** Products that say what they say about a message in other records, or in fields of its record. */
export const recordProducts: readonly ProductSample[] = [
  {
    name: 'Cisco CUCM, UDP, the port in brackets',
    write: (message, i) =>
      `0000003${i}.001 |${clock(i)} |AppInfo  |${pick(i, `SIPUdp - wait_SdlReadRsp: Incoming SIP UDP message size 453 from 192.0.2.1:[5060]:`, `SIPUdp - wait_SdlSPISignal: Outgoing SIP UDP message to 192.0.2.1:[5060]:`)}\n[3${i},NET]\n${message}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'Cisco CUCM, every line break doubled',
    write: (message, i) =>
      `0000003${i}.001 |${clock(i)} |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from x.x.x.x on port 5060 index 7 with 453 bytes:\n\n[3${i},NET]\n\n${message.replaceAll('\n', '\n\n')}`,
    says: (i) => ({ time: clock(i), direction: 'in', transport: 'TCP' }),
  },
  {
    name: 'Avaya desk phones, the way once more before the start line',
    write: (message, i) =>
      `<167>Nov 22 18:48:${second(i)} 192.0.2.2 SIPMESSAGE: +01:00 2026 123 1 .TEL | 0 ${pick(i, 'CNetworkInputManager::ProcessInput(): Inbound SIP message from ip = 192.0.2.1 port: 5060\nRX ', 'CSIPServer::SendToNetwork(): Outbound SIP message to 192.0.2.1:5060\nTX ')}${message}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.123+01:00`, ...peerOnly(i) }),
  },
  {
    name: 'Avaya Conferencing, fields of several words',
    write: (message, i) =>
      `Sun, November 22, 2026 ${clock(i)}\nSIP Message Trace : ${pick(i, 'Incoming', 'Outgoing')}\nTransaction: z9hG4bK12\nIPDest: UDP:192.0.2.2:5060\n${message}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}`, ...direction(i), ...udp, destination: OWN }),
  },
  {
    name: 'a softphone, an arrow before the start line',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `${clock(i)} 00003F0C   INFO   - TRANSPORT    - ${n === 0 ? pick(i, '<-- ', '--> ') : ''}${line}\n`,
      ),
    says: (i) => ({ time: clock(i), ...direction(i) }),
  },
  {
    name: 'QCAT, fields and a label before the start line',
    write: (message, i) =>
      `2026 Nov 22  ${clock(i)}  [8${i}]  0x156E  IMS SIP Message  --  IMS_SIP_${i}/INFORMAL_RESPONSE\nSubscription ID = 1\nVersion = 1\nDirection = ${pick(i, 'NETWORK_TO_UE', 'UE_TO_NETWORK')}\nSDP Presence = 0\nSIP Call ID Length = 35\nSIP Message Length = 1042\nMessage ID = IMS_SIP_${i}\nResponse Code = INFORMAL_RESPONSE (0)\nSip Message = ${message}\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
  },
  {
    name: 'the Lync client, text behind its own record',
    write: (message, i) => {
      const what = pick(
        i,
        `Data Received -${PEER} (To Local Address: ${OWN})`,
        `Sending Packet - ${PEER} (From Local Address: ${OWN})`,
      );
      const head = `11/22/2026|${clock(i)} 1A2C:1F0 INFO  :: `;
      return `${head}${what} 900 bytes:\n${head}${message}\n${head}End of ${what} 900 bytes\n`;
    },
    says: (i) => ({ ...dated(i), ...bothPeers(i) }),
  },
  {
    name: 'FortiGate, the record above names the peers',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)} sip port 26 ${PEER} -> ${OWN}\n2026-11-22 18:48:${second(i)} sip port 26 read [(0,515)(494e56495445)(${message.replaceAll('\n', '..')})]\n2026-11-22 18:48:${second(i)} sip port 26 len 515\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, direction: 'in', source: PEER, destination: OWN }),
    lossy: true,
  },
  {
    name: 'AudioCodes, the record above tells of the message',
    write: (message, i) => {
      const head = (n: number) =>
        `Nov 22 18:48:${second(i)} 192.0.2.2 local0.notice [S=${1000 + 2 * i + n}] [SID=a:1:2]`;
      const tail = `[Time:22-11@${clock(i)}]`;
      return `${head(0)}  (N 12${i}) ---- ${pick(i, `Incoming SIP Message from ${PEER} to`, `Outgoing SIP Message to ${PEER} from`)} SIPInterface #1 (WAN) UDP TO(#1) ----  ${tail}\n${head(1)}  ${message.replaceAll('\n', '#012')} ${tail}\n`;
    },
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Blink, the transport inside the arrow',
    write: (message, i) =>
      `2026-11-22 ${clock(i)}: ${pick(i, `${PEER} -(SIP over UDP)-> ${OWN}`, `${OWN} -(SIP over UDP)-> ${PEER}`)}\n${message}\n--\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}`,
      ...udp,
      ...pick(i, { source: PEER, destination: OWN }, { source: OWN, destination: PEER }),
    }),
  },
  {
    name: 'MySQL, a row as a list of fields',
    write: (message, i) =>
      `*************************** ${i + 1}. row ***************************\n         id: ${i}\n time_stamp: 2026-11-22 18:48:${second(i)}\ntraced_user: \n        msg: ${message}\n     method: x\n     status: \n     fromip: udp:${PEER}\n       toip: udp:${OWN}\n  direction: in\n`,
    says: (i) => ({
      time: `2026-11-22T18:48:${second(i)}`,
      direction: 'in',
      source: PEER,
      destination: OWN,
      ...udp,
    }),
  },
  {
    name: 'gcloud, the time behind the text',
    write: (message, i) =>
      `---\ninsertId: 1abc${i}\ntextPayload: |\n${eachLine(message, (line) => (line === '' ? '\n' : `  ${line}\n`))}timestamp: '2026-11-22T${clock(i)}Z'\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z` }),
  },
  {
    name: 'Kibana, CSV',
    write: (message, i) => `"Nov 22, 2026 @ ${clock(i)}","sbc1","${crlf(message).replaceAll('"', '""')}"\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}` }),
  },
  {
    name: 'Wireshark, a tree under its summary line',
    write: (message, i) => {
      const [startLine = '', ...rest] = lines(message);
      const head = rest.slice(0, rest.indexOf(''));
      return `No.     Time                          Source                Destination           Protocol Length Info\n      ${i + 1} 2026-11-22 ${clock(i)}    192.0.2.1            192.0.2.2         SIP  712    Request\n\nFrame ${i + 1}: 712 bytes on wire (5696 bits), 712 bytes captured (5696 bits)\nInternet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2\nUser Datagram Protocol, Src Port: 5060, Dst Port: 5060\nSession Initiation Protocol (x)\n    ${startLine.startsWith('SIP') ? 'Status' : 'Request'}-Line: ${startLine}\n    Message Header\n${head.map((line) => `        ${line}\n`).join('')}\n`;
    },
    says: (i) => ({ ...dated(i), source: PEER, destination: OWN, ...udp }),
    lossy: true,
  },
  {
    name: 'a relayed syslog line, the fraction in the program’s own clock',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} phone1 daemon.info app[95]: ${clock(i)}   core.c  ${pick(i, '.RX 591 bytes from', '.TX 591 bytes to')} UDP ${PEER}:\n${message}\n--end msg--\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Kiwi Syslog, control characters in decimal digits',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)}\tLocal4.Debug\t192.0.2.2\tSIPMESSAGE: 0 ${pick(i, `Inbound SIP message from ${PEER}`, `Outbound SIP message to ${PEER}`)}<010>${pick(i, 'RX', 'TX')} ${message.replaceAll('\n', '<013><010>')}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...peerOnly(i) }),
  },
  {
    name: 'AudioCodes, a message cut over two records in its header fields',
    write: (message, i) => {
      const [startLine = '', first = '', second = '', third = '', ...rest] = message.split('\n');
      const head = (n: number) => `Nov 22 18:48:06 192.0.2.2 local0.notice [S=${1000 + 2 * i + n}] [SID=a:1:2]`;
      const tail = `[Time:22-11@${clock(i)}]`;
      return `${head(0)}  (N 12${i}) ---- ${pick(i, `Incoming SIP Message from ${PEER} to`, `Outgoing SIP Message to ${PEER} from`)} SIPInterface #1 (WAN) UDP TO(#1) ---- #012${[startLine, first, second, third, ''].join('#012')} ${tail}\n${head(1)} ${rest.join('#012')} ${tail}\n${head(2)}  (N 13${i}) States: idle ${tail}\n`;
    },
  },
  {
    name: 'AudioCodes, a message cut over two records within a name',
    write: (message, i) => {
      const [before = '', after = ''] = message.replaceAll('\n', '#012').split(/(?<=Call-)(?=ID: )|(?<=#012i)(?=: )/);
      const head = (n: number) => `Nov 22 18:48:06 192.0.2.2 local0.notice [S=${1000 + 2 * i + n}] [SID=a:1:2]`;
      return `${head(0)}  (N 12${i}) ---- Incoming SIP Message from ${PEER} to SIPInterface #1 (WAN) UDP TO(#1) ---- #012${before} [Time:22-11@${clock(i)}]\n${head(1)} ${after} [Time:22-11@${clock(i)}]\n`;
    },
  },
  {
    name: 'AudioCodes viewer, a message on lines cut over two records',
    write: (message, i) => {
      const [startLine = '', first = '', second = '', third = '', ...rest] = message.split('\n');
      const head = (n: number) => `${clock(i)}  192.0.2.2    local0.notice  [S=${1000 + 2 * i + n}] [SID=a:1:2]`;
      const tail = ` [Time:22-11@${clock(i)}]\n`;
      return `${head(0)} (N 12${i}) ---- ${pick(i, `Incoming SIP Message from ${PEER} to`, `Outgoing SIP Message to ${PEER} from`)} SIPInterface #1 (WAN) UDP TO(#1) ----\n${[startLine, first, second, third].join('\n')}\n${tail}${head(1)} ${rest.join('\n')}\n${tail}${head(2)} (N 13${i}) States: idle${tail}`;
    },
  },
  {
    name: 'Avaya Experience Portal, somebody remarks on the start line',
    write: (message, i) =>
      `@2026-11-22 ${clock(i)}||FINEST|Tele|8513|${pick(i, `ProcessRead: from ${PEER} <`, `SendToNetwork: To ${PEER}[71:0] <`)}${message
        .trimEnd()
        .replace('\n', '^M <- this one fails\n')
        .split('\n')
        .map((line, n) => (n === 0 ? line : `${line}^M`))
        .join('\n')}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'AudioCodes viewer, indented, message in the next record',
    write: (message, i) => {
      const head = (n: number) =>
        `18:48:${second(i)}.000  192.0.2.2  local0.notice  [S=${1000 + 2 * i + n}] [SID=a:1:2]`;
      const indent = ' '.repeat(60);
      const tail = `${indent}[Time:22-11@${clock(i)}]\n`;
      return `${head(0)}  (N 11${i}) Handling ALERT_REQ in state Invited\n${indent}(N 12${i}) ---- ${pick(i, `Incoming SIP Message from ${PEER} to`, `Outgoing SIP Message to ${PEER} from`)} SIPInterface #1 (WAN) UDP TO(#1) ----\n${tail}${head(1)}  ${message.trimEnd().replaceAll('\n', `\n${indent}`)}\n${tail}`;
    },
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Grandstream adapters, in chunks with empty lines between, and a MAC address that looks like a clock',
    write: (message, i) =>
      `${eachLine(
        message,
        (line, n) =>
          `${n % 3 === 0 ? '<15> HT801 [c0:74:ad:00:00:20] [1.0.49.2] GS_ATA: USER.DEBUG  ' : ''}${line}\n${n % 6 === 5 ? '\n' : ''}`,
      )}<14> HT801 [c0:74:ad:00:00:20] [1.0.49.2] GS_ATA: USER.INFO   state ${i}\n`,
    says: () => ({}),
    lossy: true,
  },
  {
    name: 'Elasticsearch, an object over several lines',
    write: (message, i) =>
      `${JSON.stringify({ _index: 'sip', _source: { '@timestamp': `2026-11-22T${clock(i)}Z`, message: crlf(message), network: { transport: 'udp', direction: pick(i, 'inbound', 'outbound') }, source: { ip: '192.0.2.1', port: 5060 }, destination: { ip: '192.0.2.2', port: 5060 } } }, null, 2)}\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}Z`,
      ...direction(i),
      ...udp,
      source: PEER,
      destination: OWN,
    }),
  },
  {
    name: 'a honeypot, an object whose members are sorted, so that the message parts its addresses',
    write: (message, i) =>
      `${JSON.stringify({ collected: 'passive', destination_ip: OWN, event_time: `2026-11-22 ${clock(i)}`, message: crlf(message), source_ip: PEER, transport_type: 'UDP' })}\n`,
    says: (i) => ({ ...dated(i), ...udp, source: PEER, destination: OWN }),
  },
  {
    name: 'an arrow before an address in brackets',
    write: (message, i) => `${pick(i, '<-------', '------->')} [${PEER}] 2026-11-22 ${clock(i)}\n${message}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
];
