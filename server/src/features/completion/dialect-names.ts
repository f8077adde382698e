import asterisk from '../../../../data/dialects/asterisk.json';
import freeswitch from '../../../../data/dialects/freeswitch.json';
import sipp from '../../../../data/dialects/texts/en/sipp.json';
import type { Dialect } from '../../readers/reading.ts';

/** The words of the families of configuration files, by group. Lists in the tables of facts are no groups. */
const groupsByDialect: Readonly<Partial<Record<Dialect, Readonly<Record<string, object>>>>> = {
  asterisk: asterisk.groups,
  freeswitch,
  sipp,
};

export function dialectNames(dialect: Dialect, group: string): readonly string[] {
  const words = groupsByDialect[dialect]?.[group];
  return words === undefined || Array.isArray(words) ? [] : Object.keys(words);
}
