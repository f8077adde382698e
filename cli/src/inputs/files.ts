import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { failureOf, InputFailure } from './failure.ts';

/** A file to read; `-` is standard input. */
export interface InputFile {
  readonly path: string;
  /** Whether the call names the file itself. What only lies in a folder may turn out to be no text. */
  readonly named: boolean;
}

/** The files that the operands name, folders opened up in the order of their names; what cannot be opened with them. */
export function filesOf(operands: readonly string[]): readonly (InputFile | InputFailure)[] {
  return operands.flatMap((path) => (path !== '-' && isFolder(path) ? filesIn(path) : [{ path, named: true }]));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // Reading it will say why.
    return false;
  }
}

/** Folders that hold no work of anybody's. */
const PASSED_OVER = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Programs: SIP in them is somebody's string. Lua, Python and JavaScript may be routing scripts. */
const PROGRAM =
  /^\.(?:c|h|cc|cpp|cxx|hh|hpp|m|mm|cs|d|go|rs|java|kt|kts|scala|groovy|swift|ts|tsx|jsx|mjs|cjs|rb|php|pl|pm|t|erl|hrl|ex|exs|el|vim|css|scss|html?|map|ipynb)$/;

/** Links are not followed: they may lead in circles. */
function filesIn(folder: string): readonly (InputFile | InputFailure)[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [new InputFailure(folder, failureOf(error))];
  }
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (PASSED_OVER.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && !PROGRAM.test(extname(entry.name).toLowerCase()) ? [{ path, named: false }] : [];
    });
}
