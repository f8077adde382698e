import { replaceFix } from './finding.ts';
import { isToken } from './grammar.ts';
import type { HeadCheck } from './shaped-values.ts';
import { editDistance } from './spelling.ts';

/** Types of access networks (RFC 7315 §5.4, TS 24.229 §7.2A.4), whose list others may lengthen. */
const known = [
  ...['3GPP-GERAN', '3GPP-UTRAN', '3GPP-UTRAN-FDD', '3GPP-UTRAN-TDD', '3GPP-E-UTRAN', '3GPP-E-UTRAN-FDD'],
  ...['3GPP-E-UTRAN-TDD', '3GPP-NR', '3GPP-NR-FDD', '3GPP-NR-TDD', '3GPP-NR-U-FDD', '3GPP-NR-U-TDD'],
];

const glued = new Map(known.map((name) => [name.replaceAll('-', ''), name]));

/** The type that a misspelt one stands for: `3GPP-EUTRAN-FDD`, `3GPP-UTRAN-TTD`. */
function intendedNetwork(written: string): string | undefined {
  const name = written.toUpperCase();
  if (name.length > LONGEST_NAME || known.includes(name)) return undefined;
  return glued.get(name.replaceAll('-', '')) ?? onlyNear(name);
}

const LONGEST_NAME = 24;

function onlyNear(name: string): string | undefined {
  const near = known.filter((other) => other.length > SHORTEST_NAME && editDistance(name, other, 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}

const SHORTEST_NAME = 9;

export const accessNetworkType: HeadCheck = (judged, { head }, { canonical }, report) => {
  const written = judged.textOf(head);
  if (!isToken(written)) {
    report('sip.malformed-value', head, { args: [canonical, written, '3GPP-E-UTRAN-FDD'] });
    return false;
  }
  const meant = intendedNetwork(written);
  if (meant !== undefined && !judged.isWild(head)) {
    report('sip.unknown-value', head, {
      args: [written, canonical, `${meant} …`],
      fix: replaceFix(head, meant),
      slight: true,
    });
  }
  return true;
};
