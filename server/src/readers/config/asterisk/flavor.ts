import { entryOf, pjsipTypes } from './table.ts';

/** Which of Asterisk's files a text is; `other` is one whose options do not speak of SIP. */
export type Flavor = 'dialplan' | 'ael' | 'lua' | 'pjsip' | 'wizard' | 'sip' | 'notify' | 'stirShaken' | 'other';

/** How much of the text is looked at, in UTF-16 code units. */
const sampleSize = 32_768;

const objectType = new RegExp(`^[ \\t]*type[ \\t]*=>?[ \\t]*(?:${pjsipTypes.join('|')})[ \\t]*(?:;|\\r?$)`, 'im');

/**
 * Told by what the text says, and by its name where it says nothing: configurations are often cut into small files
 * that others include, and samples are all comments.
 */
export function flavorOf(text: string, name = ''): Flavor | undefined {
  const sample = text.slice(0, sampleSize);
  const program = programOf(sample, name);
  if (program) return program;
  if (!looksLikeIni(sample)) return undefined;
  return byContent(text) ?? byName(name) ?? byOptions(text);
}

function programOf(sample: string, name: string): 'ael' | 'lua' | undefined {
  const isAel =
    /^[ \t]*(?:(?:abstract|extend)[ \t]+)*(?:context[ \t]+["\w.-]+|macro[ \t]+[\w-]+[ \t]*\([^)\n]*\)|globals)\s*\{/m.test(
      sample,
    );
  if (isAel && (/=>|;/.test(sample) || /\.ael\b/i.test(name))) return 'ael';
  const isLua =
    /^[ \t]*extensions(?:\.\w+|\[["'][^"'\n]*["']\])?[ \t]*=[ \t]*(?:\{|function|$)/m.test(sample) ||
    (/\bapp(?:\.\w+|\[["']\w+["']\])[ \t]*\(/.test(sample) &&
      /\bchannel[.[]|\bapp\.(?:dial|hangup|answer|playback|verbose|noop)\b/i.test(sample));
  return isLua && /\bfunction\b|\bapp[.[]|\blocal\b/.test(sample) && !/\bKSR\./.test(sample) ? 'lua' : undefined;
}

/** A long comment may stand before the first section, so that a second, longer piece is looked at as well. */
const byContent = (text: string): Flavor | undefined =>
  byPiece(text.slice(0, sampleSize)) ??
  (text.length > sampleSize ? byPiece(text.slice(sampleSize, sampleSize * 6)) : undefined);

function byPiece(piece: string): Flavor | undefined {
  if (/^[ \t]*(?:exten|same)[ \t]*=>?[ \t]*[^\s,;]+[ \t]*,/im.test(piece)) return 'dialplan';
  if (
    /^[ \t]*(?:type[ \t]*=>?[ \t]*wizard\b|(?:endpoint|aor|identify|registration|(?:in|out)bound_auth)\/\w+[ \t]*=)/im.test(
      piece,
    )
  )
    return 'wizard';
  if (/^[ \t]*(?:attest_level|public_cert_url|stir_shaken_failure_action|endpoint_behavior)[ \t]*=/m.test(piece))
    return 'stirShaken';
  if (objectType.test(piece)) return 'pjsip';
  if (/^[ \t]*Event[ \t]*=>?[ \t]*\w/im.test(piece) && !/^[ \t]*type[ \t]*=/im.test(piece)) return 'notify';
  return undefined;
}

const byFileName: readonly (readonly [RegExp, Flavor])[] = [
  [/(?:^|[\\/])(?:pjsip|sip)_notify[^\\/]*\.conf/i, 'notify'],
  [/(?:^|[\\/])pjsip_wizard[^\\/]*\.conf/i, 'wizard'],
  [/(?:^|[\\/])pjsip[^\\/]*\.conf/i, 'pjsip'],
  [/(?:^|[\\/])sip[^\\/]*\.conf/i, 'sip'],
  [/(?:^|[\\/])stir_shaken[^\\/]*\.conf/i, 'stirShaken'],
  [/(?:^|[\\/_])extensions[^\\/]*\.conf/i, 'dialplan'],
  [
    /(?:^|[\\/_])(?:queues|voicemail|features|iax|users|confbridge|musiconhold|rtp|modules|logger|manager|cdr|cel|acl|ccss|sorcery|ooh323|h323|chan_|res_|func_|app_|extconfig|pjproject|udptl|hep|xmpp|motif)\w*\.conf/i,
    'other',
  ],
];

const byName = (name: string): Flavor | undefined => byFileName.find(([pattern]) => pattern.test(name))?.[1];

/** Options that sip.conf has, and neither iax.conf nor the configurations of other programs. */
const ownOfSip =
  /^[ \t]*(?:dtmfmode|canreinvite|directmedia|insecure|sendrpid|trustrpid|progressinband|udpbindaddr|t38pt_udptl|fromdomain|usereqphone|session-timers|promiscredir|callcounter|allowguest)[ \t]*=/im;

/** What says that a file with such options is iax.conf, ooh323.conf or a mapping to LDAP. */
const ownOfOthers =
  /^[ \t]*(?:requirecalltoken|calltoken\w*|trunktimestamps|iaxcompat|h323id|e164|gatekeeper|faststart|additionalFilter)[ \t]*=/im;

/** A file without a type: several options of pjsip.conf, or one that only sip.conf has. */
function byOptions(text: string): Flavor | undefined {
  const sample = text.slice(0, sampleSize);
  if (ownOfSip.test(sample) && !ownOfOthers.test(sample)) return 'sip';
  let known = 0;
  for (const line of sample.matchAll(/^[ \t]*([a-z0-9_]+)[ \t]*=/gm))
    if (line[1]!.includes('_') && entryOf('pjsip.endpoint', line[1]!) && ++known >= 2) return 'pjsip';
  return undefined;
}

/** Whether nearly all lines are sections, options, directives or comments, and at least one is none of the last. */
function looksLikeIni(sample: string): boolean {
  let fitting = 0;
  let others = 0;
  let inBlock = false;
  for (const line of sample.split('\n', 400)) {
    const content = line.trim();
    if (inBlock || content.startsWith(';--')) {
      inBlock = !content.endsWith('--;') && (inBlock || !content.startsWith(';---'));
      continue;
    }
    if (!content || content[0] === ';' || content[0] === '#') {
      if (content) fitting += 0.1;
    } else if (/^(?:\[[^\]\n]+\]|[^\s=<>{}][^=<>{}]*\+?=>?)/.test(content)) fitting++;
    else others++;
  }
  return fitting > 0 && others <= (fitting > 1 ? Math.max(1, fitting / 10) : 0);
}
