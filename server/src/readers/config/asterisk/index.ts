import type { ConfigReading } from '../../reading.ts';
import { readAel } from './ael.ts';
import { readDialplan } from './dialplan.ts';
import { finished, newDraft } from './draft.ts';
import { flavorOf } from './flavor.ts';
import { readLua } from './lua.ts';
import { readNotify } from './notify.ts';
import { readOptions } from './options.ts';

export { asteriskRules } from './rules.ts';

/** Whether a text is one of Asterisk's configuration files, told by its content first and its name second. */
export const isAsterisk = (text: string, name: string): boolean => flavorOf(text, name) !== undefined;

/**
 * The SIP in one of Asterisk's files: dialplans (extensions.conf, AEL, Lua), pjsip.conf, pjsip_wizard.conf, sip.conf,
 * pjsip_notify.conf, stir_shaken.conf. The name helps where the content does not tell which.
 */
export function readAsterisk(text: string, name = ''): ConfigReading {
  const flavor = flavorOf(text, name);
  switch (flavor) {
    case 'dialplan':
      return readDialplan(text);
    case 'ael':
      return readAel(text);
    case 'lua':
      return readLua(text);
    case 'notify':
      return readNotify(text);
    case 'pjsip':
    case 'sip':
    case 'wizard':
    case 'stirShaken':
      return readOptions(text, flavor);
    default:
      return finished(newDraft(text));
  }
}
