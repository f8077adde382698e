import { headerFieldNamed } from '../../../knowledge/names.ts';

/** Header fields with a slip in their names or without their colons, which a log shows as they were sent. */

const LONGEST_NAME = 64;
/** `Max -Forwards:`, `User Agent:`, `Con(tact:` */
const TORN_NAME = /^[A-Za-z][A-Za-z-]*(?:[ \t()[\]/=@,;]{1,2}[A-Za-z-]+){1,3}(?=[ \t]*:)/;
/** What goes on behind a name that has lost its colon. */
const BARE_NAME = /^([A-Z][A-Za-z]*(?:-[A-Za-z]+)*)[ \t;=]+(?=[^ \t])/;
const COLON_FIRST = /^[ \t]*:[ \t]*([A-Z][A-Za-z-]+)[ \t]/;
/** Three words in a row, as they stand in no value but in many a sentence. */
const SENTENCE = /(?:^|[ \t])[a-z']+[ \t]+[a-z']+[ \t]+[a-z']+(?=[ \t.,]|$)/;

/**
 * Whether a line in the midst of a head is a header field that cannot be read. Names of one letter are too short to
 * tell; what reads like a sentence is another program's.
 */
export function isBrokenHeaderLine(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + 256));
  const torn = TORN_NAME.exec(line.slice(0, LONGEST_NAME))?.[0];
  if (torn !== undefined) return isName(torn.replace(/[^A-Za-z-]/g, '')) || isName(torn.replace(/[^A-Za-z-]+/g, '-'));
  const bare = (BARE_NAME.exec(line) ?? COLON_FIRST.exec(line))?.[1];
  return bare !== undefined && isName(bare) && !SENTENCE.test(line);
}

const isName = (written: string): boolean => written.length > 1 && headerFieldNamed(written) !== undefined;
