import { headerFields, methods } from '../../knowledge/facts.ts';

/** Names as alternatives of a regular expression, longest first. */
const alternatives = (names: readonly string[]): string =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

/** Longest first, so that `PRACK` is found before the `ACK` it ends in. */
export const methodNames: readonly string[] = methods
  .map((method) => method.name)
  .sort((one, other) => other.length - one.length);

/** `INVITE|ACK|…` */
export const methodAlternatives = alternatives(methodNames);

/** Full and compact names of the header fields we know, as alternatives. */
export const headerAlternatives = alternatives(
  headerFields.flatMap((field) => (field.compact ? [field.name, field.compact] : [field.name])),
);

/** Full names alone, as alternatives. */
export const headerFullNames = alternatives(headerFields.map((field) => field.name));
export const hyphenatedHeaderNames = alternatives(
  headerFields.map((field) => field.name).filter((name) => name.includes('-')),
);
