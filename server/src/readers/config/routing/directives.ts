import * as token from './tokens.ts';

/** Directives of Kamailio's preprocessor that make text conditional: `#!ifdef WITH_TLS`. */
export const conditionalKinds: ReadonlyMap<string, number> = new Map([
  ['ifdef', token.CONDITIONAL],
  ['ifndef', token.CONDITIONAL],
  ['ifexp', token.CONDITIONAL],
  ['else', token.CONDITIONAL_ELSE],
  ['endif', token.CONDITIONAL_END],
]);

/** Whether a directive's name stands here, behind `!!`. */
export const isDirective = (text: string, at: number): boolean =>
  /^(?:ifn?def|ifexp|else|endif|(?:try|re)?def(?:ine)?|defexps?|(?:try)?defenvs?|subst(?:defs?)?|include_file|import_file)\b/.test(
    text.slice(at, at + 16),
  );

/** Whether the line that ends here goes on in the next one. */
export const continues = (text: string, lineEnd: number): boolean =>
  text.charCodeAt(lineEnd - 1) === 92 || (text.charCodeAt(lineEnd - 1) === 13 && text.charCodeAt(lineEnd - 2) === 92);
