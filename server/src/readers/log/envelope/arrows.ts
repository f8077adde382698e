/** How logs draw arrows, as parts of patterns. */

/** What an arrow of several signs is drawn with: `──>`, `-->`, `═►`. */
export const SHAFT = '[-─━═]';
export const RIGHT_HEAD = '[►▶]';
export const LEFT_HEAD = '[◄◀]';
/** Signs that are arrows by themselves; the one behind them may make them pictures. */
export const RIGHT_SIGN = '(?:[→⇒⟶⟹⟼⇢⇨⇾↦➔➙➛➜➝➞➟➠➡⭢⮕▶►]|🡒|🡪|🡺)';
export const LEFT_SIGN = '(?:[←⇐⟵⟸⟻⇠⇦⇽↤⬅⭠]|🡐|🡨|🡸)';

/** A whole arrow that stands between two things. */
export const TO_THE_RIGHT = `(?:${SHAFT}{1,8}(?:>|${RIGHT_HEAD})|={1,8}(?:>|${RIGHT_HEAD})|${RIGHT_SIGN})`;
export const TO_THE_LEFT = `(?:(?:<|${LEFT_HEAD})(?:${SHAFT}{1,8}|={1,8})|${LEFT_SIGN})`;
