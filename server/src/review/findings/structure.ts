import type { Check } from '../../rubric/index.js';
import type { Role, Section, Sentence } from '../../story/types.js';
import { anchorOf, fixOf, isHeard, isUnlabelled, limitOf, sectionOf, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import { labelledSections } from '../fixes/place.js';
import { placeInOrder, ROLE_NAMES } from '../fixes/label.js';
import { addSection, fillSection, mergeSections, reorderSections } from '../fixes/section.js';
import { divide } from '../fixes/divide.js';
import type { Fix } from '../types.js';

/** A required section that is labelled nowhere and whose beats are not heard next door either. */
export function sectionMissing(context: ReviewContext, check: Check): Candidate[] {
  const labelled = new Set(labelledSections(context).flatMap((section) => section.covers));
  if (labelled.size < 2) return [];
  return context.settings.profile.sections
    .filter((role) => !labelled.has(role) && (context.understood ? !isToldNextDoor(context, role) : isSurelyMissing(context, role)))
    .filter((role) => !(role === 'action' && context.telling.sections.some((section) => section.role === 'action')))
    .map((role) => ({ code: check.code, kind: 'check', role, range: nextTo(context, role), values: { section: ROLE_NAMES[role] }, fixes: () => addSection(context, role, check.fills) }));
}

/** How sure it has to be that a sentence says what belongs in a section for that section not to be missed. */
const SURE = 0.5;

/** Sentences at the end of a section that can be the ending of the story. */
const CLOSING = 2;

/** A Task can be told in the Situation, a Result at the end of the Action; what it meant to customers in the Situation is no Result. */
function isToldNextDoor(context: ReviewContext, role: Role): boolean {
  const beats = context.rubric.data.beats.filter((beat) => beat.section === role && context.settings.speaksOf(beat, context.shapes)).map((beat) => context.beats.get(beat.id)!);
  const told = new Set(beats.filter(({ present }) => present).flatMap(({ evidence }) => evidence.filter(({ certainty }) => certainty >= SURE).map(({ sentence }) => sentence)));
  const near = (section: Section): boolean => section.role === 'body' || Math.abs(placeInOrder(section.role) - placeInOrder(role)) === 1;
  // What closes a story can close the section before it, but does not stand in its middle.
  const closes = role === 'result' || role === 'learning';
  const fits = (sentence: Sentence, section: Section): boolean => !closes || section.role === 'body' || placeInOrder(section.role) > placeInOrder(role) || section.sentences.slice(-CLOSING).includes(sentence);
  return context.heard.some(({ sentence, section }) => told.has(sentence) && near(section) && fits(sentence, section));
}

/** In a language that is not understood: a part that is told nowhere else, in a story without headings that may stand for it. */
function isSurelyMissing(context: ReviewContext, role: Role): boolean {
  return (role === 'situation' || role === 'action' || role === 'result') && context.telling.sections.every((section) => section.role !== 'body');
}

/** The label before the place where a section is missing. */
function nextTo(context: ReviewContext, role: Role) {
  const sections = labelledSections(context);
  const before = sections.filter((section) => placeInOrder(section.role) < placeInOrder(role)).at(-1) ?? sections[0];
  return before?.label ? { start: before.label.start, end: before.label.end } : anchorOf(context, role);
}

export function sectionEmpty(context: ReviewContext, check: Check): Candidate[] {
  return labelledSections(context)
    .filter((section) => section.sentences.length === 0)
    .map((section) => about(section, check, { section: ROLE_NAMES[section.role] }, () => fillSection(context, section, check.fills)));
}

/** The first section told before one it should follow. A lesson may come before the result. */
export function sectionOrder(context: ReviewContext, check: Check): Candidate[] {
  const sections = labelledSections(context).filter((section) => section.role !== 'learning');
  const index = sections.findIndex((section, i) => i > 0 && placeInOrder(section.role) < placeInOrder(sections[i - 1]!.role));
  if (index < 0 || sections.some((section, i) => sections.findIndex((other) => other.role === section.role) !== i)) return [];
  const [section, before] = [sections[index]!, sections[index - 1]!];
  const values = { section: ROLE_NAMES[section.role], other: ROLE_NAMES[before.role] };
  return [about(section, check, values, () => reorderSections(context))];
}

export function sectionTwice(context: ReviewContext, check: Check): Candidate[] {
  const firsts = new Map<Role, Section>();
  return labelledSections(context).flatMap((section) => {
    const first = firsts.get(section.role);
    if (first === undefined) firsts.set(section.role, section);
    return first === undefined ? [] : [about(section, check, { section: ROLE_NAMES[section.role] }, () => mergeSections(context, first, section))];
  });
}

/** A whole story without a single label. */
export function undivided(context: ReviewContext, check: Check): Candidate[] {
  if (!isUnlabelled(context.telling) || context.timing.words < 60) return [];
  return [{ code: check.code, kind: 'check', role: 'body', range: anchorOf(context, 'situation'), fixes: () => (context.understood ? divide(context) : []) }];
}

/** The slots of a section that are still to be filled: one finding for all of them. */
export function unfilledSlots(context: ReviewContext, check: Check): Candidate[] {
  return context.telling.sections.flatMap((section) => {
    const slots = section.sentences.flatMap((sentence) => sentence.slots);
    if (slots.length === 0) return [];
    const names = [...new Set(slots.map((slot) => context.story.text.slice(slot.start, slot.end)))];
    const listed = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
    const sentence = section.sentences.find((candidate) => candidate.slots.length > 0)!;
    const values = { slots: listed, section: ROLE_NAMES[section.role], actual: slots.length };
    const remove = fixOf('Remove the unfilled sentence', [{ start: sentence.start, end: sentence.end, newText: '' }]);
    return [{ code: check.code, kind: 'check' as const, role: section.role, range: slots[0]!, values, fixes: () => [remove] }];
  });
}

/** The share of what is said that some sections take, when there is enough around them to compare with. */
export function sectionShare(context: ReviewContext, check: Check): Candidate[] {
  const section = check.section && sectionOf(context, check.section);
  const limit = limitOf(context, check);
  if (!section?.label || limit === undefined || context.timing.words < 60 || labelledSections(context).length < 3) return [];
  const roles = check.count?.in ?? [section.role];
  const words = context.timing.sections.filter(({ role }) => roles.includes(role)).reduce((sum, timed) => sum + timed.words, 0);
  const share = words / context.timing.words;
  if (check.bound === 'most' ? share <= limit : share >= limit) return [];
  return [about(section, check, { section: ROLE_NAMES[section.role], actual: percent(share, check.bound), limit: percent(limit) }, () => (check.bound === 'most' ? [] : moreOf(context, check, section)))];
}

/** Sentences that a section lacks: the first beat that is not heard, then the check's own. */
function moreOf(context: ReviewContext, check: Check, section: Section): Fix[] {
  if (!context.understood) return [];
  const missing = context.rubric.data.beats.find((beat) => beat.section === section.role && context.settings.speaksOf(beat, context.shapes) && !isHeard(context, beat.id));
  return [...(missing ? fillIn(context, missing.fill, missing.section, missing.step) : []), ...check.fills.filter((fill) => fill !== missing?.fill).slice(0, 2).flatMap((fill) => fillIn(context, fill))];
}

/** Never rounded up, or down, to the limit that it misses. */
function percent(share: number, bound?: Check['bound']): string {
  const round = bound === undefined ? Math.round : bound === 'most' ? Math.ceil : Math.floor;
  return `${round(share * 100)}%`;
}

function about({ role, label }: Section, { code }: Check, values: NonNullable<Candidate['values']>, fixes: Candidate['fixes']): Candidate {
  return { code, kind: 'check', role, range: { start: label!.start, end: label!.end }, values, fixes };
}
