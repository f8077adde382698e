import type { ConfigReading } from '../../reading.ts';
import { type Block, type BlockReader, readBlocks, wholeFile } from '../blocks.ts';
import { aelReader } from './ael.ts';
import { dialplanReader } from './dialplan.ts';
import { finished, newDraft } from './draft.ts';
import { type Flavor, flavorOf } from './flavor.ts';
import { luaReader } from './lua.ts';
import { notifyReader } from './notify.ts';
import { optionsReader, pjsipReader } from './options.ts';

export { asteriskRules } from './rules.ts';

/** Whether a text is one of Asterisk's configuration files, told by its content first and its name second. */
export const isAsterisk = (text: string, name: string): boolean => flavorOf(text, name) !== undefined;

type Reader = (text: string, previous: ConfigReading | undefined) => ConfigReading;

const by =
  <Kind extends Block>(reader: BlockReader<Kind>): Reader =>
  (text, previous) =>
    readBlocks(reader, text, previous);

const readers: Readonly<Record<Flavor, Reader>> = {
  dialplan: by(dialplanReader),
  ael: by(aelReader),
  lua: by(luaReader),
  notify: by(notifyReader),
  pjsip: by(pjsipReader),
  sip: by(optionsReader('sip')),
  wizard: by(optionsReader('wizard')),
  stirShaken: by(optionsReader('stirShaken')),
  other: by(wholeFile((text) => finished(newDraft(text)))),
};

/**
 * The SIP in one of Asterisk's files: dialplans (extensions.conf, AEL, Lua), pjsip.conf, pjsip_wizard.conf, sip.conf,
 * pjsip_notify.conf, stir_shaken.conf. The name helps where the content does not tell which.
 */
export const readAsterisk = (text: string, name = '', previous?: ConfigReading): ConfigReading =>
  readers[flavorOf(text, name) ?? 'other'](text, previous);
