import type { Fact } from '../../knowledge/facts.ts';
import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { references } from './markdown.ts';

/** The last line of an explanation: how far an entry is agreed upon, and where it is defined. */
export function footer(language: Language, fact: Fact | undefined): string {
  if (!fact) return '';
  const links = references(fact.refs, fact.section);
  const standing = standingOf(language, fact);
  return [standing, links].filter((part) => part !== '').join(' ');
}

function standingOf(language: Language, fact: Fact): string {
  switch (fact.status) {
    case 'deprecated':
    case 'historic':
    case 'unregistered':
    case 'internal':
      return label(language, fact.status);
    default:
      return '';
  }
}
