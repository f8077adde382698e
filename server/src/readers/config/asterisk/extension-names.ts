import { type Span, span } from '../../../sip/span.ts';
import { type Draft, dialectTerm } from './draft.ts';
import { namesOf, namingVariables } from './table.ts';

/** The extensions that are named after a variable: `Goto(s-${DIALSTATUS},1)` leads to `s-BUSY`. */
export interface ExtensionNames {
  /** An extension that the dialplan has. */
  readonly declared: (name: Span) => void;
  /** A range in which the variable may be used. */
  readonly used: (range: Span) => void;
  /** Notes the values in the names of extensions that are reached that way. */
  readonly finish: () => void;
}

export function newExtensionNames(draft: Draft): ExtensionNames {
  const trackers = namingVariables.map(({ name, group }) => newTracker(draft, `\${${name}}`, group));
  return {
    declared: (name) => {
      for (const tracker of trackers) tracker.declared(name);
    },
    used: (range) => {
      for (const tracker of trackers) tracker.used(range);
    },
    finish: () => {
      for (const tracker of trackers) tracker.finish();
    },
  };
}

function newTracker(draft: Draft, reference: string, group: string): ExtensionNames {
  const { text } = draft;
  const values = new Set(namesOf(group));
  const candidates: Span[] = [];
  const prefixes = new Set<string>();
  let nextUse = text.indexOf(reference);
  return {
    declared: (name) => {
      let at = name.end;
      while (at > name.start && isCapital(text.charCodeAt(at - 1))) at--;
      if (name.end - at > 3 && values.has(text.slice(at, name.end))) candidates.push(name);
    },
    used: (range) => {
      while (nextUse >= 0 && nextUse < range.start) nextUse = text.indexOf(reference, nextUse + 1);
      for (let at = nextUse; at >= 0 && at < range.end; at = text.indexOf(reference, at + 1)) {
        let start = at;
        while (start > range.start && isNameCode(text.charCodeAt(start - 1))) start--;
        if (start < at || /[(,?:|]/.test(text[start - 1] ?? '')) prefixes.add(text.slice(start, at));
        nextUse = at;
      }
    },
    finish: () => {
      for (const name of candidates) {
        const whole = text.slice(name.start, name.end);
        for (const prefix of prefixes) {
          if (!whole.startsWith(prefix) || !values.has(whole.slice(prefix.length))) continue;
          dialectTerm(draft, group, whole.slice(prefix.length), span(name.start + prefix.length, name.end));
          break;
        }
      }
    },
  };
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

const isNameCode = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  isCapital(code) ||
  (code >= 97 && code <= 122) ||
  code === 45 ||
  code === 95 ||
  code === 46;
