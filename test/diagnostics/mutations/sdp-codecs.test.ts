import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Clock rates and parameters of codecs, by the RFCs of their payload formats. */

/** A stream of one codec beside the audio. */
const video = (lines: Readonly<Record<string, string>>, types = '96'): readonly Mutation[] =>
  Object.entries(lines).map(([line, rule]) => [
    'invite',
    'a=ptime:20',
    `a=ptime:20\nm=video 5002 RTP/AVP ${types}\n${line}`,
    rule,
  ]);

const rates: readonly Mutation[] = [
  ...video({
    'a=rtpmap:96 opus/48000/2': 'sip.none',
    'a=rtpmap:96 OPUS/48000/2': 'sip.none',
    'a=rtpmap:96 ⟦opus/48000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦opus/48000/1⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦opus/16000/2⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦VP8/9000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦VP9/48000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦H264/8000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦H265/900000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦AV1/1⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦h263-1998/8000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦AMR/16000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦AMR-WB/8000/1⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦iLBC/16000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 ⟦G722/16000⟧': 'sip.sdp-codec-rate',
    'a=rtpmap:96 AMR-WB/16000/1': 'sip.none',
    'a=rtpmap:96 AMR/8000/2': 'sip.none',
    'a=rtpmap:96 VP8/90000': 'sip.none',
    'a=rtpmap:96 telephone-event/48000': 'sip.none',
    'a=rtpmap:96 speex/32000': 'sip.none',
    'a=rtpmap:96 L16/16000/2': 'sip.none',
    'a=rtpmap:96 X-H264/8000': 'sip.none',
  }),
  // Of a number with a codec of its own another rule tells.
  ['invite', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:0 ⟦opus/8000⟧', 'sip.sdp-static-payload-type'],
  // Nobody reads what is said of a stream that is turned down.
  ['invite', 'a=ptime:20', 'a=ptime:20\nm=video 0 RTP/AVP 96\na=rtpmap:96 VP8/9000', 'sip.none'],
];

/** RFC 6184 §8.1, RFC 4856 §2.1.9, RFC 3952 §5, RFC 7587 §6.1 */
const of = (encoding: string, values: Readonly<Record<string, string>>): readonly Mutation[] =>
  video(
    Object.fromEntries(
      Object.entries(values).map(([value, rule]) => {
        const line = `fmtp:96 ${value}`;
        return [`a=rtpmap:96 ${encoding}\na=${rule === 'sip.none' ? line : `⟦${line}⟧`}`, rule];
      }),
    ),
  );

const BAD = 'sip.sdp-malformed-attribute';

const parameters: readonly Mutation[] = [
  ...of('H264/90000', {
    'profile-level-id=42e01f;packetization-mode=1;level-asymmetry-allowed=1': 'sip.none',
    'PROFILE-LEVEL-ID=42801F; packetization-mode=0': 'sip.none',
    'packetization-mode=2;sprop-parameter-sets=Z0IACpZTBYmI,aMljiA==': 'sip.none',
    'profile-level-id=42e01': BAD,
    'profile-level-id=42e01g': BAD,
    'packetization-mode=3': BAD,
    'max-fs=1620; packetization-mode=': BAD,
    'level-asymmetry-allowed=yes': BAD,
  }),
  ...of('G729/8000', { 'annexb=no': 'sip.none', 'annexb=YES': 'sip.none', 'annexb=maybe': BAD, annexb: BAD }),
  ...of('iLBC/8000', { 'mode=20': 'sip.none', 'mode=30': 'sip.none', 'mode=25': BAD }),
  ...of('opus/48000/2', {
    'minptime=10;useinbandfec=1': 'sip.none',
    'maxplaybackrate=16000; sprop-maxcapturerate=16000; maxaveragebitrate=20000; stereo=0; cbr=1': 'sip.none',
    'useinbandfec=yes': BAD,
    'maxaveragebitrate=fast': BAD,
    'stereo=2;x-mine=2': BAD,
  }),
  ...of('H264/90000', { 'max-fs=3600;max-br=2500': 'sip.none', 'max-fs=abc': BAD }),
  // RFC 4867 §8.1, §8.2
  ...of('AMR/8000', {
    'mode-set=0,2,4,7; octet-align=1; mode-change-period=2; max-red=0': 'sip.none',
    'mode-set=7; mode-change-capability=2;x-mine': 'sip.none',
    'mode-set=0,8': BAD,
    'mode-set=': BAD,
    'octet-align=2': BAD,
    'mode-change-period=3': BAD,
    'max-red=-1': BAD,
  }),
  ...of('AMR-WB/16000/1', { 'mode-set=0,1,2,8;octet-align=0': 'sip.none', 'mode-set=9': BAD, 'crc=yes': BAD }),
  // RFC 4629 §8.1, as old peers wrote it as well
  ...of('H263-1998/90000', {
    'CIF=1;QCIF=32;J=1': 'sip.none',
    'CIF=2/QCIF=1/MaxBR=3840': 'sip.none',
    'QCIF=2 CIF=3 MaxBR=1960': 'sip.none',
    'CIF=33;QCIF=1': BAD,
    'QCIF=1;CIF=0': BAD,
  }),
  // RFC 7741 §6.1, RFC 9628 §6.1, RFC 4103 §6
  ...of('VP8/90000', { 'max-fr=30; max-fs=3600': 'sip.none', 'max-fs=all': BAD }),
  ...of('VP9/90000', { 'max-fr=29.97;profile-id=0': 'sip.none', 'max-fr=-1': BAD, 'max-fr=0': BAD }),
  ...of('t140/1000', { 'cps=30': 'sip.none', 'cps=fast': BAD, 'cps=0': BAD }),
  // RFC 2198 §5
  ...of('red/8000', { '0/8/101': 'sip.none', '101': 'sip.none', '0/128': BAD, '0,8': BAD, '0/': BAD, 'apt=0': BAD }),
  // Others name theirs as they like.
  ...of('X-H264/90000', { 'profile-level-id=1': 'sip.none' }),
  ...of('MP4V-ES/90000', { 'profile-level-id=1': 'sip.none' }),
  ...inPlaceOf('invite', 'RTP/AVP 0 8 101\n', {
    'RTP/AVP 0 18 8 101\na=fmtp:18 annexb=no\n': 'sip.none',
    'RTP/AVP 0 18 8 101\na=⟦fmtp:18 annexb=off⟧\n': BAD,
    'RTP/AVP 0 4 8 101\na=fmtp:4 bitrate=5.3;annexa=no\n': 'sip.none',
    'RTP/AVP 0 4 8 101\na=⟦fmtp:4 bitrate=5.5⟧\n': BAD,
  }),
];

/** RFC 4588 §8.1 */
const retransmissions: readonly Mutation[] = video(
  {
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=fmtp:97 apt=96;rtx-time=3000': 'sip.none',
    'a=fmtp:97 rtx-time=3000; apt=96\na=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000': 'sip.none',
    'a=rtpmap:96 VP8/90000\na=⟦rtpmap:97 rtx/90000⟧': 'sip.sdp-missing-apt',
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=fmtp:⟦97 atp=96⟧': 'sip.sdp-missing-apt',
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=⟦fmtp:97 apt=x⟧': BAD,
    // The line that is missed is there, and told of for what is wrong with it.
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=⟦fmtp⟧': BAD,
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=⟦:97 apt=96⟧': BAD,
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=⟦fmpt⟧:97 apt=96': 'sip.sdp-misspelt-attribute',
    'a=rtpmap:96 VP8/90000\na=rtpmap:97 rtx/90000\na=fmtp:⟦79⟧ apt=96': 'sip.sdp-unlisted-payload-type',
    'a=rtpmap:96 VP8/90000\na=rtpmap:⟦79⟧ rtx/90000\na=fmtp:97 apt=96': 'sip.sdp-unlisted-payload-type',
  },
  '96 97',
);

oneFaultEach({ rates, 'parameters of codecs': parameters, retransmissions });
