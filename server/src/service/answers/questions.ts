import { wantsStory } from '../../rubric/asking.js';
import type { Rubric } from '../../rubric/index.js';
import { didYouMean } from '../../story/nearest.js';
import { Refusal } from './refusal.js';

/** Which questions of the bank are wanted; all of them without either. */
export interface QuestionFilter {
  /** The id of a kind of story that answers them. */
  readonly shape?: string | undefined;
  /** The id of a signal that they listen for. */
  readonly signal?: string | undefined;
}

export interface QuestionsAnswer {
  readonly questions: readonly { readonly id: string; readonly text: string; readonly wantsStory: boolean; readonly shapes: readonly string[]; readonly signals: readonly string[] }[];
  /** What can be filtered by. */
  readonly shapes: readonly { readonly id: string; readonly title: string }[];
  readonly signals: readonly { readonly id: string; readonly title: string }[];
}

/** The questions that interviewers ask. @throws Refusal for a kind or signal that the rubric does not know */
export function questionsAnswer({ shape, signal }: QuestionFilter, { data }: Rubric): QuestionsAnswer {
  const titled = ({ id, title }: { id: string; title: string }) => ({ id, title });
  const [shapes, signals] = [data.shapes.map(titled), data.signals.map(titled)];
  requireKnown('kind of story', shape, shapes);
  requireKnown('signal', signal, signals);
  const wanted = data.questions.filter((question) => (shape === undefined || question.shapes.includes(shape)) && (signal === undefined || question.signals.includes(signal)));
  const questions = wanted.map((question) => ({ id: question.id, text: question.text, wantsStory: wantsStory(question), shapes: question.shapes, signals: question.signals }));
  return { questions, shapes, signals };
}

function requireKnown(kind: string, id: string | undefined, known: readonly { id: string }[]): void {
  const ids = known.map((each) => each.id);
  if (id !== undefined && !ids.includes(id)) throw new Refusal(`No ${kind} is called "${id.slice(0, 80)}".${didYouMean(id, ids)} Known: ${ids.join(', ')}.`);
}
