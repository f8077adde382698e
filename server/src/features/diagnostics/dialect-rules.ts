import { asteriskRules } from '../../readers/config/asterisk/rules.ts';
import { freeswitchRules } from '../../readers/config/freeswitch/rules.ts';
import { routingRules } from '../../readers/config/routing/rules.ts';
import { sippRules } from '../../readers/config/sipp/rules.ts';

/** Rules that take the knowledge of one kind of configuration file; each reader keeps its own. */
export const dialectRules = [...asteriskRules, ...freeswitchRules, ...routingRules, ...sippRules] as const;

export type DialectRuleId = (typeof dialectRules)[number]['id'];
