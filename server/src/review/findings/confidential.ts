import type { Check } from '../../rubric/index.js';
import type { Range, Story } from '../../story/types.js';
import { fixOf, type Candidate, type ReviewContext } from '../context.js';
import { shorten } from '../fixes/fill.js';
import { compileTerms, findTerms, type Terms } from '../terms.js';
import type { Fix } from '../types.js';
import { outside, rolesIn, untoldParts } from './told.js';

const SLOT = '[how you will call it]';

/** A person's own words that must not leave the room, where they would be told: not in front matter, notes and comments. */
export function confidentialTerms({ story, settings }: ReviewContext, check: Check): Candidate[] {
  if (settings.confidentialTerms.length === 0) return [];
  const terms = compileTerms(settings.confidentialTerms);
  const matches = findTerms(story.text, terms).filter(outside(untoldParts(story)));
  if (matches.length === 0) return [];
  const roles = rolesIn(story);
  const aliases = aliasesOf(story, terms);
  const beginnings = new Set(story.tellings.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences.map(({ start }) => start))));
  return matches.map(({ term, start, end }) => {
    const alias = aliases.get(plain(term));
    const values = { suggestion: alias === undefined ? ' Say what it is without the name.' : ` Say "${alias}".` };
    const fixes = (): Fix[] => [replace({ start, end }, alias, beginnings.has(start))];
    return { code: check.code, kind: 'check' as const, role: roles(start), range: { start, end }, values, fixes };
  });
}

/** What the story's own front matter calls each term; an alias that gives a term away is none. */
function aliasesOf({ frontMatter }: Story, terms: Terms): ReadonlyMap<string, string> {
  return new Map([...(frontMatter?.aliases ?? [])].filter(([, alias]) => findTerms(alias, terms).length === 0).map(([name, alias]) => [plain(name), alias]));
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function replace(range: Range, alias: string | undefined, beginsSentence: boolean): Fix {
  const newText = alias === undefined ? SLOT : beginsSentence ? alias.charAt(0).toUpperCase() + alias.slice(1) : alias;
  return fixOf(`Write "${shorten(newText)}" instead`, [{ ...range, newText }], { preferred: alias !== undefined });
}
