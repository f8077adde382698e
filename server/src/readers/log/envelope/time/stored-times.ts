import { type Span, span } from '../../../../sip/span.ts';
import { digitBlind } from '../digit-blind.ts';

/** When a store took a record in, which stands beside the record's own time: `"ingestionTime": 1795375768071`. */
const STORED =
  /(?<![A-Za-z])(?:(?:ingest(?:ion|ed)?|index(?:ed)?|observed)_?(?:at|time(?:stamp|UnixNano)?)|_TimeReceived|(?:event\.)?ingested|(?:gl2_)?(?:receive|processing)_?timestamp)["']?\s?[:=]\s?["']?\d[\d.:+-]{8,24}(?:[T ]\d[\d.:Z+-]{4,24})?/gi;

const storedTimes = digitBlind((text): readonly Span[] =>
  [...text.matchAll(STORED)].map(({ index, 0: field }) => span(index, index + field.length)),
);

/** A text with blanks for such times. */
export const withoutStoredTimes = (text: string): string =>
  storedTimes(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
