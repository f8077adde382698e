/** The built extension as an editor sees it: the files that `.vscodeignore` lets through, and no other. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packagedReadme } from './packaged-readme.mjs';
import { root } from './paths.mjs';

/**
 * Copies the built extension, so that what runs is what the package holds.
 * @param {string} folder replaced where it exists
 * @returns {Promise<string>} the folder
 */
export async function stageExtension(folder, source = root) {
  await rm(folder, { recursive: true, force: true });
  for (const file of await packagedFiles(source)) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(source, file), target);
  }
  const readme = join(folder, 'README.md');
  await writeFile(readme, packagedReadme(await readFile(readme, 'utf8')));
  return folder;
}

/** Makes a folder of installed extensions that holds this one alone. */
export async function stageInstalled(extensionsFolder, source = root) {
  await rm(extensionsFolder, { recursive: true, force: true });
  const { publisher, name, version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  await stageExtension(join(extensionsFolder, `${publisher}.${name}-${version}`), source);
  return extensionsFolder;
}

/** The files that the manifest points to (code, grammars, pictures) and the package would lack. */
export async function missingFiles(source = root) {
  const files = await packagedFiles(source);
  return filesOfManifest(await readFile(join(source, 'package.json'), 'utf8')).filter((file) => !files.includes(file));
}

/** What the manifest says to npm, such as `bin`, is nothing to an editor. */
function filesOfManifest(manifest) {
  const { bin, ...forEditors } = JSON.parse(manifest);
  const paths = JSON.stringify(forEditors).matchAll(
    /"(?:\.\/)?((?:dist|docs|images|snippets|syntaxes|walkthroughs)\/[^"*]+\.\w+)"/g,
  );
  return [...new Set([...paths].map(([, path]) => path))];
}

async function packagedFiles(source) {
  const kept = (await readFile(join(source, '.vscodeignore'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const anyOf = (globs) => (path) => globs.some((glob) => globPattern(glob).test(path));
  // `node_modules` and the like need not be walked.
  const isReached = anyOf(kept.map((glob) => glob.split('/')[0]));
  const entries = (await readdir(source)).filter(isReached);
  const files = await Promise.all(entries.map((entry) => filesUnder(source, entry)));
  return files.flat().filter(anyOf(kept));
}

async function filesUnder(source, entry) {
  const inside = await readdir(join(source, entry), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (inside === undefined) return [entry];
  const parent = (file) => (file.parentPath ?? file.path).slice(source.length + 1).replaceAll('\\', '/');
  return inside.filter((file) => file.isFile()).map((file) => `${parent(file)}/${file.name}`);
}

/** `*` stops at a slash, `**` does not. */
function globPattern(glob) {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, (star) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[star]);
  return new RegExp(`^${source}$`);
}
