import type { Rubric } from '../rubric/index.js';
import { readQuestion, type ReadQuestion } from './question.js';
import type { MatchResult } from './types.js';

/** The kinds of story that a question asks for, the one that is most asked for first. */
function kindsFor({ subjects, aspects, near }: ReadQuestion): string[] {
  const points = new Map<string, number>();
  const vote = (shapes: readonly string[], weight: number): void => shapes.forEach((id, place) => points.set(id, (points.get(id) ?? 0) + weight / (place + 1)));
  for (const { wording, weight } of subjects) vote(wording.shapes, weight);
  for (const { question, likeness } of near) vote(question.shapes, 2 * likeness ** 2);
  if (points.size === 0) for (const { shapes } of aspects) vote(shapes, 1);
  return [...points].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** The kinds of story that a question asks for, by its words alone: ids of shapes, the most asked for first. */
export function kindsAskedFor(question: string, rubric: Rubric): string[] {
  return kindsFor(readQuestion(question, rubric));
}

/** The kind of story to write for a question; undefined where it names none. */
export function kindToWrite(read: ReadQuestion, rubric: Rubric): MatchResult['write'] {
  const shape = kindsFor(read).flatMap((id) => rubric.shape(id) ?? [])[0];
  return shape && { shape: shape.id, title: shape.title, template: shape.template };
}
