/** One line of a fixture's text with what is claimed of it. */
export interface MarkedLine {
  readonly text: string;
  /** In the fixture, 1-based. */
  readonly lineNumber: number;
  readonly claims: readonly Claim[];
}

/** Columns `start` (inclusive) to `end` have these scopes; none at all of SIP where `scopes` is empty. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
  readonly lineNumber: number;
}

/**
 * Reads a fixture. Of its lines
 *
 *     | INVITE sip:bob@example.com SIP/2.0
 *     # ^^^^^^ keyword.control.method.sip
 *     #        ^^^ plain
 *
 * those behind `| ` are the text, those behind `# ` say which scopes the columns above the carets have (`plain`: none
 * of SIP), and all others are for the reader.
 */
export function readMarked(fixture: string): MarkedLine[] {
  const lines: { text: string; lineNumber: number; claims: Claim[] }[] = [];
  fixture.split(/\r?\n/).forEach((line, index) => {
    const lineNumber = index + 1;
    if (line === '|' || line.startsWith('| ')) lines.push({ text: line.slice(2), lineNumber, claims: [] });
    const claim = /^#( *)(\^+) (\S.*)$/.exec(line);
    if (claim) lines.at(-1)?.claims.push(claimOf(claim, lineNumber));
  });
  return lines;
}

function claimOf([, blanks, carets, words]: RegExpExecArray, lineNumber: number): Claim {
  const start = blanks!.length - 1;
  const scopes = words === 'plain' ? [] : words!.split(' ');
  return { start, end: start + carets!.length, scopes, lineNumber };
}
