import type { DialectRule } from '../../reading.ts';

/** The rules that only FreeSWITCH's configuration can break. */
export const freeswitchRules = [
  { id: 'sip.freeswitch-unknown-cause', severity: 'warning', section: 'FreeSWITCH, hangup causes' },
  { id: 'sip.freeswitch-parameter-value', severity: 'warning', section: 'FreeSWITCH, mod_sofia' },
  { id: 'sip.freeswitch-parameter-minimum', severity: 'warning', section: 'RFC 4028 §5' },
  { id: 'sip.freeswitch-misspelt-parameter', severity: 'hint', section: 'FreeSWITCH, mod_sofia' },
  { id: 'sip.freeswitch-respond-code', severity: 'warning', section: 'FreeSWITCH, mod_dptools' },
] as const satisfies readonly DialectRule[];

export type FreeswitchRuleId = (typeof freeswitchRules)[number]['id'];
