import type { Message } from '../../sip/message.ts';
import { textOf } from '../../sip/span.ts';
import { measure } from './body-size.ts';
import type { MessageContext } from './judged.ts';
import { likenessOfHead, likenessOfSdp } from './likeness.ts';

/**
 * Messages that are like others which were judged and found without a fault: they are not judged again, nor even
 * parsed. Nearly all of a log is such messages.
 */

type BodyKind = 'none' | 'sdp';

/** The least recent are forgotten, so that the memory stays small. */
class Recent<Value> {
  readonly #most: number;
  #young = new Map<number, Value>();
  #old = new Map<number, Value>();

  /** `most` are remembered for sure, twice as many at most. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: number): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: number, value: Value): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}

const heads = new Recent<BodyKind>(16_384);
const descriptions = new Recent<true>(4096);

/** Whether a message whose end is known and in which nothing is a placeholder is surely without a fault. */
export function isFamiliar(text: string, context: MessageContext): boolean {
  if (!isPlain(context)) return false;
  const { key, end, contentLength } = likenessOfHead(text);
  const kind = heads.get(key);
  if (kind === undefined || contentLength === undefined) return false;
  if (end === text.length) return contentLength === 0;
  return kind === 'sdp' && contentLength > 0 && isFamiliarSdp(text, end, text.length) && fits(text, end, contentLength);
}

const isPlain = ({ complete, trustedBodyEnd, wildcard }: MessageContext): boolean =>
  complete && trustedBodyEnd && !wildcard;

const fits = (text: string, start: number, length: number): boolean =>
  measure(text, { start, end: text.length }).fits(length);

/** Takes a message that was found without a fault as an example, where its head alone tells that nothing is wrong in it. */
export function makeFamiliar(message: Message, context: MessageContext): void {
  if (!isPlain(context) || message.strayLines.length > 0) return;
  const { key, end, contentLength } = likenessOfHead(message.text);
  const kind = bodyKind(message);
  if (kind === undefined || contentLength === undefined || end !== message.body.start) return;
  heads.set(key, kind);
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
  descriptions.get(likenessOfSdp(text, start, end)) === true;

export const makeFamiliarSdp = (text: string, start: number, end: number): void =>
  descriptions.set(likenessOfSdp(text, start, end), true);
