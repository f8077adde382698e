/**
 * How products write SIP messages into text, one row each, with what their own words say about a message. The names
 * of products tell where a layout was seen; the reader knows none of them. Messages go through with LF; a writer
 * makes of them what the product does. `lossy` layouts do not keep every character of the message.
 */
export interface ProductSample {
  readonly name: string;
  readonly write: (message: string, index: number) => string;
  readonly says?: (index: number) => Said;
  readonly lossy?: true;
}

/** What the text says about a message, without what can only be inferred. */
export interface Said {
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly mark?: string;
}

export const PEER = '192.0.2.1:5060';
export const OWN = '192.0.2.2:5060';

/** Every other message is received. */
export const isIn = (index: number): boolean => index % 2 === 0;
export const pick = <T>(index: number, received: T, sent: T): T => (isIn(index) ? received : sent);
export const second = (index: number): string => String(index + 6).padStart(2, '0');
export const clock = (index: number): string => `18:48:${second(index)}.123`;
export const lines = (message: string): readonly string[] => message.replace(/\n$/, '').split('\n');
export const crlf = (message: string): string => message.replaceAll('\n', '\r\n');
export const eachLine = (message: string, write: (line: string, number: number) => string): string =>
  lines(message).map(write).join('');
export const jsonString = (text: string): string => JSON.stringify(text).slice(1, -1);

export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The headers of IP and UDP, more or less. */
const LOWER_LAYERS = Buffer.from('45000234abcd40004011000000c0000201c000020213c413c40220004e', 'hex').subarray(0, 28);

/** Rows of sixteen bytes: `write` gets the offset, the bytes as pairs of digits and what they look like. */
export function hexRows(
  message: string,
  write: (offset: number, pairs: readonly string[], text: string) => string,
): string {
  const bytes = Buffer.concat([LOWER_LAYERS, Buffer.from(crlf(message))]);
  let rows = '';
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const pairs = [...row].map((byte) => byte.toString(16).padStart(2, '0'));
    rows += write(at, pairs, row.toString('latin1').replace(/[^ -~]/g, '.'));
  }
  return rows;
}
export const hexOffset = (offset: number, digits: number): string => offset.toString(16).padStart(digits, '0');

export const direction = (index: number): Said => ({ direction: pick(index, 'in', 'out') });
/** Direction, and the peer where the message came from or went to. */
export const peerOnly = (index: number): Said => ({
  ...direction(index),
  ...pick<Said>(index, { source: PEER }, { destination: PEER }),
});
export const bothPeers = (index: number): Said => ({
  ...direction(index),
  ...pick<Said>(index, { source: PEER, destination: OWN }, { source: OWN, destination: PEER }),
});
export const dated = (index: number): Said => ({ time: `2026-11-22T${clock(index)}` });
export const udp: Said = { transport: 'UDP' };
export const tcp: Said = { transport: 'TCP' };
