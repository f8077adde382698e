/** What `tcpdump` tells of a packet, and what it shows of one before the message. */

/** Both ends of a packet, what came of its checksum, and what it is of: `192.0.2.1.5060 > 192.0.2.2.5062: [udp sum ok] UDP`. */
export const PACKET_ENDS = '\\S{1,128} > \\S{1,128}: ?(?:\\[[^\\]\\n]{0,64}\\] )?(?:Flags|UDP|SIP|sctp)\\b';

/** The headers of Ethernet, IP and TCP with all their options are no longer, as text. */
export const MOST_HEADER_BYTES = 160;
