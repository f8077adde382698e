import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { table } from './measure.ts';

/** What a user downloads. */
export function sizes(): string {
  const bundles = ['dist/server.js', 'dist/client.js', 'dist/cli.js'].filter((file) => existsSync(file));
  const packages = readdirSync('.').filter((file) => file.endsWith('.vsix'));
  return table(
    ['file', 'minified', 'compressed'],
    [
      ...bundles.map((file) => {
        const { code } = transformSync(readFileSync(file, 'utf8'), { minify: true });
        return [file, kilobytes(Buffer.byteLength(code)), kilobytes(gzipSync(code).length)];
      }),
      ...packages.map((file) => [file, '', kilobytes(statSync(file).size)]),
    ],
  );
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;
