import type { DialectRule } from '../../reading.ts';

/** The rules that need Asterisk's own knowledge. */
export const asteriskRules = [
  { id: 'sip.asterisk-option-value', severity: 'warning' },
  { id: 'sip.asterisk-option-range', severity: 'warning' },
  { id: 'sip.asterisk-misspelt-option', severity: 'hint' },
  { id: 'sip.asterisk-session-timers', severity: 'warning', section: 'RFC 4028 §4' },
  { id: 'sip.asterisk-semicolon', severity: 'warning' },
  { id: 'sip.asterisk-argument', severity: 'warning' },
  { id: 'sip.asterisk-hangup-cause', severity: 'warning' },
  { id: 'sip.asterisk-dialstatus', severity: 'warning' },
  { id: 'sip.asterisk-never-true', severity: 'warning' },
] as const satisfies readonly DialectRule[];

export type AsteriskRule = (typeof asteriskRules)[number]['id'];
