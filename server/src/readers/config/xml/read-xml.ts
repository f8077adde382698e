import { type Span, span } from '../../../sip/span.ts';
import type { XmlDocument, XmlElement, XmlFault, XmlFaultKind } from './document.ts';
import { PlacedAttribute, PlacedElement } from './placed-nodes.ts';
import {
  behind,
  DOUBLE_QUOTE,
  EQUALS,
  EXCLAMATION,
  endsValue,
  GREATER,
  isBlank,
  isNameStart,
  LESS,
  nameEndAt,
  QUESTION,
  runawayEnd,
  runsAway,
  SINGLE_QUOTE,
  SLASH,
  unquotedEnd,
} from './xml-text.ts';

/**
 * A tolerant XML scanner. The libraries that keep positions give up at the first error, and a file is broken most of
 * the time while somebody types; this one goes on, says what is wrong and where, and is one pass over the text.
 */
export interface XmlOptions {
  /** Whether `\"` inside a value does not end it, as SIPp's own parser has it. */
  readonly backslashEscapes?: boolean;
  /** Whether an element cannot stand in the open one, so that the open one was never closed. */
  readonly endsBefore?: (open: string, next: string) => boolean;
  /** The names of the elements that the text stands in, from the outside in. */
  readonly within?: readonly string[];
}

export function readXml(text: string, options: XmlOptions = {}): XmlDocument {
  return new XmlScanner(text, options).scan();
}

/** A part of a document that begins between two elements and ends so. */
export interface XmlPart {
  readonly end: number;
  /** The names of the elements that are open at its end. */
  readonly open: readonly string[];
  /** Whether nothing in it is broken, so that nothing behind its end was looked at. */
  readonly sound: boolean;
}

/**
 * The part of a document from an offset to behind the next element that is no container, or to behind the next tag of
 * a container; undefined when the text ends first. Containers hold parts: `isContainer`.
 */
export function xmlPartAt(
  text: string,
  start: number,
  options: XmlOptions,
  isContainer: (name: string) => boolean,
): XmlPart | undefined {
  return new XmlScanner(text, options).partFrom(start, isContainer);
}

function appended<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

const MOST_FAULTS = 50;
/** Containers are nested no deeper. */
const DEEPEST_CONTAINER = 12;
const CDATA_START = '<![CDATA[';

class XmlScanner {
  readonly #text: string;
  readonly #options: XmlOptions;
  readonly #elements: XmlElement[] = [];
  readonly #faults: XmlFault[] = [];
  readonly #open: PlacedElement[] = [];
  /** How often each name is open, so that a stray end tag costs no search. */
  readonly #openNames = new Map<string, number>();
  /** Every name once: thousands of tags share a few. */
  readonly #names = new Map<string, string>();
  /** The last answer for each mark, so that a mark that is missing is looked for once. */
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string, options: XmlOptions) {
    this.#text = text;
    this.#options = options;
    for (const name of options.within ?? []) {
      const element = new PlacedElement(name, 0, this.#open.at(-1));
      // What stands outside of the text is none of its faults.
      element.broken = true;
      this.#push(element);
    }
  }

  scan(): XmlDocument {
    const text = this.#text;
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) at = this.#markup(at);
    while (this.#open.length > 0) this.#closeTop(text.length, true);
    return { text, elements: this.#elements, faults: this.#faults };
  }

  partFrom(start: number, isContainer: (name: string) => boolean): XmlPart | undefined {
    const text = this.#text;
    for (let at = text.indexOf('<', start); at >= 0; at = text.indexOf('<', at)) {
      const isTag = text.charCodeAt(at + 1) === SLASH || isNameStart(text.charCodeAt(at + 1));
      at = this.#markup(at);
      if (!isTag || at >= text.length || this.#open.length > DEEPEST_CONTAINER) continue;
      if (!this.#open.every(({ name }) => isContainer(name))) continue;
      return { end: at, open: this.#open.map(({ name }) => name), sound: this.#faults.length === 0 };
    }
    return undefined;
  }

  /** Reads a tag, a comment or whatever else begins with `<`; returns the offset behind it. */
  #markup(at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) return this.#endTag(at);
    if (next === EXCLAMATION) return this.#declaration(at);
    if (next === QUESTION) return behind(text, '?>', at + 2);
    return isNameStart(next) ? this.#startTag(at) : at + 1;
  }

  #fault(kind: XmlFaultKind, place: Span, name = ''): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ kind, span: place, name });
  }

  #name(start: number, end: number): string {
    const name = this.#text.slice(start, end);
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, name);
    return name;
  }

  #indexOf(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
    const at = this.#text.indexOf(mark, from);
    this.#found.set(mark, { from, at });
    return at;
  }

  #declaration(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end >= 0) return end + 3;
      this.#fault('unclosed-comment', span(at, at + 4));
      return text.length;
    }
    if (text.startsWith(CDATA_START, at)) return this.#cdata(at);
    const close = behind(text, '>', at);
    const subset = text.slice(at, close).indexOf('[');
    return subset < 0 ? close : behind(text, '>', behind(text, ']', at + subset));
  }

  #cdata(at: number): number {
    const text = this.#text;
    const start = at + CDATA_START.length;
    const top = this.#open.at(-1);
    const end = this.#indexOf(']]>', start);
    const another = this.#indexOf(CDATA_START, start);
    if (end >= 0 && (another < 0 || end < another)) {
      if (top) top.cdata = appended(top.cdata, span(start, end));
      return end + 3;
    }
    this.#fault('unclosed-cdata', span(at, start));
    const endTag = this.#indexOf(`</${top?.name ?? ''}`, start);
    const stop = endTag >= 0 ? endTag : another >= 0 ? another : text.length;
    if (top) top.cdata = appended(top.cdata, span(start, stop));
    return stop;
  }

  #endTag(at: number): number {
    const nameEnd = nameEndAt(this.#text, at + 2);
    const name = this.#name(at + 2, nameEnd);
    let next = nameEnd;
    while (isBlank(this.#text.charCodeAt(next))) next++;
    next = this.#text.charCodeAt(next) === GREATER ? next + 1 : nameEnd;
    if (!this.#openNames.get(name)) {
      this.#fault('stray-end-tag', span(at, next), name);
      return next;
    }
    while (this.#open.at(-1)?.name !== name) this.#closeTop(at, true);
    this.#closeTop(at, false);
    return next;
  }

  #closeTop(end: number, missed: boolean): void {
    const element = this.#open.pop();
    if (!element) return;
    element.contentEnd = end;
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 1) - 1);
    if (missed && !element.broken)
      this.#fault('unclosed-element', span(element.start, element.nameSpan.end), element.name);
  }

  #startTag(at: number): number {
    const text = this.#text;
    const nameEnd = nameEndAt(text, at + 1);
    const name = this.#name(at + 1, nameEnd);
    const { endsBefore } = this.#options;
    while (endsBefore && this.#open.length > 0 && endsBefore(this.#open.at(-1)!.name, name)) this.#closeTop(at, true);
    const parent = this.#open.at(-1);
    const element = new PlacedElement(name, at, parent);
    const end = this.#attributes(element, nameEnd);
    element.tagEnd = end;
    this.#elements.push(element);
    if (parent) parent.children = appended(parent.children, element);
    if (!element.empty) this.#push(element);
    return end;
  }

  #push(element: PlacedElement): void {
    this.#open.push(element);
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 0) + 1);
  }

  /** Reads what stands between the name and the `>`; returns the offset behind it. */
  #attributes(element: PlacedElement, from: number): number {
    const text = this.#text;
    let at = from;
    for (;;) {
      while (isBlank(text.charCodeAt(at))) at++;
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === SLASH && text.charCodeAt(at + 1) === GREATER) {
        element.empty = true;
        return at + 2;
      }
      if (text.startsWith('<!--', at)) {
        at = behind(text, '-->', at);
        continue;
      }
      if (at >= text.length || code === LESS) {
        this.#fault('unclosed-tag', span(element.start, element.nameSpan.end), element.name);
        element.broken = true;
        return at;
      }
      const nameEnd = isNameStart(code) ? nameEndAt(text, at) : at + 1;
      if (nameEnd === at + 1 && !isNameStart(code)) {
        at = nameEnd;
        continue;
      }
      at = this.#attribute(element, at, nameEnd);
    }
  }

  #attribute(element: PlacedElement, at: number, nameEnd: number): number {
    const text = this.#text;
    const name = this.#name(at, nameEnd);
    const add = (valueStart: number, valueEnd: number): void => {
      element.attributes = appended(element.attributes, new PlacedAttribute(name, at, valueStart, valueEnd));
    };
    let next = nameEnd;
    while (isBlank(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) !== EQUALS) {
      add(-1, -1);
      this.#fault('missing-value', span(at, nameEnd), name);
      return nameEnd;
    }
    next++;
    while (isBlank(text.charCodeAt(next))) next++;
    const quote = text.charCodeAt(next);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) {
      const end = unquotedEnd(text, next);
      add(next, end);
      this.#fault(
        end > next ? 'unquoted-value' : 'missing-value',
        end > next ? span(next, end) : span(at, nameEnd),
        name,
      );
      return end;
    }
    const start = next + 1;
    const end = this.#valueEnd(start, quote);
    if (end !== undefined) {
      add(start, end);
      return end + 1;
    }
    const stop = runawayEnd(text, start);
    add(start, stop);
    this.#fault('unclosed-value', span(next, stop), name);
    return stop;
  }

  /** The offset of the closing quote; undefined when the next one belongs to something else. */
  #valueEnd(start: number, quote: number): number | undefined {
    const text = this.#text;
    const mark = String.fromCharCode(quote);
    let end = text.indexOf(mark, start);
    while (this.#options.backslashEscapes && end > start && text[end - 1] === '\\' && !endsValue(text, end + 1)) {
      end = text.indexOf(mark, end + 1);
    }
    if (end < 0) return undefined;
    return end - start > 1 && runsAway(text.slice(start, end)) ? undefined : end;
  }
}
