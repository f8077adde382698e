import type { Message } from '../../../sip/message.ts';
import { type Span, span, textOf } from '../../../sip/span.ts';
import { type BodyKind, bodyKindOf } from '../body-kinds.ts';
import { measure } from '../body-size.ts';
import { type Finding, inOrder } from '../finding.ts';
import type { MessageContext } from '../judged.ts';
import { beginsWithStatus } from '../sipfrag.ts';
import { type AlikeFinding, alikeFindings, findingsIn } from './alike-findings.ts';
import { LikeTexts } from './like-texts.ts';
import { CONTENT_LENGTH, contentLengthAt, passedOverInHead, passedOverInSdp } from './likeness.ts';

/**
 * Messages that are like others which were judged and found without a fault, or with faults that all of them have: they
 * are not judged again, nor even parsed. Nearly all of a log is such messages.
 */

/** `none` where the head speaks of no body. */
type SaidOfBody = BodyKind | 'none';

interface FamiliarHead {
  readonly body: SaidOfBody;
  readonly findings: readonly AlikeFinding[];
}

const heads = new LikeTexts<FamiliarHead>(passedOverInHead, CONTENT_LENGTH);
const descriptions = new LikeTexts<readonly AlikeFinding[]>(passedOverInSdp);

/** The findings of a message whose end is known and in which nothing is a placeholder; undefined where it has to be judged. */
export function familiarFindings(text: string, context: MessageContext): readonly Finding[] | undefined {
  if (!isPlain(context)) return undefined;
  const like = heads.find(text, 0, text.length);
  if (like === undefined || like.marked < 0) return undefined;
  const { body, findings } = like.fact;
  const inBody = findingsInBody(text, span(like.end, text.length), body, contentLengthAt(text, like.marked));
  const inHead = inBody && findingsIn(text, 0, findings);
  if (!inBody || !inHead) return undefined;
  return inBody.length === 0 ? inHead : [...inHead, ...inBody];
}

const nothing: readonly Finding[] = [];

/** What is found behind the head; undefined where it is not what the head says, or has to be judged. */
function findingsInBody(text: string, body: Span, kind: SaidOfBody, length: number): readonly Finding[] | undefined {
  if (body.start === body.end) return length === 0 ? nothing : undefined;
  const findings = length > 0 ? familiarBody(text, body, kind) : undefined;
  return findings && measure(text, body).fits(length) ? findings : undefined;
}

function familiarBody(text: string, body: Span, kind: SaidOfBody): readonly Finding[] | undefined {
  switch (kind) {
    case 'sdp':
      return familiarSdpFindings(text, body);
    case 'fragment':
      return beginsWithStatus(text, body) ? nothing : undefined;
    case 'other':
      return nothing;
    default:
      return undefined;
  }
}

/** What has more of them is hardly ever seen twice. */
const MOST_FINDINGS = 32;

const isPlain = ({ complete, trustedBodyEnd, wildcard }: MessageContext): boolean =>
  complete && trustedBodyEnd && !wildcard;

/** Takes a message as an example, where what is wrong in it is wrong in everyone like it. */
export function makeFamiliar(message: Message, findings: readonly Finding[], context: MessageContext): void {
  if (!isPlain(context) || message.strayLines.length > 0 || findings.length > MOST_FINDINGS) return;
  const { text, body: rest } = message;
  const head = span(0, rest.start);
  const body = saidOfBody(message);
  // What is found in a session description is remembered with it.
  const own = body === 'sdp' ? findings.filter((finding) => finding.span.start < rest.start) : findings;
  const alike = body && alikeFindings(text, head, own);
  if (alike === undefined || body === undefined) return;
  // Where the text ends with the head, another one may go on there.
  const isClosed = message.separator !== undefined && text[rest.start - 1] === '\n';
  heads.keep(text, 0, rest.start, isClosed, { body, findings: alike });
}

/** What the header fields say of the body; undefined where it takes the body to tell whether the head is right. */
function saidOfBody({ text, headers }: Message): SaidOfBody | undefined {
  const named = (name: string) => headers.filter(({ canonical }) => canonical === name);
  if (NEEDED.some((name) => named(name).length === 0) || named('Content-Encoding').length > 0) return undefined;
  const [type, ...more] = named('Content-Type');
  if (!type) return 'none';
  return more.length === 0 ? bodyKindOf(textOf(text, type.value)) : undefined;
}

/** A head that has these ends where it says. */
const NEEDED = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Content-Length'];

/** What is found in a session description that is like one that was judged; undefined where it has to be judged. */
export function familiarSdpFindings(text: string, body: Span): readonly Finding[] | undefined {
  const like = descriptions.find(text, body.start, body.end);
  return like && findingsIn(text, body.start, like.fact);
}

export function makeFamiliarSdp(text: string, body: Span, findings: readonly Finding[]): void {
  const alike = findings.length > MOST_FINDINGS ? undefined : alikeFindings(text, body, inOrder(findings));
  if (alike) descriptions.keep(text, body.start, body.end, false, alike);
}
