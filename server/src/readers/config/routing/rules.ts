import type { DialectRule } from '../../reading.ts';

/** The rules that need to know routing scripts. */
export const routingRules = [
  { id: 'sip.routing-answer-to-ack', severity: 'warning', section: 'RFC 3261 §17' },
  { id: 'sip.routing-provisional-answer', severity: 'warning', section: 'RFC 4320 §4.1' },
  { id: 'sip.routing-timeout-answer', severity: 'information', section: 'RFC 4320 §4.2' },
  { id: 'sip.routing-never-true', severity: 'warning', section: 'RFC 3261 §7' },
  { id: 'sip.routing-always-true', severity: 'warning', section: 'RFC 3261 §7' },
  { id: 'sip.routing-status-pattern', severity: 'warning', section: 'RFC 3261 §7.2' },
  { id: 'sip.routing-header-line-end', severity: 'warning', section: 'RFC 3261 §7.3.1' },
] as const satisfies readonly DialectRule[];
