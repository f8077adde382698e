import type { XmlElement } from '../xml/document.ts';
import { firstElements } from '../xml/root.ts';

/** Roots of FreeSWITCH's files, and what must stand in them; other programs use these names as well. */
const roots: Readonly<Record<string, (children: ReadonlySet<string>) => boolean>> = {
  include: (children) =>
    some(children, ['context', 'extension', 'gateway', 'user', 'domain', 'X-PRE-PROCESS', 'configuration']) ||
    menu(children) ||
    params(children),
  profile: (children) => some(children, ['settings', 'gateways', 'aliases', 'domains']) && children.has('param'),
  context: (children) => children.has('extension'),
  extension: (children) => children.has('condition'),
  condition: (children) => some(children, ['action', 'anti-action']),
  gateway: (children) => children.has('param'),
  gateways: (children) => children.has('gateway'),
  user: (children) => some(children, ['params', 'variables']),
  domain: (children) => some(children, ['params', 'variables', 'groups']),
  menu: (children) => children.has('entry'),
  configuration: (children) => some(children, ['param', 'menus', 'X-PRE-PROCESS']),
  section: () => true,
  'X-PRE-PROCESS': () => true,
};

const some = (children: ReadonlySet<string>, names: readonly string[]): boolean =>
  names.some((name) => children.has(name));
const menu = (children: ReadonlySet<string>): boolean => children.has('menu') && children.has('entry');
const params = (children: ReadonlySet<string>): boolean => children.has('profile') && children.has('param');

/** Whether a text is part of FreeSWITCH's configuration, told from its first elements. */
export function isFreeswitch(text: string, _name: string): boolean {
  const elements = firstElements(text);
  const [root] = elements;
  if (!root) return false;
  const value = (name: string): string => {
    const span = root.attributes.find((attribute) => attribute.name === name)?.value;
    return span ? text.slice(span.start, span.end) : '';
  };
  if (root.name === 'document') return value('type') === 'freeswitch/xml';
  if (root.name === 'configuration' && !value('name').endsWith('.conf')) return false;
  if (
    root.name === 'section' &&
    !/^(?:dialplan|directory|configuration|chatplan|phrases|languages)$/.test(value('name'))
  )
    return false;
  const needsName =
    root.name === 'profile' ||
    root.name === 'extension' ||
    root.name === 'context' ||
    root.name === 'gateway' ||
    root.name === 'menu';
  if (needsName && value('name') === '') return false;
  return roots[root.name]?.(namesOf(elements.slice(1))) ?? false;
}

const namesOf = (elements: readonly XmlElement[]): ReadonlySet<string> =>
  new Set(elements.map((element) => element.name));
