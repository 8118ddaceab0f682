import type { Profile, Question } from '../rubric/types.js';
import type { NamedKind } from '../story/frontMatterKeys.js';
import { oneLine } from './prose.js';
import { numberedFindings, type ReviewedStory } from './reviewed.js';

/** Something that front matter can name. */
export interface Named {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** It fits what is known of this story. */
  readonly near: boolean;
}

/** Everything of a kind that front matter can name, in the rubric's order. */
export function namesOf(kind: NamedKind, reviewed: ReviewedStory): Named[] {
  const { review, rubric } = reviewed;
  const shapes = review.shapes.map(({ id }) => id);
  switch (kind) {
    case 'shapes':
      return rubric.data.shapes.map(({ id, title, summary }) => ({ name: id, title, about: oneLine(summary), near: shapes.includes(id) }));
    case 'signals': {
      const shown = shapes.flatMap((id) => rubric.shape(id)?.signals ?? []);
      return rubric.data.signals.map(({ id, title, about }) => ({ name: id, title, about: oneLine(about), near: shown.includes(id) }));
    }
    case 'profiles':
      return profileNames(rubric.data.profiles);
    case 'questions':
      return rubric.data.questions.filter(wantsStory).map(({ id, text, shapes: fitting }) => ({ name: id, title: text, about: '', near: fitting.some((shape) => shapes.includes(shape)) }));
    case 'codes': {
      const reported = new Set(numberedFindings(review).map(({ finding }) => finding.rule));
      return rubric.codes().map((code) => ({ name: code, title: rubric.criterion(code)?.title ?? code, about: oneLine(rubric.criterion(code)?.why ?? ''), near: reported.has(code) }));
    }
  }
}

/** The profiles, the overlays, and each profile with each overlay. */
function profileNames(profiles: readonly Profile[]): Named[] {
  const named = ({ id, title, summary, overlay }: Profile): Named => ({ name: id, title, about: oneLine(summary), near: !overlay });
  const overlays = profiles.filter(({ overlay }) => overlay);
  const wholes = profiles.filter(({ overlay }) => !overlay);
  const together = wholes.flatMap((whole) => overlays.map((over) => ({ name: `${whole.id}+${over.id}`, title: `${whole.title}, ${over.title}`, about: oneLine(over.summary), near: false })));
  return [...wholes.map(named), ...overlays.map(named), ...together];
}

/** A question about knowledge or a way of working is not answered by a story. */
function wantsStory({ kind, skeleton }: Question): boolean {
  return skeleton === undefined || kind === 'experience';
}
