import { ANY_METHOD, type Methods, methodBit, methodNames, onlyMethod } from '../conditions.ts';
import type { Answer, State } from '../state.ts';
import * as token from '../tokens.ts';

/** Judges the answers among the tokens of a condition; returns where the next token is to be read. */
export function visitAnswers(state: State, from: number, to: number, methods: Methods): number {
  const next = Math.max(to, from + 1);
  for (let i = from; i < next; i++) if (state.tokens.kinds[i] === token.WORD) judgeAnswer(state, i, methods);
  return next;
}

/** Notes which request an answer is for, and reports one that the protocol forbids. */
export function judgeAnswer({ answers, mentions, findings }: State, i: number, methods: Methods): void {
  const answer = answers.get(i);
  if (!answer) return;
  const set = answer.method !== undefined ? methodBit(answer.method) : answer.current ? methods : ANY_METHOD;
  const mention = mentions[answer.mention]!;
  const request = onlyMethod(set);
  if (request)
    mentions[answer.mention] = { span: mention.span, term: { kind: 'statusCode', code: answer.code, request } };
  const rule = forbidden(answer, set);
  if (rule) findings.push({ rule, span: mention.span, args: [String(answer.code), listed(set)] });
}

function forbidden({ code }: Answer, set: Methods): string | undefined {
  if (set === ANY_METHOD) return undefined;
  if (set === methodBit('ACK')) return 'sip.routing-answer-to-ack';
  if ((set & methodBit('INVITE')) !== 0) return undefined;
  if (code > 100 && code < 200) return 'sip.routing-provisional-answer';
  return code === 408 ? 'sip.routing-timeout-answer' : undefined;
}

/** The methods that a message names. */
function listed(set: Methods): string {
  const names = methodNames(set);
  return names.length > 4 ? `${names.slice(0, 4).join(', ')}, …` : names.join(', ');
}
