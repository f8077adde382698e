import { type Span, span } from '../../../sip/span.ts';
import type { SdpLine } from '../../../sip/values/sdp.ts';
import type { Judged, Report } from '../judged.ts';
import { isNamedLike, valueOf } from './named-lines.ts';

/** Streams by the restrictions that each keeps to (RFC 8851 §10), and which of them are sent side by side (RFC 8853 §5). */

/** `hi send pt=97,98;max-width=1280;max-fps=30` */
export const isRestriction = (value: string): boolean => {
  const match = /^[A-Za-z0-9_-]+\s+(?:send|recv)(?:\s+(\S+))?$/.exec(value);
  const limits = match?.[1]?.split(';') ?? [];
  return match !== null && limits.every(isLimit);
};

/** A limit may stand without a number, and anybody may add one. */
const isLimit = (written: string): boolean => {
  const [name = '', ...rest] = written.split('=');
  return rest.length === 0 || (forms.get(name)?.test(rest.join('=')) ?? name !== '');
};

const WHOLE = /^\d+$/;
/** Some give frames a second as a fraction, which others round. */
const FRACTION = /^\d+(?:\.\d+)?$/;

const forms: ReadonlyMap<string, RegExp> = new Map([
  ['pt', /^\d+(?:,\d+)*$/],
  ['max-width', WHOLE],
  ['max-height', WHOLE],
  ['max-fps', FRACTION],
  ['max-fs', WHOLE],
  ['max-br', WHOLE],
  ['max-pps', WHOLE],
  ['max-bpp', FRACTION],
  ['depend', /^[A-Za-z0-9_-]+(?:,[A-Za-z0-9_-]+)*$/],
]);

/** `a=simulcast:send hi;~lo recv mid,other`: each is the name of an `a=rid:` of the same stream. */
export function checkSimulcast(judged: Judged, section: readonly SdpLine[], report: Report): void {
  const names = namesOf(judged, section);
  if (!names) return;
  for (const line of section) {
    const value = valueOf(judged, line, 'simulcast');
    if (!value || judged.isWild(line.span)) continue;
    const missing = listed(judged, value).find((name) => !names.has(judged.textOf(name)));
    if (!missing) continue;
    report('sip.sdp-unknown-rid', missing, { args: [judged.textOf(missing)] });
    return;
  }
}

/** The names that `a=rid:` lines give; undefined where one of them is not known. */
function namesOf(judged: Judged, section: readonly SdpLine[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const line of section) {
    if (!isNamedLike(judged, line, 'rid')) continue;
    const value = valueOf(judged, line, 'rid');
    const name = value && /^\S+/.exec(judged.textOf(value))?.[0];
    if (name === undefined || judged.isWild(line.span)) return undefined;
    names.add(name);
  }
  return names;
}

/** The names in the lists; none in the form of a draft, whose lists say what they are of (`send rid=hi;lo`). */
function listed(judged: Judged, value: Span): readonly Span[] {
  const written = judged.textOf(value);
  if (!/^(?:send|recv)\s/.test(written) || written.includes('=')) return [];
  return [...written.matchAll(/[^\s;,~]+/g)]
    .filter(({ 0: word }) => word !== 'send' && word !== 'recv')
    .map(({ 0: word, index }) => span(value.start + index, value.start + index + word.length));
}
