import eventPackageFacts from '../../../data/facts/event-packages.json';
import headerFieldFacts from '../../../data/facts/header-fields.json';
import headerParameterFacts from '../../../data/facts/header-parameters.json';
import headerUseFacts from '../../../data/facts/header-use.json';
import methodFacts from '../../../data/facts/methods.json';
import optionTagFacts from '../../../data/facts/option-tags.json';
import payloadTypeFacts from '../../../data/facts/payload-types.json';
import q850Facts from '../../../data/facts/q850-causes.json';
import reasonProtocolFacts from '../../../data/facts/reason-protocols.json';
import responseUseFacts from '../../../data/facts/response-use.json';
import sdpFacts from '../../../data/facts/sdp.json';
import statusCodeFacts from '../../../data/facts/status-codes.json';
import uriParameterFacts from '../../../data/facts/uri-parameters.json';
import valueFacts from '../../../data/facts/values.json';
import warningFacts from '../../../data/facts/warning-codes.json';

/** How sure the world is of an entry; `data/README.md` says what each means. */
export type Status = 'registered' | 'deprecated' | 'historic' | 'unregistered' | 'internal';

/** What every entry has: where it is defined, and how far it is agreed upon. */
export interface Fact {
  /** `RFC 3261`, `3GPP TS 24.229 v12.14.0`; the first one defines the entry. */
  readonly refs?: readonly string[];
  /** The section of the first reference, such as `21.4.24`. */
  readonly section?: string;
  readonly status?: Status;
}

export interface NamedFact extends Fact {
  readonly name: string;
}

export interface StatusCodeFact extends Fact {
  readonly code: number;
  /** The standard reason phrase. */
  readonly phrase: string;
  /** The Q.850 cause that it becomes in ISUP (RFC 3398 §8.2.6.1). */
  readonly q850?: number;
}

export interface HeaderFieldFact extends NamedFact {
  readonly compact?: string;
}

/** One row of the tables of RFC 3261 §20 and its extensions. */
export interface HeaderUseRow {
  /** `R` requests, `r` responses, `Rr` both, or status codes such as `2xx`, `401,407`. */
  readonly where: string;
  /** `m`, `m*`, `o`, `t`, `c`, `*` or `-` by method; a method that no table names is not there. */
  readonly methods: Readonly<Record<string, string>>;
}

export interface HeaderUse {
  readonly name: string;
  /** Whether a message may hold more than one value. */
  readonly repeats: boolean;
  /** Whether values may stand in one field, parted by commas. */
  readonly list: boolean;
  readonly value: string;
  readonly rows: readonly HeaderUseRow[];
}

/** Which requests a response may answer; `methods` is null for all of them. */
export interface ResponseUse {
  readonly code: number;
  readonly methods: readonly string[] | null;
  /** Whether it answers methods besides that are in no registry. */
  readonly open?: boolean;
  /** Whether an RFC forbids every other method, instead of having no use for it. */
  readonly strict?: boolean;
  readonly source: string;
}

export interface Q850Fact extends Fact {
  readonly code: number;
  readonly name: string;
  readonly asterisk?: string;
  readonly freeswitch?: string;
  /** The number that it had in older versions of FreeSWITCH. */
  readonly formerly?: number;
  /** The response that it becomes in SIP (RFC 3398 §7.2.4.1). */
  readonly sip?: number;
}

export interface WarningFact extends Fact {
  readonly code: number;
  readonly text: string;
}

export interface SdpAttributeFact extends NamedFact {
  /** `session`, `media` or both. */
  readonly level?: string;
}

export interface CodecFact extends NamedFact {
  readonly clockRate?: number;
  /** How many channels `a=rtpmap:` has to name, whatever is sent in them. */
  readonly channels?: number;
  /** Whether the clock rate is the only one there is: `must` where its definition insists on it. */
  readonly rate?: 'must' | 'only';
}

export interface PayloadTypeFact {
  readonly payloadType: number;
  readonly name: string;
  readonly media?: string;
  readonly clockRate?: number;
  readonly channels?: number;
}

export interface HeaderParameterFact extends NamedFact {
  readonly headers: readonly string[];
}

export const methods = methodFacts as readonly NamedFact[];
export const statusCodes = statusCodeFacts as readonly StatusCodeFact[];
export const headerFields = headerFieldFacts as readonly HeaderFieldFact[];
export const headerUses = headerUseFacts as unknown as readonly HeaderUse[];
export const responseUses = responseUseFacts as readonly ResponseUse[];
export const headerParameters = headerParameterFacts as readonly HeaderParameterFact[];
export const uriParameters = uriParameterFacts as readonly NamedFact[];
export const optionTags = optionTagFacts as readonly NamedFact[];
export const eventPackages = eventPackageFacts as readonly NamedFact[];
export const warningCodes = warningFacts as readonly WarningFact[];
export const reasonProtocols = reasonProtocolFacts as readonly NamedFact[];
export const q850Causes = q850Facts as readonly Q850Fact[];
export const payloadTypes = payloadTypeFacts as readonly PayloadTypeFact[];
/** Values by kind: `priority`, `privacy`, `transport` … */
export const values = valueFacts as Readonly<Record<string, readonly NamedFact[]>>;
export const sdp = sdpFacts as {
  readonly lines: readonly NamedFact[];
  readonly attributes: readonly SdpAttributeFact[];
  readonly media: readonly NamedFact[];
  readonly protocols: readonly NamedFact[];
  readonly bandwidth: readonly NamedFact[];
  readonly groups: readonly NamedFact[];
  readonly codecs: readonly CodecFact[];
};
