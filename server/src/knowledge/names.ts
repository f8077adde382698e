import {
  eventPackages,
  type HeaderFieldFact,
  type HeaderUse,
  headerFields,
  headerUses,
  methods,
  type NamedFact,
  optionTags,
  type Q850Fact,
  q850Causes,
  type ResponseUse,
  reasonProtocols,
  responseUses,
  type StatusCodeFact,
  statusCodes,
  type WarningFact,
  warningCodes,
} from './facts.ts';

/** Look-ups by name or number. Names that SIP compares without regard to case are looked up so. */

const methodsByName = new Map(methods.map((fact) => [fact.name, fact]));
const statusByCode = new Map(statusCodes.map((fact) => [fact.code, fact]));
const statusByPhrase = new Map(statusCodes.map((fact) => [normalizedPhrase(fact.phrase), fact]));
const headersByName = new Map(
  headerFields.flatMap((fact) => [
    [fact.name.toLowerCase(), fact] as const,
    ...(fact.compact ? [[fact.compact, fact] as const] : []),
  ]),
);
/** The spellings that real traffic uses, so that the common case needs no new string. */
const headersAsSeen = new Map(headersByName);
for (const fact of headerFields) headersAsSeen.set(fact.name, fact);
const useByHeader = new Map(headerUses.map((use) => [use.name, use]));
const useByCode = new Map(responseUses.map((use) => [use.code, use]));
const optionTagsByName = byName(optionTags);
const eventPackagesByName = byName(eventPackages);
const reasonProtocolsByName = byName(reasonProtocols);
const q850ByCode = new Map(q850Causes.map((fact) => [fact.code, fact]));
const warningByCode = new Map(warningCodes.map((fact) => [fact.code, fact]));

/** Methods are compared with regard to case (RFC 3261 §7.1). */
export const methodNamed = (name: string): NamedFact | undefined => methodsByName.get(name);

export const statusCode = (code: number): StatusCodeFact | undefined => statusByCode.get(code);

/** The code whose standard phrase this is, letter case and punctuation aside. */
export const statusWithPhrase = (phrase: string): StatusCodeFact | undefined =>
  statusByPhrase.get(normalizedPhrase(phrase));

/** By full name or compact form, in any case (RFC 3261 §7.3.1, §7.3.3). */
export const headerFieldNamed = (name: string): HeaderFieldFact | undefined =>
  headersAsSeen.get(name) ?? headersByName.get(name.toLowerCase());

/** Header fields that no message lacks, request or response (RFC 3261 §8.1.1, §8.2.6.2, §20). */
export const headersOfEveryMessage: readonly string[] = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** Where a header field may stand, by its full name. */
export const headerUse = (canonical: string): HeaderUse | undefined => useByHeader.get(canonical);

export const responseUse = (code: number): ResponseUse | undefined => useByCode.get(code);

export const optionTagNamed = (name: string): NamedFact | undefined => optionTagsByName.get(name.toLowerCase());

export const eventPackageNamed = (name: string): NamedFact | undefined => eventPackagesByName.get(name.toLowerCase());

export const reasonProtocolNamed = (name: string): NamedFact | undefined =>
  reasonProtocolsByName.get(name.toLowerCase());

export const q850Cause = (code: number): Q850Fact | undefined => q850ByCode.get(code);

/** By the name that Asterisk or FreeSWITCH gives it: `USER_BUSY`, `NO_ANSWER`. */
export const q850CauseNamed = (name: string): Q850Fact | undefined =>
  q850Causes.find((fact) => fact.freeswitch === name) ?? q850Causes.find((fact) => fact.asterisk === name);

export const warningCode = (code: number): WarningFact | undefined => warningByCode.get(code);

export function byName<T extends { readonly name: string }>(facts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(facts.map((fact) => [fact.name.toLowerCase(), fact]));
}

export function normalizedPhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
