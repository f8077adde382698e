import type { BlockReading } from '../../reading.ts';
import { type Block, type BlockReader, blockText } from '../blocks.ts';
import { type XmlOptions, xmlPartAt } from '../xml/read-xml.ts';

/** Elements that hold many others, each of which is read for itself, but for the names of what it stands in. */
const containers: ReadonlySet<string> = new Set([
  ...['document', 'include', 'section', 'context', 'configuration', 'configurations'],
  ...['profiles', 'profile', 'settings', 'gateways', 'domains', 'domain', 'groups', 'group', 'users'],
  ...['network-lists', 'list', 'language', 'phrases', 'macros', 'menus'],
]);

/** What cannot hold an extension or a context, and so was never closed where one begins. */
const partsOfExtensions: ReadonlySet<string> = new Set(['extension', 'condition', 'regex', 'action', 'anti-action']);

const endsBefore = (open: string, next: string): boolean =>
  (next === 'extension' || next === 'context') && partsOfExtensions.has(open);

/** How a text is read that stands in elements of these names. */
export const xmlWithin = (names: readonly string[]): XmlOptions => ({ endsBefore, within: names });

/** Cuts a file into extensions, users, gateways, parameters: `read` is given the text of one and what it stands in. */
export const readerOfParts = (read: (text: string, within: readonly string[]) => BlockReading): BlockReader => ({
  blockAt: (text, start, before): Block => {
    const within = before === '' ? [] : before.split(' ');
    const part = xmlPartAt(text, start, xmlWithin(within), (name) => containers.has(name));
    const end = part?.end ?? text.length;
    const seen = part?.sound ? end + LOOK_AHEAD : Number.POSITIVE_INFINITY;
    return {
      length: end - start,
      seen: (seen > text.length ? Number.POSITIVE_INFINITY : seen) - start,
      before,
      after: part?.open.join(' ') ?? '',
      reading: read(blockText(text, start, { end, seen }), within),
    };
  },
});

/** Behind a tag its end may be looked for so far. */
const LOOK_AHEAD = 8;
