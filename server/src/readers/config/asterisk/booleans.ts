const positive = new Set(['yes', 'true', 'y', 't', '1', 'on']);
const negative = new Set(['no', 'false', 'n', 'f', '0', 'off']);

/** What Asterisk makes of a boolean; undefined for anything else. */
export function booleanOf(value: string): 'yes' | 'no' | undefined {
  const lower = value.toLowerCase();
  if (positive.has(lower)) return 'yes';
  return negative.has(lower) ? 'no' : undefined;
}
