/** Values of the parameters of codecs, in `a=fmtp:` lines: a row for each, from the RFC of its payload format. */

interface CodecParameter {
  readonly form: RegExp;
  readonly example: string;
  /** Whether peers that read another value go on as if it were not there. */
  readonly slight?: boolean;
}

const SWITCH: CodecParameter = { form: /^[01]$/, example: '1', slight: true };
const NUMBER = /^\d+$/;

/** By the name of the codec in lower case. What is not here is taken as it is. */
const parameters: Readonly<Record<string, Readonly<Record<string, CodecParameter>>>> = {
  // RFC 6184 §8.1; peers look for their own profile and mode among those that are offered.
  h264: {
    'profile-level-id': { form: /^[0-9A-Fa-f]{6}$/, example: '42e01f' },
    'packetization-mode': { form: /^[012]$/, example: '1' },
    'level-asymmetry-allowed': SWITCH,
  },
  // RFC 4588 §8.1
  rtx: { apt: { form: NUMBER, example: '96' } },
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

/** The parameter as it should have been, of the first that cannot be as it is. */
export function betterParameter(codec: string, list: string): { example: string; slight: boolean } | undefined {
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
