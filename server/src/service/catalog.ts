import { kindsAskedFor } from '../bank/index.js';
import type { Rubric } from '../rubric/index.js';
import type { Question, Shape, Template } from '../rubric/types.js';
import { wantsStory } from '../rubric/asking.js';
import { toSnippet } from './snippets.js';

/** A text to insert, as it stands and with tab stops. */
export interface CatalogText {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** With slots as `[slot]`. */
  readonly text: string;
  /** The same with each slot a tab stop that keeps its brackets. */
  readonly snippet: string;
}

/** A kind of story. */
export interface CatalogShape extends CatalogText {
  /** The ids of the templates that say what it asks for: its opening, then a sentence for each beat. */
  readonly templates: readonly string[];
}

export interface CatalogTemplate extends CatalogText {
  readonly kind: Template['kind'];
}

/** A question of the bank. */
export interface CatalogQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: Question['kind'];
  /** The kinds of story that answer it, the nearest first; empty where any may. */
  readonly shapes: readonly string[];
  /** False for one that asks how a person works or what they know: a short answer fits better. */
  readonly wantsStory: boolean;
}

/** What New Story and Insert Template offer. */
export interface Catalog {
  readonly questions: readonly CatalogQuestion[];
  readonly shapes: readonly CatalogShape[];
  readonly templates: readonly CatalogTemplate[];
}

/**
 * The questions, the kinds of story with their templates, and every fill-in text, in the rubric's order. With a question
 * in somebody's own words, the kinds that it asks for come first.
 */
export function catalog(rubric: Rubric, question?: string): Catalog {
  const shapes = askedFirst(rubric, question).flatMap((shape): CatalogShape[] => {
    const template = rubric.template(shape.template);
    if (template === undefined) return [];
    return [{ id: shape.id, title: shape.title, description: shape.summary, templates: sentencesFor(shape, rubric), ...texts(template) }];
  });
  const templates = rubric.data.templates.map((template): CatalogTemplate => ({
    id: template.id,
    title: template.title,
    description: describe(template),
    kind: template.kind,
    ...texts(template),
  }));
  const offered = new Set(shapes.map(({ id }) => id));
  const questions = rubric.data.questions.map((question): CatalogQuestion => {
    const { id, text, kind } = question;
    return { id, text, kind, shapes: question.shapes.filter((shape) => offered.has(shape)), wantsStory: wantsStory(question) };
  });
  return { questions, shapes, templates };
}

function askedFirst(rubric: Rubric, question: string | undefined): readonly Shape[] {
  const { shapes } = rubric.data;
  const asked = question === undefined ? [] : kindsAskedFor(question, rubric);
  return [...asked.flatMap((id) => rubric.shape(id) ?? []), ...shapes.filter(({ id }) => !asked.includes(id))];
}

function sentencesFor(shape: Shape, rubric: Rubric): string[] {
  const asked = Object.entries(shape.beats).filter(([, level]) => level !== 'off');
  const fills = asked.flatMap(([id]) => rubric.beat(id)?.fill ?? []);
  return [...new Set([shape.opening, ...fills])].filter((id) => rubric.template(id) !== undefined);
}

function texts(template: Template): { text: string; snippet: string } {
  return { text: template.text, snippet: toSnippet(template.text).text };
}

function describe(template: Template): string {
  if (template.kind === 'story') return 'A whole story';
  if (template.kind === 'answer') return 'An answer that is no story';
  if (template.kind === 'outline') return 'Questions or steps, for your notes';
  const home = template.step ?? template.section;
  const place = home === undefined ? '' : ` for ${home.replace('-', ' ')}`;
  return template.kind === 'section' ? `A section${place}` : `A sentence${place}`;
}
