import asterisk from '../../data/dialects/texts/en/asterisk.json';
import freeswitch from '../../data/dialects/texts/en/freeswitch.json';
import sipp from '../../data/dialects/texts/en/sipp.json';
import { rules } from '../../server/src/features/diagnostics/rules.ts';
import {
  eventPackages,
  headerFields,
  headerParameters,
  methods,
  optionTags,
  q850Causes,
  reasonProtocols,
  sdp,
  statusCodes,
  uriParameters,
  values,
} from '../../server/src/knowledge/facts.ts';
import {
  headerFieldNamed,
  methodNamed,
  q850Cause,
  q850CauseNamed,
  statusCode,
  statusWithPhrase,
  warningCode,
} from '../../server/src/knowledge/names.ts';
import type { Term } from '../../server/src/readers/mention.ts';

/**
 * What something typed can mean, the likeliest first: a number (`486`, `Q.850:17`, `Warning:399`, `4xx`), a line of
 * SDP (`a=sendonly`, `m=audio`), a header field with a value (`Supported: timer`), or a name.
 */
export function* meaningsOf(typed: string): Generator<Term> {
  yield* numbers(typed);
  yield* sdpLine(typed);
  const [, name = '', value = ''] = /^([\w.-]+):\s*(.+)$/s.exec(typed) ?? [];
  if (headerFieldNamed(name)) {
    yield* meaningsOf(value.replace(/[;,].*$/s, '').trim());
    yield { kind: 'headerField', name };
  }
  yield* names(typed.replace(/[:;=]$/, ''));
}

function* numbers(typed: string): Generator<Term> {
  const cause = /^(?:reason:\s*)?(?:q\.?850|isup|cause)\s*[:=;,\s]\s*(?:cause\s*=\s*)?(\d{1,3})(?!\d)/i.exec(
    typed,
  )?.[1];
  if (cause) yield { kind: 'q850Cause', code: Number(cause) };
  const warning = /^warning\s*[:=\s]\s*(\d{3})(?!\d)/i.exec(typed)?.[1];
  if (warning) yield { kind: 'warningCode', code: Number(warning) };
  const status = /^(?:reason:\s*)?(?:sip(?:\/2\.0)?\s*[:;\s]\s*(?:cause\s*=\s*)?)?([1-6]\d\d)(?![\w.])/i.exec(
    typed,
  )?.[1];
  const code = Number(status ?? (/^\d{1,3}$/.test(typed) ? typed : Number.NaN));
  if (statusCode(code)) yield { kind: 'statusCode', code };
  if (q850Cause(code)) yield { kind: 'q850Cause', code };
  if (warningCode(code)) yield { kind: 'warningCode', code };
  if (status) yield { kind: 'statusCode', code };
  const digit = /^([1-6])xx$/i.exec(typed)?.[1];
  if (digit) yield { kind: 'statusClass', digit: Number(digit) };
}

function* sdpLine(typed: string): Generator<Term> {
  const [, type = '', value = ''] = /^([a-z])=(.*)$/s.exec(typed) ?? [];
  const word = /^[^\s:]+/.exec(value)?.[0] ?? '';
  if (type === 'a') yield { kind: 'sdpAttribute', name: word };
  if (type === 'm') yield { kind: 'sdpMedia', name: word };
  if (type === 'b') yield { kind: 'sdpBandwidth', name: word };
  if (type) yield { kind: 'sdpLine', type };
}

function* names(name: string): Generator<Term> {
  const upper = name.toUpperCase();
  if (methodNamed(name)) yield { kind: 'method', name };
  if (headerFieldNamed(name)) yield { kind: 'headerField', name };
  if (methodNamed(upper)) yield { kind: 'method', name: upper };
  const cause = q850CauseNamed(upper) ?? q850Causes.find((fact) => fact.name.toUpperCase() === upper);
  const status = statusWithPhrase(name);
  // `USER_BUSY` is a cause; `User Busy` may be one, too, but `Busy Here` is an answer.
  if (cause) yield { kind: 'q850Cause', code: cause.code };
  if (status) yield { kind: 'statusCode', code: status.code };
  yield { kind: 'optionTag', name };
  yield { kind: 'eventPackage', name };
  yield { kind: 'reasonProtocol', name };
  for (const of of Object.keys(values)) yield { kind: 'value', of, name };
  yield { kind: 'sdpAttribute', name };
  const [codec = name, clockRate] = name.split('/');
  yield { kind: 'codec', name: codec, ...(clockRate ? { clockRate: Number(clockRate) } : {}) };
  yield { kind: 'sdpProtocol', name };
  yield { kind: 'sdpMedia', name };
  yield { kind: 'sdpBandwidth', name };
  yield { kind: 'sdpGroup', name };
  const [parameter = name] = name.replace(/^;/, '').split('=');
  yield { kind: 'uriParameter', name: parameter };
  const header = parametersByName.get(parameter.toLowerCase());
  if (header) yield { kind: 'headerParameter', name: parameter, header };
  const keyword = /^\[(\w+)[^\]]*\]$/.exec(name)?.[1];
  if (keyword) yield { kind: 'dialectTerm', dialect: 'sipp', group: 'keyword', name: keyword };
  const term = dialectTerms().get(name);
  if (term) yield term;
}

const parametersByName = new Map(headerParameters.map(({ name, headers }) => [name.toLowerCase(), headers[0] ?? '']));

/** Options, applications, variables and keywords of configuration files; of several with one name the first. */
function dialectTerms(): ReadonlyMap<string, Term> {
  const found = new Map<string, Term>();
  for (const [dialect, groups] of Object.entries({ asterisk: asterisk.terms, freeswitch, sipp })) {
    for (const [group, texts] of Object.entries(groups)) {
      for (const name of Object.keys(texts)) {
        if (!found.has(name)) found.set(name, { kind: 'dialectTerm', dialect, group, name });
      }
    }
  }
  return found;
}

/** What can be explained by name, for those who come near. */
export function* knownNames(): Generator<string> {
  const lists = [
    methods,
    headerFields,
    optionTags,
    eventPackages,
    reasonProtocols,
    ...Object.values(values),
    sdp.attributes,
    sdp.codecs,
    uriParameters,
    headerParameters,
  ];
  for (const list of lists) for (const fact of list) yield fact.name;
  for (const { phrase } of statusCodes) yield phrase;
  for (const { asterisk: one, freeswitch: other } of q850Causes) {
    if (other) yield other;
    if (one) yield one;
  }
  yield* dialectTerms().keys();
  for (const { id } of rules) yield id;
}
