import { sdp as sdpFacts } from '../../../knowledge/facts.ts';
import { type Span, span, words } from '../../../sip/span.ts';
import { parseSdpAttribute, type SdpLine } from '../../../sip/values/sdp.ts';
import { replaceFix } from '../finding.ts';
import { isDigits } from '../grammar.ts';
import type { Judged, Report } from '../judged.ts';
import { intendedAttribute } from './attributes.ts';
import { betterParameter } from './codec-parameters.ts';
import { isNamedLike, valueOf } from './named-lines.ts';

/** What a section says of its codecs: their clock rates, their parameters, what a retransmission repeats. */

/** `96 H264/90000`, in a section of RTP. */
interface Mapping {
  readonly number: string;
  readonly codec: string;
  readonly line: SdpLine;
}

export function checkCodecs(judged: Judged, section: readonly SdpLine[], isWhole: boolean, report: Report): void {
  const mappings = new Map<string, Mapping>();
  for (const line of section) {
    const value = valueOf(judged, line, 'rtpmap');
    const [number, encoding, ...more] = value ? words(judged.text, value) : [];
    if (!number || !encoding || more.length > 0 || judged.isWild(line.span)) continue;
    const [codec = ''] = judged.textOf(encoding).split('/', 1);
    // Of a number with a codec of its own its own check tells.
    const isDynamic = isDigits(judged.textOf(number)) && Number(judged.textOf(number)) >= FIRST_DYNAMIC;
    if (isDynamic) checkRate(judged, encoding, report);
    mappings.set(judged.textOf(number), { number: judged.textOf(number), codec: codec.toLowerCase(), line });
  }
  for (const line of section) checkParameters(judged, line, mappings, report);
  if (isWhole) checkRetransmissions(judged, section, mappings, report);
}

/** Those below have a codec, or had one and are given to nobody (RFC 3551 §6). */
const FIRST_DYNAMIC = 35;

/** Codecs of one clock rate only, whatever they run at. */
const ofOneRate = new Map(
  sdpFacts.codecs.filter((codec) => codec.rate !== undefined).map((codec) => [codec.name.toLowerCase(), codec]),
);

/** `opus/48000/2`, `H264/90000` */
function checkRate(judged: Judged, encoding: Span, report: Report): void {
  const [, name = '', rate = '', channels] = /^([^/\s]+)\/([1-9]\d*)(?:\/(\d+))?$/.exec(judged.textOf(encoding)) ?? [];
  const codec = ofOneRate.get(name.toLowerCase());
  if (!codec) return;
  const hasChannels = codec.channels === undefined || codec.channels === Number(channels ?? 1);
  if (Number(rate) === codec.clockRate && hasChannels) return;
  const wanted = [name, codec.clockRate, codec.channels ?? channels].filter((part) => part !== undefined).join('/');
  report('sip.sdp-codec-rate', encoding, {
    args: [name, wanted, judged.textOf(encoding)],
    fix: replaceFix(encoding, wanted),
    // What no RFC insists on peers take as it is meant.
    ...(codec.rate === 'must' ? {} : { slight: true }),
  });
}

/** `a=fmtp:96 profile-level-id=42e01f;packetization-mode=1` */
function checkParameters(judged: Judged, line: SdpLine, mappings: ReadonlyMap<string, Mapping>, report: Report): void {
  const value = valueOf(judged, line, 'fmtp');
  if (!value || judged.isWild(line.span)) return;
  const [, number = '', list = ''] = /^(\S+)\s+(.*)$/.exec(judged.textOf(value)) ?? [];
  const codec = mappings.get(number)?.codec ?? staticCodecs[number];
  const better = codec && betterParameter(codec, list);
  if (!better) return;
  const args = ['fmtp', `fmtp:${number} ${better.example}`];
  report('sip.sdp-malformed-attribute', line.value, { args, ...(better.slight ? { slight: true } : {}) });
}

/** Codecs with parameters that need no `a=rtpmap:`. */
const staticCodecs: Readonly<Record<string, string>> = { '4': 'g723', '18': 'g729', '34': 'h263' };

/** `a=fmtp:97 apt=96`: a retransmission repeats the packets of one payload type (RFC 4588 §8.1). */
function checkRetransmissions(
  judged: Judged,
  section: readonly SdpLine[],
  mappings: ReadonlyMap<string, Mapping>,
  report: Report,
): void {
  const formats = new Map<string, Span>();
  for (const line of section) {
    if (line.type !== 'a') continue;
    const value = valueOf(judged, line, 'fmtp');
    const number = value && /^\d+(?=\s)/.exec(judged.textOf(value))?.[0];
    const { name } = parseSdpAttribute(judged.text, line.value);
    const isMeant = isNamedLike(judged, line, 'fmtp') || intendedAttribute(judged.textOf(name)) === 'fmtp';
    if (!isMeant) continue;
    // One that is unreadable, or of a number that means nothing here, may be the one that is missed.
    if (!value || number === undefined || judged.isWild(line.span)) return;
    if (Number(number) >= FIRST_DYNAMIC && !mappings.has(number)) return;
    formats.set(number, value);
  }
  for (const { number, codec, line } of mappings.values()) {
    if (codec !== 'rtx') continue;
    const format = formats.get(number);
    if (format && /[\s;]apt\s*=/i.test(judged.textOf(format))) continue;
    const place = format ?? span(line.value.start, line.value.end);
    report('sip.sdp-missing-apt', place, { args: [number] });
  }
}
