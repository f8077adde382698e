import type { HeaderField } from '../../sip/message.ts';
import { type Span, span } from '../../sip/span.ts';
import { replaceFix } from './finding.ts';
import { isToken } from './grammar.ts';
import { fieldsNamed, intendedMethod, type Judged, type MessageCheck, type Report } from './judged.ts';

/** Names of header fields: misspelt, malformed, out of use. */

const misspeltHeaders: MessageCheck = (judged, report) => {
  for (const [field, meant] of judged.misspelt) {
    if (!isToken(field.canonical)) continue;
    const end = tornNameEnd(judged, field);
    const whole = span(field.name.start, end ?? field.name.end);
    report('sip.misspelt-header', field.name, {
      args: [judged.textOf(field.name), meant],
      fix: {
        title: 'replace',
        args: [meant],
        edits: [{ span: whole, newText: end === undefined ? meant : `${meant}:` }],
      },
    });
  }
};

/** `Max-Forward:s 70`, `C:Seq: 1 INVITE`, `Vi:: …`: where a misspelt name ends that a colon has torn apart. */
export function tornNameEnd(judged: Judged, field: HeaderField): number | undefined {
  const meant = judged.misspelt.get(field)?.toLowerCase();
  if (meant === undefined) return undefined;
  const { text } = judged;
  const { start } = field.value;
  if (text.startsWith('::', field.name.end)) return field.name.end + 2;
  const rest = meant.slice(field.name.end - field.name.start);
  const isTorn = rest !== '' && text.slice(field.name.start, field.name.end).toLowerCase() + rest === meant;
  if (!isTorn || text.slice(start, start + rest.length).toLowerCase() !== rest) return undefined;
  return start + rest.length + (text[start + rest.length] === ':' ? 1 : 0);
}

const malformedNames: MessageCheck = (judged, report) => {
  for (const field of judged.message.headers) {
    if (judged.bodyInHead && field.span.start > judged.bodyInHead.start) return;
    if (field.known || isToken(field.canonical) || judged.isWild(field.span)) continue;
    const meant = judged.misspelt.get(field);
    report('sip.invalid-header-name', field.name, {
      args: [field.canonical],
      ...(meant ? { fix: replaceFix(field.name, meant) } : {}),
    });
  }
};

const deprecated = [
  ['Encryption', 'RFC 3261'],
  ['Hide', 'RFC 3261'],
  ['Response-Key', 'RFC 3261'],
  ['Identity-Info', 'RFC 8224'],
] as const;

const deprecatedHeaders: MessageCheck = (judged, report) => {
  for (const [name, source] of deprecated) {
    for (const field of fieldsNamed(judged, name)) {
      report('sip.deprecated-header', field.name, { args: [name, source] });
    }
  }
};

/** Reports a method name in a value that is one slip away from a registered one. */
export function checkMethodName(judged: Judged, method: Span, report: Report): boolean {
  const written = judged.textOf(method);
  if (written.length > 20 || judged.isWild(method)) return false;
  const meant = intendedMethod(written);
  if (meant === undefined) return false;
  report('sip.misspelt-method', method, { args: [written, meant], fix: replaceFix(method, meant) });
  return true;
}

export const nameChecks: readonly MessageCheck[] = [misspeltHeaders, malformedNames, deprecatedHeaders];
