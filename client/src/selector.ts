import type { Grammars } from '../../server/src/protocol.ts';

/** The languages whose colours come from our grammars (`contributes.grammars` of the manifest). */
export const grammars: Grammars = {
  messages: ['sip', 'log', 'markdown'],
  configuration: [
    ...['xml', 'ini', 'properties', 'lua', 'python', 'javascript'],
    // Kamailio's, OpenSIPS' and Asterisk's files have the ids of other extensions.
    ...['kamailio', 'kamailio-cfg', 'opensips', 'opensips-cfg', 'asterisk'],
  ],
};

/**
 * The documents that the server is asked about. Only `sip` is a language of ours; in all others the content decides,
 * and the server is silent where it holds no SIP.
 */
export const selector: readonly { readonly language: string }[] = [
  ...grammars.messages,
  ...grammars.configuration,
  ...['plaintext', 'json', 'jsonl', 'jsonc', 'csv', 'perl', 'ael'],
].map((language) => ({ language }));
