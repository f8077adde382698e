import type { Peers } from './peers.ts';

/** Whose address is the source's follows from the direction, where a log only says which is its own and which the other one's. */
export function sidesOf(
  { source, destination, local, remote }: Peers,
  direction: Peers['direction'],
): Pick<Peers, 'source' | 'destination'> {
  const far = direction === 'in' ? remote : direction === 'out' ? local : undefined;
  const near = direction === 'in' ? local : direction === 'out' ? remote : undefined;
  const from = source ?? (far === destination ? undefined : far);
  const to = destination ?? (near === source ? undefined : near);
  return { ...(from ? { source: from } : {}), ...(to ? { destination: to } : {}) };
}
