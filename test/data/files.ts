import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a text file holds: sentences, nested in objects and lists. */
export type Texts = string | readonly Texts[] | { readonly [key: string]: Texts };

export interface DataFile {
  /** Below `data`, with `/` between: `texts/tr/methods.json`. */
  readonly path: string;
  readonly name: string;
  readonly content: unknown;
}

/** The root of the repository, from which `node --test` runs. */
const data = join(process.cwd(), 'data');

export const languages = ['en', 'tr'] as const;

/** The folders that hold one folder of texts per language. */
export const textFolders = ['texts', 'dialects/texts'] as const;

/** The JSON files of one folder below `data`, not those of its folders. */
export function filesOf(folder: string): readonly DataFile[] {
  if (!existsSync(join(data, folder))) return [];
  return readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, name, content: read(`${folder}/${name}`) }));
}

export function read<T = unknown>(path: string): T {
  return JSON.parse(readFileSync(join(data, path), 'utf8')) as T;
}

/** Every sentence with the keys that lead to it: `486/causes/0`. */
export function sentences(texts: Texts, path = ''): readonly (readonly [path: string, sentence: string])[] {
  if (typeof texts === 'string') return [[path, texts]];
  return Object.entries(texts).flatMap(([key, value]) => sentences(value, path === '' ? key : `${path}/${key}`));
}
