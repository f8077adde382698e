/** Where a character stands first between two offsets; -1 when it does not. Never looks behind the end. */
export function indexWithin(text: string, character: string, from: number, end: number): number {
  const code = character.charCodeAt(0);
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}
