import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { columnsCreated } from './created-columns.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A row that SQL inserts into a table whose columns the statement names, or the one that creates the table above it, the message among its values:
 * `INSERT INTO trace (at, is_outgoing, raw) VALUES ('2026-11-22 18:48:06', 1, 'INVITE …')`; the rows may stand on lines
 * of their own below the names, or several on one.
 */

/** So far above a row the names of its columns stand at most. */
const LINES_ABOVE = 64;
const LONGEST_INSERT = 32_768;
/** Of what stands behind the message on its line so much is looked at. */
const LONGEST_REST = 1024;

const INSERT =
  /^\s*(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+(?<table>[\w.`"[\]]{1,128})\s*(?:\((?<names>[^()]{1,2000})\)\s*)?VALUES\s*/i;
const NAME = /^\s*[`"[]?([\w ]{1,64})[`"\]]?\s*$/;
/**
 * A value and what parts it from the next one or ends the row: strings, one behind the other where a quote is doubled,
 * or what has no comma outside of brackets.
 */
const VALUE = /((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^,'"()]|\([^()]*\)){1,400})(,|\)|$)/y;
/** What becomes of the spelt line breaks of a string, as SQLite dumps one: `replace(replace('…','\\r',char(13)),'\\n',char(10))`. */
const REPLACEMENTS = /^'(?:,'[^']{1,4}',char\(\d{1,3}\)\)){1,3}/;
/** Between two rows. */
const NEXT_ROW = /\)\s{0,8},\s{0,8}\(/g;

export const insertedRecord: ReadRecord = (text, { start, end, layout }, before) => {
  if (layout.kind !== 'coded' && layout.kind !== 'lines') return undefined;
  const quote = text[start - 1];
  if (quote !== "'" && quote !== '"') return undefined;
  const floor = Math.max(0, start - LONGEST_INSERT);
  const lineStart = lineStartBefore(text, start, floor);
  const own = text.slice(lineStart, start);
  const insert = INSERT.exec(own);
  const statement = insert ?? (/^\s*\(/.test(own) ? statementAbove(text, lineStart, floor) : undefined);
  if (!statement) return undefined;
  const row = rowBehind(text.slice(Math.max(lineStart, before), start)) ?? firstRow(own.slice(insert?.[0].length));
  if (row === undefined) return undefined;
  const above = valuesIn(row.replace(/,?\s*[NE]?['"]$/, ''));
  const line = text.slice(end, Math.min(text.length, end + LONGEST_REST)).split('\n', 1)[0] ?? '';
  const rest = line.replace(REPLACEMENTS, quote);
  const behind = rest.startsWith(`${quote},`) ? valuesIn(rest.slice(2)) : [];
  const values = [...above, '', ...behind];
  const { names, table = '' } = statement.groups ?? {};
  const columns = names === undefined ? columnsCreated(text, lineStart, table) : namesIn(names);
  if (columns && values.length <= columns.length)
    return { fields: values.map((value, i) => `${columns[i] ?? ''}: ${value}`).join(', '), isWhole: true };
  return names === undefined ? { fields: values.map((value) => `'${value}'`).join(','), isWhole: true } : undefined;
};

const namesIn = (list: string): readonly (string | undefined)[] => list.split(',').map((name) => NAME.exec(name)?.[1]);

/** The last row in a text, where another one ends in it. */
function rowBehind(text: string): string | undefined {
  const last = [...text.matchAll(NEXT_ROW)].at(-1);
  return last && text.slice(last.index + last[0].length);
}

function firstRow(text: string): string | undefined {
  const opening = text.search(/\S/);
  return text[opening] === '(' ? text.slice(opening + 1) : undefined;
}

function statementAbove(text: string, lineStart: number, floor: number): RegExpExecArray | undefined {
  for (const { line } of linesUp(text, lineStart, floor, LINES_ABOVE, 2304)) {
    const statement = INSERT.exec(line);
    if (statement) return statement;
    if (!/^\s*[\w(]/.test(line)) return undefined;
  }
  return undefined;
}

function valuesIn(row: string): readonly string[] {
  const values: string[] = [];
  for (VALUE.lastIndex = 0; VALUE.lastIndex < row.length; ) {
    const [, value, end] = VALUE.exec(row) ?? [];
    if (value === undefined) return values;
    values.push(value.trim().replace(/^[NE]?['"]|['"]$/g, ''));
    if (end === ')') return values;
  }
  return values;
}
