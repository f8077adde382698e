import type { PhysicalLine } from '../shapes/physical-lines.ts';
import type { Page } from './carrier.ts';
import type { Content } from './content.ts';

/** Lines of a page: elements stand around what they say, and its signs as entities. */

const BEFORE = /^\s*(?:<[a-z][a-z0-9]{0,9}(?: [^<>]{0,128})?>\s*){1,8}/i;
const BEHIND = /(?:<\/?[a-z][a-z0-9]{0,9} ?\/?>\s*){1,8}$/i;
const ENTITY = /&(?:lt|gt|quot|amp|#\d{2,3}|#x[\dA-Fa-f]{2});/;
const LONGEST_TAGS = 512;

const page: Page = { kind: 'page' };

export function pageAround(text: string, { start, end }: PhysicalLine, at: number): Page | undefined {
  const isInElement =
    BEFORE.test(text.slice(start, Math.min(at, start + LONGEST_TAGS))) ||
    BEHIND.test(text.slice(Math.max(at, end - LONGEST_TAGS), end));
  return isInElement || hasEntity(text.slice(at, at + LONGEST_TAGS)) ? page : undefined;
}

const hasEntity = (near: string): boolean => near.includes('&') && ENTITY.test(near);

export function contentOfPage(text: string, { start, end, next }: PhysicalLine): Content {
  const before = BEFORE.exec(text.slice(start, Math.min(end, start + LONGEST_TAGS)))?.[0].length ?? 0;
  const tail = text.slice(Math.max(start + before, end - LONGEST_TAGS), end);
  return { start: start + before, end: end - (BEHIND.exec(tail)?.[0].length ?? 0), next };
}
