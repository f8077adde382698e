import { linesUp } from './near-lines.ts';

/** So far above the first row of a table the statement stands that creates it, and no longer is each of its lines. */
const LINES_ABOVE = 64;
const LONGEST_STATEMENT = 32_768;
const LONGEST_LINE = 2304;

/** The names of a table's columns where the dump creates it right above a line, as `mysqldump` writes it. */
export function columnsCreated(
  text: string,
  lineStart: number,
  table: string,
): readonly (string | undefined)[] | undefined {
  const lines: string[] = [];
  for (const { line } of linesUp(
    text,
    lineStart,
    Math.max(0, lineStart - LONGEST_STATEMENT),
    LINES_ABOVE,
    LONGEST_LINE,
  )) {
    lines.unshift(line);
    const created = CREATE.exec(line);
    if (!created) continue;
    const body = lines.join(' ').slice(created[0].length);
    return bare(created[1]) === bare(table) ? namesCreated(body) : undefined;
  }
  return undefined;
}

const CREATE = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.`"[\]]{1,128})\s*\(/i;
const bare = (name = ''): string => name.replaceAll(/[`"[\]]/g, '').replace(/^.*\./, '');

/** `"id" int NOT NULL, "raw" text, PRIMARY KEY ("id")) ENGINE=InnoDB;` without what is no column. */
function namesCreated(body: string): readonly (string | undefined)[] {
  const flat = body.replaceAll(/\([^()]{0,200}\)/g, '').replace(/\).*$/, '');
  return flat
    .split(',')
    .map((column) => /^\s*[`"[]?(\w{1,64})[`"\]]?\s/.exec(column)?.[1])
    .filter(
      (name) => name === undefined || !/^(?:primary|unique|key|index|constraint|foreign|fulltext|check)$/i.test(name),
    );
}
