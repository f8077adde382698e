import type { ConfigReading } from '../../reading.ts';
import { type BlockReader, readBlocks, wholeFile } from '../blocks.ts';
import { readAel } from './ael.ts';
import { readDialplan } from './dialplan.ts';
import { finished, newDraft } from './draft.ts';
import { type Flavor, flavorOf } from './flavor.ts';
import { readLua } from './lua.ts';
import { readNotify } from './notify.ts';
import { readOptions } from './options.ts';

export { asteriskRules } from './rules.ts';

/** Whether a text is one of Asterisk's configuration files, told by its content first and its name second. */
export const isAsterisk = (text: string, name: string): boolean => flavorOf(text, name) !== undefined;

const readers: Readonly<Record<Flavor, BlockReader>> = {
  dialplan: wholeFile(readDialplan),
  ael: wholeFile(readAel),
  lua: wholeFile(readLua),
  notify: wholeFile(readNotify),
  pjsip: wholeFile((text) => readOptions(text, 'pjsip')),
  sip: wholeFile((text) => readOptions(text, 'sip')),
  wizard: wholeFile((text) => readOptions(text, 'wizard')),
  stirShaken: wholeFile((text) => readOptions(text, 'stirShaken')),
  other: wholeFile((text) => finished(newDraft(text))),
};

/**
 * The SIP in one of Asterisk's files: dialplans (extensions.conf, AEL, Lua), pjsip.conf, pjsip_wizard.conf, sip.conf,
 * pjsip_notify.conf, stir_shaken.conf. The name helps where the content does not tell which.
 */
export const readAsterisk = (text: string, name = '', previous?: ConfigReading): ConfigReading =>
  readBlocks(readers[flavorOf(text, name) ?? 'other'], text, previous);
