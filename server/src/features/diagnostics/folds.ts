import { headerFieldNamed } from '../../knowledge/names.ts';
import type { HeaderField, Message } from '../../sip/message.ts';
import { span, textOf, trimmed } from '../../sip/span.ts';

/** A line that goes on with the one before, and yet starts like a header field. */
const INDENTED = /\r?\n[ \t]+([A-Za-z][A-Za-z-]{0,40})[ \t]*:/g;

export interface Unfolded {
  readonly message: Message;
  /** Header fields that a blank before their names has made part of the one above. */
  readonly indented: readonly HeaderField[];
}

/**
 * A message whose indented header fields stand by themselves, as they were meant. By RFC 3261 §7.3.1 they continue
 * the line before, whose value nobody can read then.
 */
export function unfolded(message: Message): Unfolded {
  const first = message.headers[0];
  const indented: HeaderField[] = first && startsIndented(message.text, first) ? [first] : [];
  if (!message.headers.some((field) => isFolded(message.text, field))) return { message, indented };
  const headers = message.headers.flatMap((field) => {
    const fields = fieldsIn(message.text, field);
    indented.push(...fields.slice(1));
    return fields;
  });
  return headers.length === message.headers.length
    ? { message, indented }
    : { message: { ...message, headers }, indented };
}

/** Behind the start line there is nothing that could go on. */
const startsIndented = (text: string, { name }: HeaderField): boolean => /[ \t]/.test(text[name.start - 1] ?? '');

function isFolded(text: string, field: HeaderField): boolean {
  const lineEnd = text.indexOf('\n', field.name.end);
  return lineEnd >= 0 && lineEnd < field.value.end;
}

function fieldsIn(text: string, field: HeaderField): HeaderField[] {
  if (!isFolded(text, field)) return [field];
  const start = field.name.end;
  const names = [...textOf(text, span(start, field.span.end)).matchAll(INDENTED)].flatMap((match) => {
    const known = headerFieldNamed(match[1] ?? '');
    const valueStart = start + match.index + match[0].length;
    const nameStart = start + match.index + match[0].search(/[A-Za-z]/);
    return known ? [{ known, nameStart, valueStart, lineStart: start + match.index }] : [];
  });
  if (names.length === 0) return [field];
  const ends = [...names.map(({ lineStart }) => lineStart), field.value.end];
  const first = trimmed(text, Math.min(field.value.start, ends[0]!), ends[0]!);
  const others = names.map(({ known, nameStart, valueStart }, index): HeaderField => {
    const value = trimmed(text, valueStart, ends[index + 1]!);
    const name = span(nameStart, nameStart + (/^[\w-]+/.exec(text.slice(nameStart, nameStart + 50))?.[0].length ?? 0));
    return { name, canonical: known.name, known: true, value, span: span(nameStart, Math.max(name.end, value.end)) };
  });
  return [{ ...field, value: first, span: span(field.span.start, Math.max(field.name.end, first.end)) }, ...others];
}
