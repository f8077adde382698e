import type { DialectRule } from '../../reading.ts';

/**
 * The rules that only a scenario can break. `error`: SIPp refuses the scenario; `warning`: it does something else than
 * was meant.
 */
export const sippRules = [
  { id: 'sip.sipp-unclosed-element', severity: 'error', section: 'XML 1.0 §3.1' },
  { id: 'sip.sipp-stray-end-tag', severity: 'error', section: 'XML 1.0 §3.1' },
  { id: 'sip.sipp-unfinished', severity: 'error', section: 'XML 1.0 §3.1' },
  { id: 'sip.sipp-attribute-quotes', severity: 'error', section: 'XML 1.0 §3.1' },
  { id: 'sip.sipp-unknown-element', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-misplaced-element', severity: 'warning', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-unknown-attribute', severity: 'warning', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-misplaced-attribute', severity: 'information', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-attribute-outside', severity: 'warning', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-attribute-value', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-recv-both', severity: 'warning', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-recv-neither', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-unknown-label', severity: 'error', section: 'SIPp, conditional branching' },
  { id: 'sip.sipp-duplicate-label', severity: 'error', section: 'SIPp, conditional branching' },
  { id: 'sip.sipp-optional-recv', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-optional-last', severity: 'information', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-timewait', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-no-message', severity: 'error', section: 'SIPp, XML scenarios' },
  { id: 'sip.sipp-start-line', severity: 'error', section: 'SIPp, keywords' },
  { id: 'sip.sipp-misspelt-keyword', severity: 'warning', section: 'SIPp, keywords' },
  { id: 'sip.sipp-unknown-keyword', severity: 'information', section: 'SIPp, keywords' },
  { id: 'sip.sipp-bracket', severity: 'error', section: 'SIPp, keywords' },
  { id: 'sip.sipp-call-id', severity: 'warning', section: 'SIPp, keywords' },
  { id: 'sip.sipp-cseq-number', severity: 'warning', section: 'RFC 3261 §17.1.1.3, §9.1' },
  { id: 'sip.sipp-cseq-order', severity: 'warning', section: 'RFC 3261 §12.2.1.1' },
  { id: 'sip.sipp-content-length', severity: 'warning', section: 'RFC 3261 §20.14' },
  { id: 'sip.sipp-no-content-length', severity: 'information', section: 'RFC 3261 §20.14' },
] as const satisfies readonly DialectRule[];

export type SippRuleId = (typeof sippRules)[number]['id'];
