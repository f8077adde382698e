import { headerFields, methods } from '../../knowledge/facts.ts';

/** Names as alternatives of a regular expression, longest first. */
const alternatives = (names: readonly string[]): string =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

export const methodNames: readonly string[] = methods.map((method) => method.name);

/** `INVITE|ACK|…` */
export const methodAlternatives = alternatives(methodNames);

/** Full and compact names of the header fields we know, as alternatives. */
export const headerAlternatives = alternatives(
  headerFields.flatMap((field) => (field.compact ? [field.name, field.compact] : [field.name])),
);

/** Full names alone, as alternatives. */
export const headerFullNames = alternatives(headerFields.map((field) => field.name));
