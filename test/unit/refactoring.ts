import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refactorings, type Refactoring } from '../../server/src/refactor/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review, type Review } from '../../server/src/review/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { applied } from './reviewing.js';

const reviews = new Map<string, Review>();

/** The review of a text; a corpus is asked about more than once. */
function reviewOf(text: string): Review {
  const known = reviews.get(text) ?? review(parseStory(text), builtinRubric());
  reviews.set(text, known);
  return known;
}

/** What the Refactor menu offers where `at` stands in a text, or over the selected piece; at its start without one. */
export function offered(text: string, at = ''): readonly Refactoring[] {
  const start = text.indexOf(at);
  if (start < 0) throw new Error(`no "${at}"`);
  return refactorings({ review: reviewOf(text), rubric: builtinRubric(), range: { start, end: start + at.length } });
}

export function titles(text: string, at = ''): string[] {
  return offered(text, at).map(({ title }) => title);
}

/** The text after the refactoring whose title begins so; undefined where it is not offered. */
export function refactored(text: string, title: string, at = ''): string | undefined {
  const found = offered(text, at).find((candidate) => candidate.title.startsWith(title));
  return found && applied(text, found.edits);
}

const ROOT = path.join(import.meta.dirname, '../..');

/** Every story of the corpus and of the examples, by name. */
export const STORIES: readonly (readonly [name: string, text: string])[] = ['test/corpus', 'examples', 'examples/leadership-principles'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder)).filter((file) => file.endsWith('.star.md')).sort().map((file) => [file, readFileSync(path.join(ROOT, folder, file), 'utf8')] as const),
);

/** What a review says of a story, without the places. */
export function said(text: string): unknown {
  const { tellings, shapes } = reviewOf(text);
  return [shapes, tellings.map(({ timing, beats, findings }) => ({
    sections: timing.sections.map(({ section, role, words, seconds }) => [role, section.covers, section.sentences.length, words, seconds]),
    beats: beats.map(({ id, present, drafted, doubt, evidence }) => [id, present, drafted, doubt, evidence.map(({ strength, certainty }) => [strength, certainty])]),
    findings: findings.map(({ rule, severity, message }) => [rule, severity, message]).sort(),
  }))];
}
