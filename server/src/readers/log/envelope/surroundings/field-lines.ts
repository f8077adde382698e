import { digitBlind } from '../digit-blind.ts';
import { hasClock } from './telling.ts';

/** How a record begins behind what every line has before it: `DEBUG:scan:`, as Python's own logging writes, `Info: sipfw: `. */
const LEVEL_AND_NAME = /^\s*(?:debug|info|notice|warn(?:ing)?|err(?:or)?|critical): ?[\w.-]{1,64}:/i;

/**
 * `srcip: 192.0.2.1`, `Response Code = 0`; a name of several words holds no clock, for then a record begins with it. The
 * last one may lead to the message: `Full message:`.
 */
export const isField = digitBlind(
  (line) =>
    (!LEVEL_AND_NAME.test(line) &&
      /^\s*(?:- |\[|\*{1,2})?["':]?[\p{L}_][\p{L}\w.-]*["']?\]?\s*[:：=]>?(?: {0,12}\S|\s*$)/u.test(line)) ||
    (/^\s*[\p{L}_][\p{L}\w.-]*(?: [\p{L}\w.-]+){1,4}\s*(?:[:：=] ?\S|[:：=]\s*$)/u.test(line) && !hasClock(line)),
);
