/** How far the reading of a message may look: what an edit may have changed is read again so far (`reframe.ts`). */

/** A body whose length the log does not confirm is not followed over more start lines than this. */
export const START_LINES_IN_BODY = 16;
/** A message on one line, in a field of a table or on lines that a tool broke, is not longer: what is longer is somebody's mistake. */
export const LONGEST_ON_ONE_LINE = 262_144;
/** The reading of a start line looks back so far on its own line. */
export const LOOK_BACK = 16_384;
