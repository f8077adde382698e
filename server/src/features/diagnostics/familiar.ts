import type { Message } from '../../sip/message.ts';
import { textOf } from '../../sip/span.ts';
import { type AlikeFinding, alikeFindings, findingsIn } from './alike-findings.ts';
import { measure } from './body-size.ts';
import type { Finding } from './finding.ts';
import type { MessageContext } from './judged.ts';
import { LikeTexts } from './like-texts.ts';
import { CONTENT_LENGTH, contentLengthAt, passedOverInHead, passedOverInSdp } from './likeness.ts';

/**
 * Messages that are like others which were judged and found without a fault, or with faults that all of them have: they
 * are not judged again, nor even parsed. Nearly all of a log is such messages.
 */

type BodyKind = 'none' | 'sdp';

interface FamiliarHead {
  readonly body: BodyKind;
  readonly findings: readonly AlikeFinding[];
}

const heads = new LikeTexts<FamiliarHead>(passedOverInHead, CONTENT_LENGTH);
const descriptions = new LikeTexts<true>(passedOverInSdp);

/** The findings of a message whose end is known and in which nothing is a placeholder; undefined where it has to be judged. */
export function familiarFindings(text: string, context: MessageContext): readonly Finding[] | undefined {
  if (!isPlain(context)) return undefined;
  const like = heads.find(text, 0, text.length);
  if (like === undefined || like.marked < 0) return undefined;
  const { body, findings } = like.fact;
  return isFamiliarBody(text, like.end, body, contentLengthAt(text, like.marked))
    ? findingsIn(text, findings)
    : undefined;
}

/** Whether what stands behind the head is what the head says, and as good as others. */
function isFamiliarBody(text: string, start: number, kind: BodyKind, length: number): boolean {
  if (start === text.length) return length === 0;
  return kind === 'sdp' && length > 0 && isFamiliarSdp(text, start, text.length) && fits(text, start, length);
}

const isPlain = ({ complete, trustedBodyEnd, wildcard }: MessageContext): boolean =>
  complete && trustedBodyEnd && !wildcard;

const fits = (text: string, start: number, length: number): boolean =>
  measure(text, { start, end: text.length }).fits(length);

/** Takes a message as an example, where its head alone tells what is wrong in it, and with everyone like it. */
export function makeFamiliar(message: Message, findings: readonly Finding[], context: MessageContext): void {
  if (!isPlain(context) || message.strayLines.length > 0) return;
  const alike = alikeFindings(message, findings);
  const body = alike && bodyKind(message);
  if (alike === undefined || body === undefined) return;
  const { text, body: rest } = message;
  // Where the text ends with the head, another one may go on there.
  const isClosed = message.separator !== undefined && text[rest.start - 1] === '\n';
  heads.keep(text, 0, rest.start, isClosed, { body, findings: alike });
}

/** What the header fields say of the body; undefined where it takes the body to tell whether the head is right. */
function bodyKind({ text, headers }: Message): BodyKind | undefined {
  const named = (name: string) => headers.filter(({ canonical }) => canonical === name);
  if (NEEDED.some((name) => named(name).length === 0) || named('Content-Encoding').length > 0) return undefined;
  const [type, ...more] = named('Content-Type');
  if (!type) return 'none';
  return more.length === 0 && textOf(text, type.value) === 'application/sdp' ? 'sdp' : undefined;
}

/** A head that has these ends where it says. */
const NEEDED = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Content-Length'];

export const isFamiliarSdp = (text: string, start: number, end: number): boolean =>
  descriptions.find(text, start, end) !== undefined;

export const makeFamiliarSdp = (text: string, start: number, end: number): void =>
  descriptions.keep(text, start, end, false, true);
