import type { Check } from '../../rubric/index.js';
import { identifiersOf, type IdentifierKind, type Identifying } from '../../story/identifiers/index.js';
import type { Range, Story } from '../../story/types.js';
import type { Candidate, ReviewContext } from '../context.js';
import { answersTo, plain } from '../fixes/identifier.js';
import { compileTerms, findTerms, type Terms } from '../terms.js';
import { outside, rolesIn, untoldParts } from './told.js';

type Named = Range & { readonly kind: IdentifierKind | 'alias' };

/** Hosts, tickets, addresses and the like that may tell whose story it is, and names that the story itself has another word for. */
export function confidentialIdentifiers(context: ReviewContext, check: Check): Candidate[] {
  const kept = findTerms(context.story.text, compileTerms(context.settings.confidentialTerms));
  const named = [...identifiersIn(context.story).filter(({ kind }) => kind !== 'secret'), ...aliasedNames(context.story)].sort((a, b) => a.start - b.start || b.end - a.end);
  // What is one of the person's own terms is reported as that.
  return candidates(context, check, apart(named).filter((range) => !kept.some((term) => term.start < range.end && range.start < term.end)));
}

/** Keys, tokens and passwords. */
export function secrets(context: ReviewContext, check: Check): Candidate[] {
  return candidates(context, check, identifiersIn(context.story).filter(({ kind }) => kind === 'secret'));
}

const found = new WeakMap<Story, readonly Identifying[]>();

function identifiersIn(story: Story): readonly Identifying[] {
  const known = found.get(story) ?? identifiersOf(story).filter(({ certain }) => certain);
  found.set(story, known);
  return known;
}

function aliasedNames({ text, frontMatter }: Story): Named[] {
  if (!frontMatter || frontMatter.aliases.size === 0) return [];
  return findTerms(text, aliasTerms(frontMatter.aliases)).map(({ start, end }) => ({ kind: 'alias', start, end }));
}

const namesOf = new WeakMap<ReadonlyMap<string, string>, readonly string[]>();

/** The names that a story has another word for, made ready once for as long as its front matter stays. */
function aliasTerms(aliases: ReadonlyMap<string, string>): Terms {
  const names = namesOf.get(aliases) ?? [...aliases.keys()];
  namesOf.set(aliases, names);
  return compileTerms(names);
}

function apart(ranges: readonly Named[]): Named[] {
  let done = 0;
  return ranges.filter(({ start, end }) => {
    if (start < done) return false;
    done = end;
    return true;
  });
}

function candidates(context: ReviewContext, check: Check, named: readonly Named[]): Candidate[] {
  const { story } = context;
  const roles = rolesIn(story);
  const told = named.filter(outside(untoldParts(story))).map((one) => ({ one, kind: 'check' as const, role: roles(one.start) }));
  const front = named.filter((one) => isShownInFront(story, one)).map((one) => ({ one, kind: 'file' as const, role: 'body' as const }));
  return [...front, ...told].map(({ one, kind, role }) => {
    const { start, end } = one;
    return { code: check.code, kind, role, range: { start, end }, values: { match: plain(story.text.slice(start, end)) }, fixes: () => answersTo(story, one) };
  });
}

/** In the front matter, the title and the figures are read by others; names and what they are called stand there to be looked up. */
function isShownInFront({ text, frontMatter }: Story, { kind, start, end }: Named): boolean {
  if (!frontMatter || start < frontMatter.start || end > frontMatter.end) return false;
  const shown = [frontMatter.title, ...frontMatter.metrics.flatMap(({ name, before, after, window, source }) => [name, before, after, window, source])];
  const words = text.slice(start, end);
  return kind !== 'alias' && shown.some((value) => value?.includes(words) === true);
}
