import type { Span } from '../../sip/span.ts';
import type { Judged, Report } from './judged.ts';

/** What a PASSporT must say: `alg`, `typ`, `x5u`, `iat`, `orig`, `dest` (RFC 8225), and more for SHAKEN (RFC 8588). */

type Json = Readonly<Record<string, unknown>>;

interface Claim {
  readonly name: string;
  readonly isGood: (value: unknown) => boolean;
  /** What it may look like. */
  readonly example: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
/** What is not signed proves nothing (RFC 7518 §3.6, RFC 8225 §8.3.2). */
const isAlgorithm = (value: unknown): boolean => isText(value) && !/^none$/i.test(String(value));
/** RFC 8588 §5 */
const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
/** Digits in their canonical form, without `+` and hyphens (RFC 8224 §8.3); services have `*` and `#`. */
const isNumber = (value: unknown): boolean => typeof value === 'string' && /^[0-9*#A-Da-d]+$/.test(value);
/** A scheme and what it is about: a number has a claim of its own (RFC 8225 §5.2.1). */
const isUri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S/i.test(value);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText);

/** `{"tn":"12155550121"}`, and lists of them for who is called. */
const isIdentity =
  (isValue: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every(isValue) &&
    [value['tn'] ?? []].flat().every(isNumber) &&
    [value['uri'] ?? []].flat().every(isUri);

const headerClaims: readonly Claim[] = [
  { name: 'alg', isGood: isAlgorithm, example: 'ES256' },
  { name: 'typ', isGood: (value) => value === 'passport', example: 'passport' },
  {
    name: 'x5u',
    isGood: (value) => typeof value === 'string' && /^https?:\/\/\S/i.test(value),
    example: 'https://cert.example.org/passport.cer',
  },
];

const payloadClaims: readonly Claim[] = [
  { name: 'iat', isGood: (value) => typeof value === 'number', example: '1443208345' },
  { name: 'orig', isGood: isIdentity(isText), example: '{"tn":"12155550121"}' },
  { name: 'dest', isGood: isIdentity(isTextList), example: '{"tn":["12155550131"]}' },
];

const shakenClaims: readonly Claim[] = [
  { name: 'attest', isGood: (value) => typeof value === 'string' && /^[ABC]$/.test(value), example: 'A, B, C' },
  { name: 'origid', isGood: isUuid, example: '123e4567-e89b-12d3-a456-426655440000' },
];

/** Reports the first claim of each part that a verifier would miss. */
export function checkClaims(
  judged: Judged,
  header: { readonly place: Span; readonly json: Json },
  payload: { readonly place: Span; readonly json: Json },
  report: Report,
): boolean {
  const ofPayload = header.json['ppt'] === 'shaken' ? [...payloadClaims, ...shakenClaims] : payloadClaims;
  const parts = [
    { ...header, claims: headerClaims },
    { ...payload, claims: ofPayload },
  ];
  const missed = parts.flatMap(({ place, json, claims }) => {
    const claim = claims.find(({ name, isGood }) => !isGood(json[name]));
    return claim && !judged.isWild(place) ? [{ place, claim }] : [];
  });
  for (const { place, claim } of missed) report('sip.identity-claim', place, { args: [claim.name, claim.example] });
  return missed.length === 0;
}

/** Characters of base64url for the 64 octets of an ES256 signature (RFC 7518 §3.4). */
const SIGNATURE_LENGTH = 86;

export const isSignature = (algorithm: unknown, written: string): boolean =>
  algorithm !== 'ES256' || written.replace(/=+$/, '').length === SIGNATURE_LENGTH;
