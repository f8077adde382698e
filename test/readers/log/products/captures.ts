import {
  bothPeers,
  clock,
  crlf,
  eachLine,
  hexOffset,
  hexRows,
  jsonString,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  type Said,
  second,
  tcp,
  udp,
  xml,
} from './product-sample.ts';

/** Tools that capture packets, or follow what a program sends. */
export const captures: readonly ProductSample[] = [
  {
    name: 'Homer, text',
    write: (message, i) =>
      `proto:UDP 2026-11-22T${clock(i)}Z  ${pick(i, PEER, OWN)} ---> ${pick(i, OWN, PEER)}\n\n${crlf(message)}\r\n\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}Z`,
      source: pick(i, PEER, OWN),
      destination: pick(i, OWN, PEER),
      ...udp,
    }),
  },
  {
    name: 'Homer, JSON',
    write: (message, i) =>
      `${JSON.stringify({ protocol: 17, srcIp: '192.0.2.1', srcPort: 5060, dstIp: '192.0.2.2', dstPort: 5060, timeSeconds: 1795375760 + i, timeUseconds: 71087, raw: crlf(message) })}\n`,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'one stream of bytes',
    write: (message) => crlf(message),
    says: () => ({}),
  },
  {
    name: 'tshark -T json',
    write: (message, i) => {
      const [head = '', body = ''] = crlf(message).split('\r\n\r\n');
      const [first = '', ...rest] = head.split('\r\n');
      const kind = first.startsWith('SIP/') ? 'Status-Line' : 'Request-Line';
      return `${i === 0 ? '[' : ','}\n  {\n    "_source": {\n      "layers": {\n        "frame": {\n          "frame.time_epoch": "17953757${60 + i}.071087000"\n        },\n        "ip": {\n          "ip.src": "192.0.2.1",\n          "ip.dst": "192.0.2.2"\n        },\n        "udp": {\n          "udp.srcport": "5060",\n          "udp.dstport": "5060"\n        },\n        "sip": {\n          "sip.${kind}": "${jsonString(first)}",\n          "sip.${kind}_tree": {\n            "sip.Method": "X",\n            "sip.resend": "0"\n          },\n          "sip.msg_hdr": "${jsonString(`${rest.join('\r\n')}\r\n`)}",\n          "sip.msg_hdr_tree": {\n            "sip.Via": "${jsonString(rest[0] ?? '')}"\n          },\n          "sip.msg_body": "${Buffer.from(body).toString('hex')}"\n        }\n      }\n    }\n  }\n`;
    },
    lossy: true,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087000Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -T ek, the bytes of the packet among its fields',
    write: (message, i) => {
      const [head = '', body = ''] = crlf(message).split('\r\n\r\n');
      const [first = '', ...rest] = head.split('\r\n');
      const kind = first.startsWith('SIP/') ? 'Status-Line' : 'Request-Line';
      const bytes = Array.from(crlf(message), (character) => character.charCodeAt(0).toString(16).padStart(2, '0'));
      const layers = {
        frame: { frame_frame_time_epoch: `17953757${60 + i}.071087000` },
        ip: { ip_ip_src: '192.0.2.1', ip_ip_dst: '192.0.2.2' },
        udp: { udp_udp_srcport: '5060', udp_udp_dstport: '5060', udp_udp_payload: bytes.join(':') },
        sip: {
          [`sip_sip_${kind}`]: first,
          sip_sip_Method: 'X',
          sip_sip_msg_hdr: `${rest.join('\r\n')}\r\n`,
          sip_sip_msg_body: body,
        },
      };
      return `{"index":{"_index":"packets-2026-11-22"}}\n${JSON.stringify({ timestamp: `17953757${60 + i}071`, layers })}\n`;
    },
    lossy: true,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087000Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -T pdml',
    write: (message, i) => {
      const [head = '', body = ''] = message.split('\n\n');
      const [first = '', ...rest] = head.split('\n');
      const kind = first.startsWith('SIP/') ? 'Status-Line' : 'Request-Line';
      return `<packet>\n  <proto name="ip" showname="Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2" size="20" pos="14">\n    <field name="ip.src" show="192.0.2.1"/>\n    <field name="ip.dst" show="192.0.2.2"/>\n  </proto>\n  <proto name="udp" showname="User Datagram Protocol, Src Port: 5060, Dst Port: 5060">\n    <field name="udp.srcport" show="5060"/>\n    <field name="udp.dstport" show="5060"/>\n    <field name="frame.time_epoch" show="17953757${60 + i}.071087000"/>\n  </proto>\n  <proto name="sip">\n    <field name="sip.${kind}" showname="${kind}: ${xml(first)}" size="37" pos="42" show="${xml(first)}" value="4f50">\n      <field name="sip.resend" show="0"/>\n    </field>\n    <field name="sip.msg_hdr" showname="Message Header" size="343" pos="81" show="${xml(rest.join('\n'))}\n" value="5669">\n      <field name="sip.Via" showname="${xml(rest[0] ?? '')}" show="x"/>\n    </field>\n    <field name="sip.msg_body" value="${Buffer.from(body).toString('hex')}"/>\n  </proto>\n</packet>\n\n`;
    },
    lossy: true,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087000Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -x',
    write: (message) =>
      `${hexRows(message, (offset, pairs, text) => `${hexOffset(offset, 4)}  ${pairs.join(' ').padEnd(47)}   ${text}\n`)}\n`,
    says: () => ({}),
  },
  {
    name: 'tcpdump -X',
    write: (message, i) =>
      `18:48:${second(i)}.579135 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: ${lines(message)[0]}\n${hexRows(
        message,
        (offset, pairs, text) =>
          `\t0x${hexOffset(offset, 4)}:  ${pairs
            .join('')
            .replace(/.{4}(?=.)/g, '$& ')
            .padEnd(39)}  ${text}\n`,
      )}`,
    says: (i) => ({ time: `18:48:${second(i)}.579135`, source: PEER, destination: OWN }),
  },
  {
    name: 'hexdump -C',
    write: (message) =>
      `${hexRows(message, (offset, pairs, text) => `${hexOffset(offset, 8)}  ${`${pairs.slice(0, 8).join(' ').padEnd(23)}  ${pairs.slice(8).join(' ')}`.padEnd(48)}  |${text}|\n`)}\n`,
    says: () => ({}),
  },
  {
    name: 'ssldump',
    write: (message, i) =>
      `1 ${i}  0.1234 (0.0001)  ${pick(i, 'C>S', 'S>C')}  application_data\n    ---------------------------------------------------------------\n${eachLine(message, (line) => `    ${line}\n`)}    ---------------------------------------------------------------\n`,
    says: () => ({}),
  },
  {
    name: 'Wireshark, follow as hexadecimal',
    write: (message, i) =>
      `${hexRows(message, (at, pairs, text) => `${pick(i, '', '    ')}${hexOffset(at, 8)}  ${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ').padEnd(23)}   ${text}\n`)}\n`,
    lossy: true,
  },
  {
    name: 'tcpdump with names',
    write: (message, i) =>
      `${clock(i)}456 IP ${pick(i, 'gw.example.net.sip > pbx.example.com.5062', 'pbx.example.com.5062 > gw.example.net.sip')}: SIP, length: 473\nE..4..@.@..Z........${crlf(message)}\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      ...pick<Said>(
        i,
        { source: 'gw.example.net:5060', destination: 'pbx.example.com:5062' },
        { source: 'pbx.example.com:5062', destination: 'gw.example.net:5060' },
      ),
    }),
    lossy: true,
  },
  {
    name: 'captagent, JSON',
    write: (message, i) =>
      `${JSON.stringify({ packet_id: String(i), ip_proto: 17, src_ip4: '192.0.2.1', dst_ip4: '192.0.2.2', src_port: 5060, dst_port: 5060, tss: 1395375768 + i, tsu: 71087, payload: crlf(message) })}\n`,
    says: (i) => ({ time: `2014-03-21T04:22:${48 + i}.071087Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -T fields',
    write: (message, i) => `${i}\t0.00${i}\t${message.replace('\n', '\t').replaceAll('\n', '\\r\\n')}\n`,
    lossy: true,
  },
  {
    name: 'strace -yy, the socket of the descriptor beside',
    write: (message, i) =>
      `[pid 812] ${clock(i)}456 ${pick(i, 'recvfrom', 'sendto')}(7<UDP:[${OWN}]>, "${jsonString(crlf(message))}", 512, 0, {sa_family=AF_INET, sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")}, 16) = 512\n`,
    says: (i) => ({ time: `${clock(i)}456`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'strace -yy, both ends of a connection',
    write: (message, i) =>
      `[pid 812] ${clock(i)}456 ${pick(i, 'recvfrom', 'sendto')}(7<TCP:[${OWN}->${PEER}]>, "${jsonString(crlf(message))}", 512, 0, NULL, NULL) = 512\n`,
    says: (i) => ({ time: `${clock(i)}456`, ...bothPeers(i), ...tcp }),
  },
  {
    name: 'strace',
    write: (message, i) =>
      `${clock(i)}456 ${pick(i, 'recvfrom', 'sendto')}(12, "${jsonString(crlf(message))}", 512, 0, {sa_family=AF_INET, sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")}, 16) = 512\n`,
    says: (i) => ({ time: `${clock(i)}456`, ...peerOnly(i) }),
  },
  {
    name: 'tcpdump -v with names',
    write: (message, i) =>
      `${clock(i)}456 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 400)\n    gw.example.net.sip > pbx.example.com.5062: [udp sum ok] SIP, length: 372\n${eachLine(message, (line) => `\t${line}\n`)}\t\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      source: 'gw.example.net:5060',
      destination: 'pbx.example.com:5062',
      ...udp,
    }),
    lossy: true,
  },
];
