import { textOf } from '../../sip/span.ts';
import { parseMediaDescription, type SdpLine } from '../../sip/values/sdp.ts';

/** The part of a session description that a place is in: up to the first `m=`, or from one `m=` to the next. */
export interface Section {
  /** The lines of the section but for the one at the place. */
  readonly lines: readonly SdpLine[];
  readonly before: readonly SdpLine[];
  /** Those behind the place; in the last section nothing follows them. */
  readonly after: readonly SdpLine[];
  /** What the `m=` line says; undefined in the session part. */
  readonly media: Media | undefined;
}

export interface Media {
  readonly kind: string;
  readonly protocol: string;
  readonly formats: readonly string[];
  /** `opus/48000/2` by the payload type that an `a=rtpmap` of the section gives it. */
  readonly codecs: ReadonlyMap<string, string>;
}

/** `lines` are all of the description but for the one at the caret. */
export function sectionAt(text: string, lines: readonly SdpLine[], caret: number): Section {
  const above = lines.filter((line) => line.span.end < caret);
  const below = lines.filter((line) => line.span.start > caret);
  const start = above.findLastIndex((line) => line.type === 'm');
  const before = above.slice(Math.max(start, 0));
  const next = below.findIndex((line) => line.type === 'm');
  const after = next < 0 ? below : below.slice(0, next);
  const own = [...before, ...after];
  return { lines: own, before, after, media: start < 0 ? undefined : mediaOf(text, own) };
}

function mediaOf(text: string, lines: readonly SdpLine[]): Media | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const { media, protocol, formats } = parseMediaDescription(text, first.value);
  return {
    kind: media ? textOf(text, media) : '',
    protocol: protocol ? textOf(text, protocol) : '',
    formats: formats.map((format) => textOf(text, format)),
    codecs: mappedCodecs(text, lines),
  };
}

/** The codecs of the `a=rtpmap` lines (RFC 8866 §6.6). */
export function mappedCodecs(text: string, lines: readonly SdpLine[]): ReadonlyMap<string, string> {
  const codecs = new Map<string, string>();
  for (const line of lines) {
    const map = line.type === 'a' ? /^rtpmap:(\d{1,3})[ \t]+(\S+)/.exec(textOf(text, line.value)) : null;
    if (map?.[1] && map[2]) codecs.set(map[1], map[2]);
  }
  return codecs;
}

/** The name of each attribute of a section. */
export const attributeNames = (text: string, lines: readonly SdpLine[]): ReadonlySet<string> =>
  new Set(
    lines.filter((line) => line.type === 'a').map((line) => /^[^:\s]*/.exec(textOf(text, line.value))?.[0] ?? ''),
  );
