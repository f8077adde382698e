import { q850Causes } from '../../../knowledge/facts.ts';
import { type Span, span } from '../../../sip/span.ts';
import { nearestName } from '../spelling.ts';
import type { Collector } from '../xml/collector.ts';
import { report } from './findings.ts';
import { otherCauses } from './table.ts';

const codesByName = new Map(
  q850Causes.flatMap((fact) => (fact.freeswitch === undefined ? [] : [[fact.freeswitch, fact.code] as const])),
);

/** Its own causes by the numbers that they had in older versions. */
const codesByFormerNumber = new Map(
  q850Causes.flatMap((fact) => (fact.formerly === undefined ? [] : [[fact.formerly, fact.code] as const])),
);

/** The cause that a number stands for, in this version or an older one. */
export const causeNumbered = (number: number): number => codesByFormerNumber.get(number) ?? number;

const allNames = [...codesByName.keys()].join(' ');

/** A name of FreeSWITCH's or a number; FreeSWITCH compares names without regard to case. */
export function readCause(written: string, place: Span, certain: boolean, found: Collector): void {
  const start = /^[!~]/.test(written) ? 1 : 0;
  const name = written.slice(start);
  const bare = span(place.start + start, place.end);
  const code = /^\d{1,3}$/.test(name) ? causeNumbered(Number(name)) : codesByName.get(name.toUpperCase());
  if (code !== undefined) found.mention({ kind: 'q850Cause', code }, bare);
  else if (/^[A-Za-z_]+$/.test(name) && !otherCauses.has(name.toUpperCase())) {
    // Where the name of something else may stand, only what nearly is a cause's is one misspelt.
    if (certain || (name.includes('_') && nearestName(name, codesByName.keys()))) reportCause(name, bare, found);
  }
}

/** Words in small letters are names of something else, unless they nearly are a cause. */
function reportCause(name: string, place: Span, found: Collector): void {
  const meant = nearestName(name, codesByName.keys());
  if (meant === undefined && name !== name.toUpperCase()) return;
  report(found, 'sip.freeswitch-unknown-cause', place, [name], meant);
}

/**
 * A cause in a pattern, where a part of a name is as good as a name. Nothing is said of words that are no cause's, but
 * of those that nearly are.
 */
export function readCauseInPattern(written: string, place: Span, found: Collector): void {
  const isPart = !codesByName.has(written) && allNames.includes(written);
  readComparedCause(written, place, !isPart, found);
}

/** What a cause is compared with: names of FreeSWITCH's, and words of one's own that stand in for them. */
export function readComparedCause(written: string, place: Span, judged: boolean, found: Collector): void {
  const code = codesByName.get(written);
  if (code !== undefined) found.mention({ kind: 'q850Cause', code }, place);
  else if (judged && /^[A-Z]+(?:_[A-Z]+)+$/.test(written) && !otherCauses.has(written)) {
    const meant = nearestName(written, codesByName.keys());
    if (meant !== undefined) report(found, 'sip.freeswitch-unknown-cause', place, [written], meant);
  }
}
