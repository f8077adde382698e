import { type Span, span } from '../../sip/span.ts';
import { replaceFix } from './finding.ts';
import type { Judged, Report } from './judged.ts';
import { isSwappedOrDoubled, nearest } from './spelling.ts';

/** Namespaces of priorities and what each of them has (RFC 4412 §9, §10; RFC 7135, RFC 8101). */

const upTo = (highest: number): readonly string[] => Array.from({ length: highest + 1 }, (_, number) => `${number}`);
const ofNetworks = ['routine', 'priority', 'immediate', 'flash', 'flash-override'];

/** So short that others are one letter away. */
const priorities: ReadonlyMap<string, readonly string[]> = new Map([
  ['drsn', [...ofNetworks, 'flash-override-override']],
  ['dsn', ofNetworks],
  ['esnet', upTo(4)],
  ['ets', upTo(4)],
  ['mcpttp', upTo(15)],
  ['mcpttq', upTo(15)],
  ['q735', upTo(4)],
  ['wps', upTo(4)],
]);

const namespaces = [...priorities.keys()];

/** `wps.3` */
export function checkPriority(judged: Judged, token: Span, report: Report): void {
  const [namespace = '', priority = ''] = judged.textOf(token).toLowerCase().split('.', 2);
  const known = priorities.get(namespace);
  if (known) {
    if (known.includes(priority)) return;
    const place = span(token.start + namespace.length + 1, token.end);
    const meant = priority.length <= LONGEST_PRIORITY && /\D/.test(priority) ? nearest(priority, known) : undefined;
    report('sip.unknown-value', place, {
      args: [judged.textOf(place), `Resource-Priority: ${namespace}`, known.join(', ')],
      ...(meant === undefined ? {} : { fix: replaceFix(place, meant) }),
      slight: true,
    });
    return;
  }
  if (namespace.length > LONGEST_NAMESPACE) return;
  const meant = namespaces.find((name) => isSwappedOrDoubled(namespace, name));
  if (meant === undefined) return;
  const place = span(token.start, token.start + namespace.length);
  report('sip.unknown-value', place, {
    args: [judged.textOf(place), 'Resource-Priority', namespaces.join(', ')],
    fix: replaceFix(place, meant),
    slight: true,
  });
}

const LONGEST_NAMESPACE = 8;
const LONGEST_PRIORITY = 32;
