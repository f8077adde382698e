/** Line and column, both from 1; columns in UTF-16 code units, lines end with a line feed. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Tells the places of offsets in a text that begins at a place. Near the last one asked for, it costs the way there. */
export function placesIn(text: string, origin: Place = { line: 1, column: 1 }): (offset: number) => Place {
  let line = origin.line;
  let lineStart = 0;
  let nextFeed = text.indexOf('\n');
  return (offset) => {
    while (offset < lineStart) {
      line--;
      nextFeed = lineStart - 1;
      lineStart = nextFeed === 0 ? 0 : text.lastIndexOf('\n', nextFeed - 1) + 1;
    }
    while (nextFeed >= 0 && nextFeed < offset) {
      line++;
      lineStart = nextFeed + 1;
      nextFeed = text.indexOf('\n', lineStart);
    }
    return { line, column: offset - lineStart + (lineStart === 0 ? origin.column : 1) };
  };
}
