/** Texts are compared in blocks, as the engine does it at once, and where they differ in smaller ones. */
const BLOCKS = [65_536, 1024, 32];

/** How much two texts have in common at both ends, without counting anything twice. */
export function commonEnds(oldText: string, text: string): { prefix: number; suffix: number } {
  const prefix = commonPrefix(oldText, text);
  return { prefix, suffix: commonSuffix(oldText, text, Math.min(oldText.length, text.length) - prefix) };
}

/** How many characters two texts have in common at their start. */
export function commonPrefix(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let at = 0;
  for (const size of BLOCKS) {
    while (at + size <= longest && one.slice(at, at + size) === other.slice(at, at + size)) at += size;
  }
  while (at < longest && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common at their end, `longest` at most. */
export function commonSuffix(one: string, other: string, longest: number): number {
  let length = 0;
  for (const size of BLOCKS) {
    while (
      length + size <= longest &&
      one.slice(one.length - length - size, one.length - length) ===
        other.slice(other.length - length - size, other.length - length)
    ) {
      length += size;
    }
  }
  while (length < longest && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1)) {
    length++;
  }
  return length;
}
