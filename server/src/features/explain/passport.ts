import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { code, paragraphs, reference, title } from './markdown.ts';

/** Longer tokens are not decoded. */
const LONGEST_TOKEN = 16_384;

/** A PASSporT (RFC 8225): its header and its claims, decoded. The signature is not checked: that needs the network. */
export function explainPassport(language: Language, token: string): string {
  const heading = title(label(language, 'passport'));
  const [header, claims] = token.length > LONGEST_TOKEN ? [] : token.replace(/\s+/g, '').split('.', 2);
  const decodedHeader = decodePart(header);
  const decodedClaims = decodePart(claims);
  const links = [reference('RFC 8224'), reference('RFC 8225')].join(' · ');
  if (!decodedClaims) {
    // The compact form leaves header and claims to the reader of the message (RFC 8224 §4.1).
    return paragraphs(heading, token.startsWith('..') ? undefined : label(language, 'passportUnreadable'), links);
  }
  const signedAt = decodedClaims['iat'];
  return paragraphs(
    heading,
    facts({ ...decodedHeader, ...decodedClaims }),
    typeof signedAt === 'number' && signedAt > 0 && signedAt < 1e11
      ? label(language, 'passportSigned', new Date(signedAt * 1000).toISOString())
      : undefined,
    links,
  );
}

const facts = (claims: Readonly<Record<string, unknown>>): string =>
  Object.entries(claims)
    .slice(0, 16)
    .map(([name, value]) => `- ${code(name)}: ${code(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('\n');

function decodePart(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (!part || !/^[A-Za-z0-9_=-]+$/.test(part)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
