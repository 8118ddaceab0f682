import type { Rubric } from '../../rubric/index.js';
import { withHead } from './front-matter.js';
import { oneLine } from './title.js';

const TITLE_SLOT = '[title]';

/** What a story is begun from. */
export interface Beginning {
  /** The id of a kind of story. */
  readonly shape: string;
  /** Without one the template's slot for it stays. */
  readonly title?: string | undefined;
  /** The name of a question of the bank, or a question in the person's own words. */
  readonly question?: string | undefined;
}

/** The template of a kind of story with title and question filled in; undefined for a kind without template. */
export function storyFromTemplate(rubric: Rubric, { shape, title, question }: Beginning): string | undefined {
  const template = rubric.template(rubric.shape(shape)?.template ?? '');
  if (!template) return undefined;
  const filled = title === undefined ? template.text : withTitle(template.text, oneLine(title));
  return withHead(filled, { shape, questions: question === undefined ? [] : [oneLine(question)] });
}

/** Quoted in the front matter, plain in the heading. */
function withTitle(text: string, title: string): string {
  return text.replaceAll(`"${TITLE_SLOT}"`, () => JSON.stringify(title)).replaceAll(TITLE_SLOT, () => title);
}

/** The answer to a question that wants no story, as Markdown with slots; undefined for one that wants a story. */
export function answerSkeleton(rubric: Rubric, questionId: string): string | undefined {
  const question = rubric.data.questions.find(({ id }) => id === questionId);
  const skeleton = question?.skeleton === undefined ? undefined : rubric.template(question.skeleton);
  return question && skeleton && `# ${question.text}\n\n${skeleton.text.trim()}\n`;
}
