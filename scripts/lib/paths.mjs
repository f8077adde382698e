import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is fetched or written at run time: the editors, their settings, staged extensions. Ignored by git. */
export const cache = join(root, '.vscode-test');
