import type { LineEscapes } from '../escapes.ts';

/** What holds every line of a text for itself: a tool put it around, and it can be taken away again. */
export type Carrier =
  | Member
  | JsonMember
  | LongString
  | Cell
  | Element
  | Sides
  | FlatLines
  | Page
  | SoftLines
  | Events
  | Sheets
  | SharedLines
  | PartialLines
  | SignedLines
  | Pieces
  | Strand;

/** A member of an object that is printed over several lines, its place among the others any. */
export interface Member {
  readonly kind: 'member';
  readonly indent: string;
  readonly name: string;
}

/** A member of an object on one line: `{"log":"…\n","stream":"stdout"}`. */
export interface JsonMember {
  readonly kind: 'json-member';
  readonly name: string;
  /** What stands before the object; undefined where that is too far away to be looked at. */
  readonly prefix: string | undefined;
}

/** A string that holds a whole log, as JSON spells it; where it begins may be too far away to be looked at. */
export interface LongString {
  readonly kind: 'long-string';
}

/** A quoted field of a table. */
export interface Cell {
  readonly kind: 'cell';
  readonly separator: string;
  readonly index: number;
  readonly count: number;
}

/** A string of a list that is printed with a string a line, or a string that stands alone on each. */
export interface Element {
  readonly kind: 'element';
  readonly quote: string;
  readonly isAlone: boolean;
}

/** The same before every line, but for its digits, and the same behind every line. */
export interface Sides {
  readonly kind: 'sides';
  readonly prefix: string;
  readonly suffix: string;
}

/** The same before every line, but for its digits, and a blank for every line break. */
export interface FlatLines {
  /** `flat-strings`: each line stands in a string of its own. */
  readonly kind: 'flat-lines' | 'flat-strings';
  readonly prefix: string;
}

/** A line of a page: elements around it, characters as entities. */
export interface Page {
  readonly kind: 'page';
}

/** A mail whose lines end softly where they would be too long (RFC 2045 §6.7). */
export interface SoftLines {
  readonly kind: 'soft-lines';
}

/** A recording of a terminal, an event a line: `[0.12, "o", "…"]`. */
export interface Events {
  readonly kind: 'events';
}

/** Sheets of paper, from one of which a message may go on on the next. */
export interface Sheets {
  readonly kind: 'sheets';
}

/** Lines on which several header fields stand. */
export interface SharedLines {
  readonly kind: 'shared-lines';
}

/** Lines of a stream, some of which a container's runtime cut in two. */
export interface PartialLines {
  readonly kind: 'partial-lines';
  /** What stands before the name of the stream, any digits in it. */
  readonly head: string;
  readonly stream: string;
}

/** Lines with the same sign before them, any digits in it, among others that have none. */
export interface SignedLines {
  readonly kind: 'signed-lines';
  readonly prefix: string;
}

/** Lines of which every one, or every few, stand below a head. */
export interface Pieces {
  readonly kind: 'pieces';
  /** Its lines, any digits in them. */
  readonly head: readonly string[];
  /** What stands before the message on its line. */
  readonly prefix: string;
  /** Whether an empty line stands before each. */
  readonly isParted: boolean;
}

/** The lines of one of several programs or threads that write at once, each with its name before its lines. */
export interface Strand {
  readonly kind: 'strand';
  /** What stands before the name, any digits in it. */
  readonly head: string;
  readonly name: string;
  /** What stands between the name and what is said, any digits in it. */
  readonly tail: string;
}

/** How the characters of a line are spelt within what carries it. */
export const escapesOf: Readonly<Record<Carrier['kind'], LineEscapes | 'doubled-quotes' | undefined>> = {
  member: 'string',
  'json-member': 'string',
  'long-string': 'string',
  cell: 'doubled-quotes',
  element: 'string',
  sides: undefined,
  'flat-lines': undefined,
  'flat-strings': 'string',
  page: 'entities',
  'soft-lines': 'quoted-printable',
  events: 'string',
  sheets: undefined,
  'shared-lines': undefined,
  'partial-lines': undefined,
  'signed-lines': undefined,
  pieces: undefined,
  strand: undefined,
};
