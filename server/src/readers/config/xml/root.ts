import type { XmlElement } from './document.ts';
import { readXml } from './read-xml.ts';

/** How much of a file is looked at to tell what it is; licence texts of four thousand characters stand before roots. */
const HEAD = 16_384;

/** The first elements of a text, when it can be XML at all: enough to tell a dialect, cheap for any text. */
export function firstElements(text: string): readonly XmlElement[] {
  const head = text.slice(0, HEAD);
  return /^\s*</.test(head.slice(0, 512)) ? readXml(head).elements : [];
}
