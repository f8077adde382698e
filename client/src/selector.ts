/**
 * The documents that the server is asked about. Only `sip` is a language of ours; in all others the content decides,
 * and the server is silent where it holds no SIP. Kamailio's and OpenSIPS' scripts have the ids of other extensions.
 */
export const selector: readonly { readonly language: string }[] = [
  'sip',
  'log',
  'plaintext',
  'markdown',
  'json',
  'jsonl',
  'jsonc',
  'csv',
  'xml',
  'ini',
  'properties',
  'lua',
  'python',
  'javascript',
  'perl',
  'kamailio',
  'kamailio-cfg',
  'opensips',
  'opensips-cfg',
  'asterisk',
  'ael',
].map((language) => ({ language }));
