import { CompletionItemKind } from 'vscode-languageserver-types';
import templateData from '../../../../data/snippets.json';
import { headersNamed, methodOf, tagOf } from '../../sip/fields.ts';
import type { Message } from '../../sip/message.ts';
import { type Span, textOf, utf8Length } from '../../sip/span.ts';
import type { Place } from './place.ts';
import type { Choice } from './proposal.ts';
import { literal, plainText } from './snippet-syntax.ts';

/** A whole message, or a whole body, of `data/snippets.json`. */
export interface Template {
  readonly id: string;
  readonly of: 'message' | 'sdp';
  readonly label: string;
  /** What is typed to find it. */
  readonly filter: string;
  /** Of a response: the methods whose requests it answers. */
  readonly answers?: readonly string[];
  /**
   * Lines in snippet syntax. `{branch}`, `{tag}`, `{remoteTag}` and `{id}` become unique, `{length}` the length of the
   * body as long as the placeholders keep their defaults.
   */
  readonly lines: readonly string[];
}

export const templates = templateData as readonly Template[];

export const templateWithId = (id: string): Template | undefined => templates.find((template) => template.id === id);

/** The whole messages; a response answers the request before it when that is one which it can answer. */
export function messageChoices(place: Place): Choice[] {
  const request = place.requestBefore();
  return templates
    .filter((template) => template.of === 'message')
    .map((template) => templateChoice(template, place.seed, request));
}

export const sdpChoices = (place: Place): Choice[] =>
  templates
    .filter((template) => template.of === 'sdp')
    .map((template) => templateChoice(template, place.seed, undefined));

function templateChoice(template: Template, seed: number, request: Message | undefined): Choice {
  return {
    label: template.label,
    kind: CompletionItemKind.Snippet,
    filter: template.filter,
    snippet: filledTemplate(template, seed, request),
    template: template.id,
    rank: 6,
  };
}

/** The text of a template in snippet syntax, with the caret behind it at the end. */
export function filledTemplate(template: Template, seed: number, request?: Message): string {
  const method = request && methodOf(request);
  const answers = method !== undefined && template.answers?.includes(method);
  const lines = request && answers ? answering(template, request) : template.lines;
  const unique = lines
    .join('\n')
    .replaceAll('{branch}', `z9hG4bK${uniqueHex(seed, 'branch')}`)
    .replaceAll('{tag}', uniqueHex(seed, 'tag'))
    .replaceAll('{remoteTag}', uniqueHex(seed, 'remote tag'))
    .replaceAll('{id}', uniqueHex(seed, 'call'));
  const plain = plainText(unique);
  const body = plain.slice(plain.indexOf('\n\n') + 2).replaceAll('\n', '\r\n');
  return `${unique.replaceAll('{length}', String(utf8Length(body, 0, body.length)))}$0`;
}

const copied = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** A response has these header fields from its request, and a tag of its own in `To` (RFC 3261 §8.2.6.2). */
function answering(template: Template, request: Message): readonly string[] {
  return template.lines.flatMap((line) => {
    const name = copied.find((header) => line.startsWith(`${header}: `));
    if (name === undefined) return [line];
    return headersNamed(request, name).map((field) => {
      const value = literal(textOf(request.text, field.value));
      const tag = name === 'To' && line.includes(';tag=') && !tagOf(request, 'To') ? ';tag={remoteTag}' : '';
      return `${name}: ${value}${tag}`;
    });
  });
}

/** Ten hexadecimal digits that are the same for the same place (FNV-1a). */
export function uniqueHex(seed: number, salt: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${salt} ${seed}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash >>> 0).toString(16).padStart(8, '0') + ((spread >>> 8) & 0xff).toString(16).padStart(2, '0');
}

/** Whether nothing stands right below a line, so that a template does not run into it. */
export const hasRoom = (text: string, line: Span): boolean =>
  /^(?:\r*\n[ \t]*(?:[\r\n]|$)|$)/.test(text.slice(line.end, line.end + 64));
