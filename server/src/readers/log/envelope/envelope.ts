import type { Gist } from '../../../sip/message.ts';
import { uncarriedAround } from '../carried/carried.ts';
import { carriersAt } from '../carried/carriers.ts';
import { type CarriedLayout, type CodedLayout, type Frame, isRemade, type Layout, plainLines } from '../frame.ts';
import { framesIn } from '../framing.ts';
import { plainAround } from '../markup/marked.ts';
import { flowedAround } from '../wrap/flowed.ts';
import { withFarther } from './farther-facts.ts';
import { envelopeFromLines, type Place } from './lines-around.ts';
import { type Envelope, isSaid, type Said, saidIn, withInferred } from './said.ts';
import { inOrderAround } from './time/day-order.ts';
import { nearerToEvent } from './time/program-time.ts';
import type { UserRow } from './user/user-rows.ts';

export type { Envelope } from './said.ts';

/**
 * The envelope of a message from the lines around it; `floor` is where the message before it ends. What a line says by
 * a row of the user goes before what the reader makes of it.
 */
export const envelopeOf = (
  text: string,
  frame: Frame,
  floor: number,
  message: Gist,
  userRows: readonly UserRow[] = [],
): Envelope => {
  const near = text.slice(0, frame.end + LONGEST_BEHIND);
  const envelope = envelopeAt({ text: near, frame, floor, message, userRows, records: [] });
  return envelope.time?.guessedOrder
    ? { ...envelope, time: inOrderAround(envelope.time, near, frame.start) }
    : envelope;
};

/**
 * What stands farther behind a message says nothing of it. Cut off once here, for whoever looks for the end of a line
 * would look through the rest of a log that is one line.
 */
const LONGEST_BEHIND = 65_536;

/** How a message stands in a string that spells its line breaks. */
const IN_STRING: CodedLayout = { kind: 'coded', code: 'backslash', wrap: undefined };

/** So many tools may have carried the lines around a message, one what the other wrote. */
const MOST_CARRIERS = 3;

/** As the lines stand, and where those do not say enough, without what carries them. */
function envelopeAt(place: Place): Envelope {
  if (isRemade(place.frame.layout)) return envelopeInRemade(place);
  const envelope = envelopeFromLines(place);
  const isEnough = saysEnough(envelope, place.frame) && (hasBothEnds(envelope) || !isInLongString(place));
  if (place.records.length === MOST_CARRIERS || isEnough) return envelope;
  return withFarther(withCarried(envelope, place), place);
}

/** Nothing more is to be found of a message whose record says so much. */
function saysEnough(envelope: Envelope, frame: Frame): boolean {
  const { time, direction, source, destination } = envelope;
  if (time === undefined || direction === undefined) return false;
  return hasSides(frame)
    ? isSaid(envelope, 'source') || isSaid(envelope, 'destination')
    : (source ?? destination) !== undefined;
}

const hasBothEnds = ({ source, destination }: Said): boolean => source !== undefined && destination !== undefined;

/** Lines may stand above a message in the same string, of which as it stands only the nearest are looked at. */
const isInLongString = ({ text, frame }: Place): boolean =>
  frame.layout.kind === 'coded' && text[frame.start - 1] === 'n' && text[frame.start - 2] === '\\';

/**
 * Where every line of a message has the same before it, so has each line that tells of it, and what the message lets
 * one think is no reason not to look at them all. Elsewhere the lines above may be records of their own.
 */
const hasSides = ({ layout }: Frame): boolean => layout.kind === 'lines' && layout.prefix !== '';

/** What is not said as the lines stand may be said without what carries them. */
function withCarried(envelope: Envelope, place: Place): Envelope {
  const { text, frame, floor, message } = place;
  for (const carrier of carriersAt(text, frame.start)) {
    const around = uncarriedAround(text, frame, floor, carrier);
    const inner = framesIn(around.text, around.start).next().value;
    if (inner?.start !== around.start) continue;
    const records = [...place.records, around.record];
    const more = envelopeAt({ ...around, frame: inner, message, userRows: [], records });
    const said: Said = { ...saidIn(more), ...saidIn(envelope) };
    // Of several messages on one line, each may be told of by what tells of another one.
    const time = frame.layout.kind === 'lines' ? nearerToEvent(more.time, envelope.time) : undefined;
    if (time) said.time = time;
    return withInferred(said, message);
  }
  return envelope;
}

/**
 * How a message stands beside what its carrier has left out: on a line of many objects what stands right before the
 * string is of the same one, elements of a page may have more to say than what a page shows of them, and above lines
 * that have a border at both sides stands what is written into the border above them; so does what has no sign above
 * lines that have one.
 */
function layoutAsItStands({ carrier, layout }: CarriedLayout): Layout | undefined {
  if (carrier.kind === 'json-member') return carrier.prefix === undefined ? IN_STRING : undefined;
  if (carrier.kind === 'sides' || carrier.kind === 'signed-lines') return { ...plainLines, prefix: carrier.prefix };
  return carrier.kind === 'page' && layout.kind === 'lines' ? layout : undefined;
}

/** The envelope of a message that was read in a text made of the document's: from the lines of such a text. */
function envelopeInRemade(place: Place): Envelope {
  const { text, frame, floor } = place;
  const { layout } = frame;
  switch (layout.kind) {
    case 'marked':
      return envelopeAt({ ...place, ...plainAround(text, frame, layout, floor) });
    case 'wrapped':
      // But for what was broken as well, the lines around a wrapped message are those around any other.
      return envelopeAt({ ...place, ...flowedAround(text, { ...frame, layout: layout.layout }, floor) });
    case 'carried': {
      const { start, end, record, ...around } = uncarriedAround(text, frame, floor, layout.carrier);
      const inner = { ...frame, start, end, reach: undefined, layout: layout.layout };
      const envelope = envelopeAt({ ...place, ...around, frame: inner, records: [...place.records, record] });
      const asItStands = layoutAsItStands(layout);
      if (!asItStands || saysEnough(envelope, inner)) return envelope;
      const beside = envelopeFromLines({ ...place, frame: { ...frame, layout: asItStands } });
      return withInferred({ ...saidIn(beside), ...saidIn(envelope) }, place.message);
    }
    default:
      return envelopeFromLines(place);
  }
}
