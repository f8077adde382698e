import { anyOf } from './words.ts';

/** Words that a line of SIP or of telephony holds, by how much they tell. */

/** What nothing but SIP writes. */
export const SURELY_SIP = new RegExp(
  [
    String.raw`\bSIP\/2|\bsips?:[^\s:]|z9hG4bK|\bcseq\b|\b100rel\b|\bearly dialog\b|Session Initiation Protocol`,
    `\\bSIP ${anyOf`request response reply message method dialog transaction call status code error trace`}`,
    // Names in the logs of stacks.
    String.raw`pjs(?:ip|ua)|\b(?:tsx|inv|dlg)0x|(?:\b|_)sofia|chan_sip|\bn[ut]a(?:_|\b)|sipmsg|<script>`,
    String.raw`\bdialog \[|\bdlg_|\b(?:tm|sl)(?: \[|:)|\b[ts]l?_(?:reply|relay|check)|sl_send_reply`,
    `\\b${anyOf`
      kamailio opensips freeswitch drachtio flexisip baresip jssip sipp sipd sems belle[_-]sip liblinphone`}(?![a-z])`,
    `\\b${anyOf`UA[CS] B2BUA registrar in-dialog [PSI]-?CSCF`}\\b`,
  ].join('|'),
  'i',
);
/** Words of telephony over SIP. */
export const MAYBE_SIP = new RegExp(
  [
    String.raw`(?<![a-z])sips?(?![a-z])|[a-z]sip\b|\bsip(?!h|ari|p?ed\b|ping\b)[a-z]+|call[-_]?id\b|VoIP|\bon_(?:reg|call(?:_tsx)?)_state\b`,
    `\\b${anyOf`
      trunk softphone PBX callee caller SBC SUA CUBE CUCM VoLTE asterisk jambonz linphone jigasi heplify 3CX`}(?![a-z])`,
    `\\b${anyOf`Q\.?850 PSTN ISUP DTMF SDP SRTP LCR AoR MWI DND verstat STIR(?:-?SHAKEN)?`}\\b`,
    `\\b${anyOf`
      early\smedia (?:incoming|outgoing|inbound|outbound)\scall (?:release|hangup|disconnect|clearing)\scause outbound\sproxy remote\starget implicit\ssubscription (?:To|From)\stag next\shop stateless [1-6]xx\srepl(?:y|ies) loose\srout event\spackage route\sset (?:final|provisional)\s(?:response|reply|answer) provisional\s\d`}`,
    // Turkish; but power stations have the name of exchanges.
    `(?<![\\p{L}\\d_])(?:(?<!${anyOf`elektrik enerji güneş nükleer termik`} )santral|erken medya)`,
  ].join('|'),
  'iu',
);
/** Turkish words of telephony that call centres count. A `çağrısı` is the call of something: a service, a function. */
export const FAINTLY_SIP = /(?<![\p{L}\d_])(?:çağrı(?!s[ıi])|arayan|aranan|abone|karşı (?:taraf|uç))/iu;
/** `SIPHandler`, `onSipReply`; nobody but SIP shouts goodbye. */
export const SIP_IN_NAME = /(?:SIP|SBC)[A-Z][a-z]|Sip[A-Z]|(?<![A-Za-z])sip[A-Z]|\bBYE\b/;
/** What answers in telephony are about; beside a code that HTTP does not have, it is one of SIP. */
export const CALL =
  /\b(?:calls?|leg|branch|carrier|codec|r(?:ing(?:s|ing|back)?|ang)|dial\w*|extension|dialog|busy|gateway|peer|hunt|transfer|phone|handset|voicemail|subscriber|(?:re|un)?subscri(?:bing|ption)|fax|meşgul|kodek|arama\p{Ll}*|dahili|operatör|telefon|görüşme|fa[kx]s?)(?![a-z])/iu;
/** What answers with phrases that HTTP has, too, are about in telephony. */
export const REGISTRATION = new RegExp(
  `(?<![a-z])${anyOf`
    dialog(?!\s(?:box|window)) call\s\d+: leg extension (?:un)?regist(?:er(?:ed|ing)?|ration) hang-?up dial(?:led|ing)? voicemail kayıt
    kayd[ıi]`}(?![a-z])`,
  'i',
);
