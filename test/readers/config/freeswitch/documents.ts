import { readFileSync } from 'node:fs';
import { readFreeswitch } from '../../../../server/src/readers/config/freeswitch/read.ts';
import type { Term } from '../../../../server/src/readers/mention.ts';
import { textOf } from '../../../../server/src/sip/span.ts';

export const dialplan = readFileSync('test/fixtures/freeswitch/dialplan.xml', 'utf8');
export const profile = readFileSync('test/fixtures/freeswitch/profile.xml', 'utf8');
export const corpus = '../shared/corpora/configs/freeswitch';

/** `486 = statusCode 486 INVITE`: what is mentioned, as it is written and as it is meant. */
export function mentioned(text: string, ...kinds: readonly Term['kind'][]): readonly string[] {
  return readFreeswitch(text)
    .mentions.filter(({ term }) => kinds.length === 0 || kinds.includes(term.kind))
    .map(({ term, span }) => `${textOf(text, span)} = ${meaning(term)}`);
}

export function meaning(term: Term): string {
  const { kind, ...rest } = term;
  return [kind, ...Object.values(rest).filter((value) => value !== 'freeswitch')].join(' ');
}

export const action = (application: string, data: string): string =>
  `<extension name="x"><condition><action application="${application}" data="${data}"/></condition></extension>`;

export const condition = (variable: string, expression: string): string =>
  `<extension name="x"><condition field="\${${variable}}" expression="${expression}"/></extension>`;

export const entry = (param: string): string =>
  `<include><menu name="x"><entry action="menu-exec-app" digits="1" param="${param}"/></menu></include>`;

export const parameter = (name: string, value: string): string =>
  `<profile name="x"><settings><param name="${name}" value="${value}"/></settings></profile>`;

export const gatewayParameter = (name: string, value: string): string =>
  `<include><gateway name="x"><param name="${name}" value="${value}"/></gateway></include>`;
