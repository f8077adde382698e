/** Values of the parameters of codecs, in `a=fmtp:` lines: a row for each, from the RFC of its payload format. */

interface CodecParameter {
  readonly form: RegExp;
  readonly example: string;
  /** Whether peers that read another value go on as if it were not there. */
  readonly slight?: boolean;
}

const SWITCH: CodecParameter = { form: /^[01]$/, example: '1', slight: true };
const NUMBER = /^\d+$/;
const LIMIT: CodecParameter = { form: NUMBER, example: '3600', slight: true };
/** Frames a second, more than none, which some give as a fraction. */
const FRAMES: CodecParameter = { form: /^(?!0*(?:\.0*)?$)\d+(?:\.\d+)?$/, example: '30', slight: true };

/** Frames of 1/29.97 s from one picture to the next; old peers have blanks or slashes where the semicolons stand. */
const INTERVAL: CodecParameter = { form: /^0?(?:[1-9]|[12]\d|3[0-2])(?=[\s/]|$)/, example: '1', slight: true };
const PICTURES = { sqcif: INTERVAL, qcif: INTERVAL, cif: INTERVAL, cif4: INTERVAL, cif16: INTERVAL };

/** What both kinds of AMR have besides their modes, which are numbered from 0. */
const amr = (modes: string): Readonly<Record<string, CodecParameter>> => ({
  'mode-set': { form: new RegExp(`^${modes}(?:\\s*,\\s*${modes})*$`), example: '0,2,4,7' },
  'mode-change-period': { form: /^[12]$/, example: '2', slight: true },
  'mode-change-capability': { form: /^[12]$/, example: '2', slight: true },
  'mode-change-neighbor': SWITCH,
  'octet-align': SWITCH,
  crc: SWITCH,
  'robust-sorting': SWITCH,
  'max-red': { form: NUMBER, example: '220', slight: true },
});

/** By the name of the codec in lower case. What is not here is taken as it is. */
const parameters: Readonly<Record<string, Readonly<Record<string, CodecParameter>>>> = {
  // RFC 6184 §8.1; peers look for their own profile and mode among those that are offered.
  h264: {
    'profile-level-id': { form: /^[0-9A-Fa-f]{6}$/, example: '42e01f' },
    'packetization-mode': { form: /^[012]$/, example: '1' },
    'level-asymmetry-allowed': SWITCH,
    'max-mbps': LIMIT,
    'max-fs': LIMIT,
    'max-cpb': LIMIT,
    'max-dpb': LIMIT,
    'max-br': LIMIT,
  },
  // RFC 4629 §8.1
  h263: PICTURES,
  'h263-1998': PICTURES,
  'h263-2000': PICTURES,
  // RFC 7741 §6.1, RFC 9628 §6.1
  vp8: { 'max-fr': FRAMES, 'max-fs': LIMIT },
  vp9: { 'max-fr': FRAMES, 'max-fs': LIMIT },
  // RFC 4867 §8.1, §8.2
  amr: amr('[0-7]'),
  'amr-wb': amr('[0-8]'),
  // RFC 4103 §6
  t140: { cps: { form: /^(?!0+$)\d+$/, example: '30', slight: true } },
  // RFC 4588 §8.1
  rtx: { apt: { form: NUMBER, example: '96' } },
  // RFC 4856 §2.1.7
  g723: {
    annexa: { form: /^(?:yes|no)$/i, example: 'no', slight: true },
    bitrate: { form: /^(?:5\.3|6\.3)$/, example: '6.3', slight: true },
  },
  // RFC 4856 §2.1.9
  g729: { annexb: { form: /^(?:yes|no)$/i, example: 'no', slight: true } },
  // RFC 3952 §5
  ilbc: { mode: { form: /^(?:20|30)$/, example: '30', slight: true } },
  // RFC 7587 §6.1; rates that are out of range are taken for the nearest.
  opus: {
    maxplaybackrate: { form: NUMBER, example: '48000', slight: true },
    'sprop-maxcapturerate': { form: NUMBER, example: '48000', slight: true },
    maxaveragebitrate: { form: NUMBER, example: '30000', slight: true },
    stereo: SWITCH,
    'sprop-stereo': SWITCH,
    cbr: SWITCH,
    useinbandfec: SWITCH,
    usedtx: SWITCH,
  },
};

/** A payload type, up to 127. */
const TYPE = '(?:12[0-7]|1[01]\\d|\\d?\\d)';

/** Values without names: redundant data repeat the packets of payload types (RFC 2198 §5). */
const lists: Readonly<Record<string, CodecParameter>> = {
  red: { form: new RegExp(`^${TYPE}(?:/${TYPE})*$`), example: '0/0' },
};

/** The parameter as it should have been, of the first that cannot be as it is. */
export function betterParameter(codec: string, list: string): { example: string; slight: boolean } | undefined {
  const whole = Object.hasOwn(lists, codec) ? lists[codec] : undefined;
  if (whole && !whole.form.test(list.trim())) return { example: whole.example, slight: whole.slight ?? false };
  if (!Object.hasOwn(parameters, codec)) return undefined;
  const known = parameters[codec] ?? {};
  for (const part of list.split(';')) {
    const [name = '', ...rest] = part.split('=').map((word) => word.trim());
    const key = name.toLowerCase();
    const parameter = Object.hasOwn(known, key) ? known[key] : undefined;
    if (parameter && !parameter.form.test(rest.join('=')))
      return { example: `${key}=${parameter.example}`, slight: parameter.slight ?? false };
  }
  return undefined;
}
