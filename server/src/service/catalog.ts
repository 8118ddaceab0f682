import type { Rubric } from '../rubric/index.js';
import type { Template } from '../rubric/types.js';
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

export interface CatalogTemplate extends CatalogText {
  readonly kind: Template['kind'];
}

/** What New Story and Insert Template offer. */
export interface Catalog {
  readonly shapes: readonly CatalogText[];
  readonly templates: readonly CatalogTemplate[];
}

/** The kinds of story with their templates, and every fill-in text, in the rubric's order. */
export function catalog(rubric: Rubric): Catalog {
  const shapes = rubric.data.shapes.flatMap((shape): CatalogText[] => {
    const template = rubric.template(shape.template);
    if (template === undefined) return [];
    return [{ id: shape.id, title: shape.title, description: shape.summary, ...texts(template) }];
  });
  const templates = rubric.data.templates.map((template): CatalogTemplate => ({
    id: template.id,
    title: template.title,
    description: describe(template),
    kind: template.kind,
    ...texts(template),
  }));
  return { shapes, templates };
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
