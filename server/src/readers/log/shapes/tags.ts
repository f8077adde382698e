/** Tags of a page. */

/** One that shows words in another way, or its end. A pattern without groups. */
export const WORD_TAG = '</?(?:a|b|code|em|font|i|mark|span|strong)(?:[ \\t][^<>\\n]{1,256})?>';
