/** Words out of which a parameter of a header field has one, where no registry lists them; the usual ones stand first. */
const words: Readonly<Record<string, readonly string[]>> = {
  'Content-Disposition.handling': ['optional', 'required'],
  'Content-Type.charset': ['utf-8'],
  'Call-Info.purpose': ['info', 'icon', 'card', 'jcard', 'list-management', 'ccmp', 'call-completion'],
  'Identity.alg': ['ES256'],
  'Identity.ppt': ['shaken', 'div', 'rph', 'rcd'],
  'P-Served-User.sescase': ['orig', 'term'],
  'P-Served-User.regstate': ['reg', 'unreg'],
  'Diversion.reason': [
    'user-busy',
    'no-answer',
    'unconditional',
    'deflection',
    'unavailable',
    'time-of-day',
    'do-not-disturb',
    'follow-me',
    'out-of-service',
    'away',
    'unknown',
  ],
  'Diversion.screen': ['yes', 'no'],
  'Diversion.privacy': ['full', 'name', 'uri', 'off'],
  'Remote-Party-ID.screen': ['yes', 'no'],
  'Remote-Party-ID.privacy': ['full', 'name', 'uri', 'off'],
  'Remote-Party-ID.party': ['calling', 'called'],
  'Remote-Party-ID.id-type': ['subscriber', 'user', 'term'],
  'Via.comp': ['sigcomp'],
};

export const parameterWords = (header: string, parameter: string): readonly string[] =>
  words[`${header}.${parameter}`] ?? [];
