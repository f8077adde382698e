/**
 * Lines above a message and what they say of it, as `time direction transport source -> destination`, with `-` for
 * what they do not say.
 */
export type TellingLine = readonly [line: string, says: string];
