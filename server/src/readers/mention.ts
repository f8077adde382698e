import type { Span } from '../sip/span.ts';

/** What a mention speaks of. Names are as written, without regard to whether they are registered. */
export type Term =
  | { readonly kind: 'method'; readonly name: string }
  /** `request` is the method that the response answers, where the context says it. */
  | { readonly kind: 'statusCode'; readonly code: number; readonly request?: string }
  /** `1`–`6`: `4xx`, `4[0-9][0-9]`. */
  | { readonly kind: 'statusClass'; readonly digit: number }
  /** The phrase beside a code; `code` is that code. */
  | { readonly kind: 'reasonPhrase'; readonly phrase: string; readonly code?: number }
  | { readonly kind: 'headerField'; readonly name: string }
  | { readonly kind: 'headerParameter'; readonly name: string; readonly header: string; readonly value?: string }
  | { readonly kind: 'uriParameter'; readonly name: string; readonly value?: string }
  | { readonly kind: 'optionTag'; readonly name: string }
  | { readonly kind: 'eventPackage'; readonly name: string }
  | { readonly kind: 'warningCode'; readonly code: number }
  | { readonly kind: 'reasonProtocol'; readonly name: string }
  | { readonly kind: 'q850Cause'; readonly code: number }
  /** A value of a kind in `data/facts/values.json`: `priority`, `privacy`, `transport`, `contentType` … */
  | { readonly kind: 'value'; readonly of: string; readonly name: string }
  | { readonly kind: 'sdpLine'; readonly type: string }
  | { readonly kind: 'sdpAttribute'; readonly name: string; readonly value?: string }
  | { readonly kind: 'sdpMedia'; readonly name: string }
  | { readonly kind: 'sdpProtocol'; readonly name: string }
  | { readonly kind: 'sdpBandwidth'; readonly name: string }
  | { readonly kind: 'sdpGroup'; readonly name: string }
  | { readonly kind: 'codec'; readonly name: string; readonly clockRate?: number }
  /** A payload type of an `m=` line; `codec` is what `a=rtpmap` or the static table makes of it. */
  | { readonly kind: 'payloadType'; readonly number: number; readonly codec?: string }
  /** The token of an Identity header field: three base64url parts (RFC 8225). */
  | { readonly kind: 'passport'; readonly token: string }
  /** The SIP version or the Request-URI: what the start line says as a whole. */
  | { readonly kind: 'startLine'; readonly summary: StartLineSummary }
  /** Something of one dialect alone: an option of pjsip.conf, a keyword of SIPp. Explained by `data/dialects/`. */
  | { readonly kind: 'dialectTerm'; readonly dialect: string; readonly group: string; readonly name: string };

/** What a start line needs to be told in a sentence. */
export type StartLineSummary =
  | { readonly kind: 'request'; readonly method: string; readonly uri: string; readonly inDialog: boolean }
  | { readonly kind: 'response'; readonly code: number; readonly phrase: string; readonly request?: string };

/** One SIP term at one place of a document. */
export interface Mention {
  readonly term: Term;
  /** In the document. */
  readonly span: Span;
}
