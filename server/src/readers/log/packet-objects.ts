/** The packets of `tshark -T json`, `-T ek` and `-T pdml`, one object or element each: where the layers of one begin. */
const BEGINS = ['"layers"', '<packet>'] as const;

/** Where the last packet begins in a text; -1 where none does. */
export const lastPacketIn = (text: string): number => Math.max(...BEGINS.map((begins) => text.lastIndexOf(begins)));

/** Whether a packet begins in a text. */
export const holdsPacket = (text: string): boolean => BEGINS.some((begins) => text.includes(begins));

/** A text as far as the next packet. */
export function beforePacket(text: string): string {
  const [first = -1, ...more] = BEGINS.map((begins) => text.indexOf(begins)).filter((at) => at >= 0);
  return first < 0 ? text : text.slice(0, Math.min(first, ...more));
}
