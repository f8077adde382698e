import { payloadTypes } from '../../knowledge/facts.ts';

/** `PCMU/8000` for each static payload type of a medium (RFC 3551 §6). */
export const staticCodecs = (media: string): ReadonlyMap<string, string> =>
  new Map(
    payloadTypes
      .filter((type) => type.clockRate !== undefined && (type.media ?? '').split(', ').includes(media))
      .map((type) => [
        String(type.payloadType),
        `${type.name}/${type.clockRate}${(type.channels ?? 1) > 1 ? `/${type.channels}` : ''}`,
      ]),
  );

/** Static payload types that phones still offer; the others follow. */
export const everydayTypes: ReadonlySet<string> = new Set(['0', '3', '8', '9', '13', '18', '34']);

/** Codecs that get a dynamic payload type, as `a=rtpmap` names them, by medium. */
export const dynamicCodecs: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    audio: [
      'telephone-event/8000',
      'opus/48000/2',
      'AMR/8000',
      'AMR-WB/16000',
      'EVS/16000',
      'iLBC/8000',
      'speex/8000',
      'speex/16000',
      'G726-32/8000',
      'L16/16000',
      'telephone-event/16000',
      'telephone-event/48000',
      'red/8000',
      'CLEARMODE/8000',
    ],
    video: [
      'H264/90000',
      'VP8/90000',
      'VP9/90000',
      'H265/90000',
      'AV1/90000',
      'H263-1998/90000',
      'rtx/90000',
      'red/90000',
      'ulpfec/90000',
    ],
    text: ['t140/1000', 'red/1000'],
  }),
);

/** What `a=fmtp` mostly says of a codec. */
export const usualFormats: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'telephone-event': ['0-16', '0-15'],
    opus: ['minptime=10;useinbandfec=1'],
    G729: ['annexb=no', 'annexb=yes'],
    AMR: ['octet-align=1', 'mode-set=7;octet-align=1'],
    'AMR-WB': ['octet-align=1', 'mode-set=0,1,2;octet-align=1'],
    iLBC: ['mode=20', 'mode=30'],
    H264: ['profile-level-id=42e01f;packetization-mode=1'],
    rtx: ['apt=96'],
  }),
);
