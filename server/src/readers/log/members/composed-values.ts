import { type Printed, printedValue } from './printed-values.ts';

/**
 * Header fields whose values a program took apart and printed as lists and dictionaries, put together again:
 * `['INVITE', 'ACK']`, `{'raw': '<sip:alice@example.com>;tag=1', 'tag': '1'}`, `{"seq": 1, "method": "INVITE"}`.
 */

/** The value of a header field as SIP writes it; undefined where that cannot be told. */
export function composedValue(canonical: string, text: string): string | undefined {
  const printed = printedValue(text);
  return printed === undefined ? undefined : composed(canonical, printed);
}

/** The values of a list as one text with blanks between, as SDP has them; undefined where others than strings are among them. */
export function joinedValues(text: string): string | undefined {
  const printed = printedValue(text);
  return Array.isArray(printed) && printed.every((item) => typeof item === 'string') ? printed.join(' ') : undefined;
}

/** Names of the member that holds a value as it was received. */
const AS_RECEIVED = ['raw', 'value', 'text', 'full'];

function composed(canonical: string, printed: Printed): string | undefined {
  if (printed === undefined || typeof printed === 'string') return printed;
  if (printed instanceof Map) {
    const whole = AS_RECEIVED.map((name) => printed.get(name)).find((value) => typeof value === 'string');
    return whole ?? OF_PARTS[canonical]?.(printed);
  }
  const values = (printed as readonly Printed[]).map((item) => composed(canonical, item));
  return values.length > 0 && values.every((value) => value !== undefined) ? values.join(', ') : undefined;
}

type Parts = ReadonlyMap<string, Printed>;
const OF_PARTS: Readonly<Record<string, (parts: Parts) => string | undefined>> = {
  CSeq: cseqOf,
  Via: viaOf,
  From: addressOf,
  To: addressOf,
  Contact: addressOf,
};

const firstString = (parts: Parts, ...names: readonly string[]): string | undefined =>
  names.map((name) => parts.get(name)).find((value) => typeof value === 'string' && value !== '') as string | undefined;

function cseqOf(parts: Parts): string | undefined {
  const values = [...parts.values()].filter((value) => typeof value === 'string');
  const number = values.find((value) => /^\d{1,10}$/.test(value));
  const method = values.find((value) => /^[A-Z]{2,16}$/.test(value));
  return number && method && `${number} ${method}`;
}

/** The members of a Via that are no parameters of it. */
const OF_VIA = new Set(['type', 'protocol', 'version', 'transport', 'address', 'host', 'port', 'params']);

function viaOf(parts: Parts): string | undefined {
  const said = firstString(parts, 'type', 'protocol', 'transport') ?? '';
  const transport = /^(?:SIP\s?\/\s?2\.0\s?\/\s?)?([A-Za-z]{2,8})$/.exec(said)?.[1];
  const address = parts.get('address');
  const [host, port] = Array.isArray(address)
    ? (address as readonly Printed[])
    : [firstString(parts, 'host', 'address'), parts.get('port')];
  if (!transport || typeof host !== 'string') return undefined;
  const by = typeof port === 'string' ? `${host}:${port}` : host;
  return `SIP/2.0/${transport.toUpperCase()} ${by}${parametersOf(parts, OF_VIA)}`;
}

function addressOf(parts: Parts): string | undefined {
  const uri = firstString(parts, 'uri', 'address', 'url');
  if (!uri) return undefined;
  const name = firstString(parts, 'display-name', 'display_name', 'displayName', 'name');
  const tag = firstString(parts, 'tag');
  const own = parts.get('params');
  const parameters = own instanceof Map ? parametersOf(own as Parts, new Set()) : tag ? `;tag=${tag}` : '';
  return `${name ? `"${name}" ` : ''}<${uri}>${parameters}`;
}

function parametersOf(parts: Parts, others: ReadonlySet<string>): string {
  const own = parts.get('params');
  const all = own instanceof Map ? [...parts, ...(own as Parts)] : [...parts];
  return all
    .filter(([name, value]) => !others.has(name) && (value === undefined || typeof value === 'string'))
    .map(([name, value]) => (value ? `;${name}=${value as string}` : `;${name}`))
    .join('');
}
