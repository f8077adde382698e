/** Predicates over the small pieces of RFC 3261 §25.1. Each reads its text once. */

const TOKEN = /^[A-Za-z0-9\-.!%*_+`'~]+$/;
const DIGITS = /^\d+$/;

export const isToken = (text: string): boolean => TOKEN.test(text);

export const isDigits = (text: string): boolean => DIGITS.test(text);

/** A number without sign, leading zeros allowed, of at most `largest`. */
export function isNumberUpTo(text: string, largest: number): boolean {
  return isDigits(text) && Number(text) <= largest;
}

export const LARGEST_DELTA = 2 ** 32 - 1;

export function isIPv4(text: string): boolean {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  return match?.slice(1).every((octet) => Number(octet) <= 255) ?? false;
}

/** An IPv6 address without brackets; a zone (`%eth0`) is let through. */
export function isIPv6(text: string): boolean {
  if (text.length > 80) return false;
  const address = text.replace(/%.*$/, '');
  const halves = address.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const half of halves) {
    const parts = half === '' ? [] : half.split(':');
    for (const [index, part] of parts.entries()) {
      const last = half === halves.at(-1) && index === parts.length - 1;
      if (last && part.includes('.')) {
        if (!isIPv4(part)) return false;
        groups += 2;
      } else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups++;
      else return false;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/**
 * A host name or an address as URIs and `Via` hold it, brackets included. Underscores are let through: RFC 3261 does
 * not know them, real names have them.
 */
export function isHost(text: string): boolean {
  if (text.startsWith('[')) return text.endsWith(']') && isIPv6(text.slice(1, -1));
  if (isIPv4(text)) return true;
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) || text.includes('..')) return false;
  if (/-(?:\.|$)|\.-/.test(text)) return false;
  const top = text.slice(text.replace(/\.$/, '').lastIndexOf('.') + 1);
  // A name cannot end in a number: what does is an address with a fault in it.
  return !/^\d+\.?$/.test(top);
}

export const isPort = (text: string): boolean => isNumberUpTo(text, 65_535);

/** A port that somebody can be reached at: nothing listens on 0. */
export const isReachablePort = (text: string): boolean => isPort(text) && Number(text) > 0;

/** `0`, `0.7`, `1.000` (RFC 3261 §25.1, qvalue). */
export const isQValue = (text: string): boolean => /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text);

/** A status code that a class exists for. */
export const STATUS_CODE = /^[1-6]\d\d$/;
