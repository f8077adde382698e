import { type Span, span } from '../../../sip/span.ts';
import type { XmlAttribute, XmlElement } from './document.ts';

/** Most elements have no children and no CDATA: they share one empty list, and get their own when they need it. */
const NO_ATTRIBUTES: XmlAttribute[] = [];
const NO_ELEMENTS: XmlElement[] = [];
const NO_SPANS: Span[] = [];

/** An element that makes its spans when they are asked for: most never are. */
export class PlacedElement implements XmlElement {
  readonly name: string;
  readonly parent: PlacedElement | undefined;
  attributes = NO_ATTRIBUTES;
  children = NO_ELEMENTS;
  cdata = NO_SPANS;
  empty = false;
  /** Whether the start tag is broken, which says enough. */
  broken = false;
  readonly start: number;
  tagEnd: number;
  contentEnd: number;

  constructor(name: string, start: number, parent: PlacedElement | undefined) {
    this.name = name;
    this.parent = parent;
    this.start = start;
    this.tagEnd = start;
    this.contentEnd = start;
  }

  get nameSpan(): Span {
    return span(this.start + 1, this.start + 1 + this.name.length);
  }

  get tag(): Span {
    return span(this.start, this.tagEnd);
  }

  get content(): Span {
    return span(this.tagEnd, Math.max(this.tagEnd, this.contentEnd));
  }
}

/** An attribute that makes its spans when they are asked for: most never are. */
export class PlacedAttribute implements XmlAttribute {
  readonly name: string;
  readonly #start: number;
  readonly #valueStart: number;
  readonly #valueEnd: number;

  /** `valueStart` below 0: there is no value. */
  constructor(name: string, start: number, valueStart: number, valueEnd: number) {
    this.name = name;
    this.#start = start;
    this.#valueStart = valueStart;
    this.#valueEnd = valueEnd;
  }

  get nameSpan(): Span {
    return span(this.#start, this.#start + this.name.length);
  }

  get value(): Span | undefined {
    return this.#valueStart < 0 ? undefined : span(this.#valueStart, this.#valueEnd);
  }
}
