import type { Language } from '../../knowledge/language.ts';
import type { Term } from '../../readers/mention.ts';
import {
  explainMethod,
  explainQ850Cause,
  explainReasonPhrase,
  explainStatusClass,
  explainStatusCode,
  explainWarningCode,
} from './codes.ts';
import { explainDialectTerm } from './dialect-term.ts';
import { explainHeaderField, explainHeaderParameter, explainUriParameter } from './header-field.ts';
import { explainEventPackage, explainOptionTag, explainReasonProtocol, explainValue } from './named.ts';
import { explainPassport } from './passport.ts';
import { explainCodec, explainPayloadType, explainSdpAttribute, explainSdpLine, explainSdpName } from './sdp.ts';
import { explainStartLine } from './start-line.ts';

/**
 * What a term means, as Markdown in a language; undefined when there is nothing to say. Hover, the documentation of
 * completion items and the command line all say this.
 */
export function explain(language: Language, term: Term): string | undefined {
  switch (term.kind) {
    case 'method':
      return explainMethod(language, term.name);
    case 'statusCode':
      return explainStatusCode(language, term.code);
    case 'statusClass':
      return explainStatusClass(language, term.digit);
    case 'reasonPhrase':
      return explainReasonPhrase(language, term.phrase, term.code);
    case 'headerField':
      return explainHeaderField(language, term.name);
    case 'headerParameter':
      return explainHeaderParameter(language, term.name, term.header);
    case 'uriParameter':
      return explainUriParameter(language, term.name);
    case 'optionTag':
      return explainOptionTag(language, term.name);
    case 'eventPackage':
      return explainEventPackage(language, term.name);
    case 'warningCode':
      return explainWarningCode(language, term.code);
    case 'reasonProtocol':
      return explainReasonProtocol(language, term.name);
    case 'q850Cause':
      return explainQ850Cause(language, term.code);
    case 'value':
      return explainValue(language, term.of, term.name);
    case 'sdpLine':
      return explainSdpLine(language, term.type);
    case 'sdpAttribute':
      return explainSdpAttribute(language, term.name);
    case 'sdpMedia':
    case 'sdpProtocol':
    case 'sdpBandwidth':
    case 'sdpGroup':
      return explainSdpName(language, term.kind, term.name);
    case 'codec':
      return explainCodec(language, term.name, term.clockRate);
    case 'payloadType':
      return explainPayloadType(language, term.number, term.codec);
    case 'passport':
      return explainPassport(language, term.token);
    case 'startLine':
      return explainStartLine(language, term.summary);
    case 'dialectTerm':
      return explainDialectTerm(language, term.dialect, term.group, term.name);
  }
}
