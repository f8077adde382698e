import { type Span, span } from '../../../sip/span.ts';
import type { Term } from '../../mention.ts';
import { nearestName } from '../spelling.ts';
import type { Collector } from '../xml/collector.ts';
import { causeNumbered, readCause } from './causes.ts';
import { report } from './findings.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { type Group, groups, isBoolean, isInSet, variableNamed } from './table.ts';

/** What a leaf is read for. */
export interface LeafPlace {
  readonly text: string;
  readonly found: Collector;
  /** The parameter whose value it is: only these must be among the values that FreeSWITCH knows. */
  readonly parameter?: string;
}

const termsIn = (group: Group): ReadonlyMap<string, Term> =>
  new Map([...groups[group].keys()].map((name) => [name, { kind: 'dialectTerm', dialect: 'freeswitch', group, name }]));

/** One term for each row of the table: a dialplan mentions them thousands of times. */
const terms: Readonly<Record<Group, ReadonlyMap<string, Term>>> = {
  application: termsIn('application'),
  variable: termsIn('variable'),
  variablePrefix: termsIn('variablePrefix'),
  profileParameter: termsIn('profileParameter'),
  gatewayParameter: termsIn('gatewayParameter'),
  userParameter: termsIn('userParameter'),
};

/** Mentions a row of the table. */
export function mentionRow(group: Group, name: string, place: Span, found: Collector): void {
  const term = terms[group].get(name);
  if (term) found.mention(term, place);
}

/** Mentions a value of a set, where somebody has said what it means. */
export function mentionChoice(set: string | undefined, name: string, place: Span, found: Collector): void {
  if (set === 'transport') found.mention({ kind: 'value', of: 'transport', name: name.toUpperCase() }, place);
  else if (set !== undefined && isInSet(set, name))
    found.mention({ kind: 'dialectTerm', dialect: 'freeswitch', group: set, name }, place);
}

/** What the leaves of a value say of SIP, or what is wrong with them. */
export function readLeaves(leaves: readonly Leaf[], place: LeafPlace): void {
  for (const leaf of leaves) {
    const written = place.text.slice(leaf.span.start, leaf.span.end);
    // Where a variable stands, nobody knows what will be there.
    if (written === '' || written.includes('$')) continue;
    const read = readers[leaf.kind] as LeafReader<Leaf['kind']>;
    read(leaf, written, place);
  }
}

type LeafReader<Kind extends Leaf['kind']> = (
  leaf: Extract<Leaf, { kind: Kind }>,
  written: string,
  place: LeafPlace,
) => void;

const isWord = (written: string): boolean => /^[a-z]+$/i.test(written);

const readVariable: LeafReader<'variable'> = (leaf, name, { found }) => {
  const known =
    variableNamed(name) ?? (groups.variablePrefix.has(name) ? { group: 'variablePrefix', name } : undefined);
  if (known) mentionRow(known.group as Group, known.name, leaf.span, found);
};

/** The variable that a reference names, with the header field in it. */
export function readReference(text: string, name: Span, found: Collector): void {
  readLeaves(leavesOf(text, name, { value: 'variableName' }), { text, found });
}

const readHeader: LeafReader<'header'> = (leaf, written, { found }) => {
  const name = leaf.underscores ? written.replaceAll('_', '-') : written;
  if (/^[\w!%*+`'~.-]+$/.test(name)) found.mention({ kind: 'headerField', name }, leaf.span);
};

const readCode: LeafReader<'code'> = (leaf, written, { found }) => {
  if (/^\d{1,4}$/.test(written))
    found.mention({ kind: 'statusCode', code: Number(written), request: 'INVITE' }, leaf.span);
  else if (leaf.required) report(found, 'sip.freeswitch-respond-code', leaf.span, [written]);
};

const readPhrase: LeafReader<'phrase'> = (leaf, written, { text, found }) => {
  const code = text.slice(leaf.code.start, leaf.code.end);
  // What follows a redirection is where to, not why.
  if (!/^\d{3}$/.test(code) || (code.startsWith('3') && /[@:<]/.test(written))) return;
  found.mention({ kind: 'reasonPhrase', phrase: written, code: Number(code) }, leaf.span);
};

/** `PCMU`, `speex@16000h@20i`, `G7221@32000h`, `opus@48000h@20i~useinbandfec=1`. */
const readCodec: LeafReader<'codec'> = (leaf, written, { found }) => {
  const match = /^((?:mod_\w+\.)?)([A-Za-z][\w-]*)((?:@\d+[hibc])*)(?:~.*)?$/.exec(written);
  if (!match) return;
  const [, module = '', name = '', details = ''] = match;
  const rate = /@(\d+)h/.exec(details)?.[1];
  const start = leaf.span.start + module.length;
  const clockRate = rate === undefined ? {} : { clockRate: Number(rate) };
  found.mention({ kind: 'codec', name, ...clockRate }, span(start, start + name.length));
};

const readPayloadType: LeafReader<'payloadType'> = (leaf, written, place) => {
  const number = /^\d{1,4}$/.test(written) ? Number(written) : 128;
  if (number < 128) place.found.mention({ kind: 'payloadType', number }, leaf.span);
  else if (place.parameter !== undefined) reportValue(place.found, leaf.span, [place.parameter, written, '0–127']);
};

const readChoice: LeafReader<'choice'> = (leaf, written, place) => {
  const name = written.toLowerCase();
  if (leaf.values.includes(name)) {
    mentionChoice(leaf.set, name, leaf.span, place.found);
    return;
  }
  if (leaf.booleans && isBoolean(written)) return;
  const words = leaf.booleans ? ['true', 'false', ...leaf.values] : leaf.values;
  const meant =
    leaf.elsewhere?.[written.toLowerCase()] ?? nearestName(written, leaf.booleans ? [...words, 'yes'] : words);
  // A variable may hold whatever somebody keeps in it; only a slip is one.
  const owner = place.parameter ?? (meant === undefined ? undefined : leaf.variable);
  if (owner !== undefined) reportValue(place.found, leaf.span, [owner, written, words.join(', ')], meant);
};

const checkNumber: LeafReader<'number'> = (leaf, written, { parameter, found }) => {
  if (parameter === undefined) return;
  // FreeSWITCH takes the digits that a value begins with, and a word for 0.
  if (/^[a-z]/i.test(written) && !isBoolean(written)) {
    reportValue(found, leaf.span, [parameter, written, '0, 1, 2 …']);
  } else if (/^\d+$/.test(written) && Number(written) < leaf.least) {
    const least = String(leaf.least);
    report(found, 'sip.freeswitch-parameter-minimum', leaf.span, [parameter, written, least], least);
  }
};

/** `args`: whose value it is, what is written, what may be. */
function reportValue(found: Collector, at: Span, args: readonly [string, string, string], meant?: string): void {
  report(found, 'sip.freeswitch-parameter-value', at, args, meant);
}

const readApplication: LeafReader<'application'> = (leaf, name, { found }) => {
  if (groups.application.get(name)?.silent !== true) mentionRow('application', name, leaf.span, found);
};

const readers: { readonly [Kind in Leaf['kind']]: LeafReader<Kind> } = {
  application: readApplication,
  variable: readVariable,
  header: readHeader,
  cause: (leaf, written, { found }) => readCause(written, leaf.span, leaf.certain, found),
  causeNumber: (leaf, written, { found }) => {
    if (/^\d{1,3}$/.test(written))
      found.mention({ kind: 'q850Cause', code: causeNumbered(Number(written)) }, leaf.span);
  },
  code: readCode,
  phrase: readPhrase,
  codec: readCodec,
  event: (leaf, written, { found }) => {
    if (written !== 'all') found.mention({ kind: 'eventPackage', name: written }, leaf.span);
  },
  transport: (leaf, written, { found }) => {
    if (isWord(written)) found.mention({ kind: 'value', of: 'transport', name: written.toUpperCase() }, leaf.span);
  },
  privacy: (leaf, written, { found }) => {
    if (isWord(written)) found.mention({ kind: 'value', of: 'privacy', name: written }, leaf.span);
  },
  contentType: (leaf, written, { found }) => {
    if (/^[\w.+-]+\/[\w.+-]+$/.test(written)) {
      found.mention({ kind: 'value', of: 'contentType', name: written.toLowerCase() }, leaf.span);
    }
  },
  payloadType: readPayloadType,
  choice: readChoice,
  number: checkNumber,
};
