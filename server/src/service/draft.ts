import { captured, type Lines } from '../refactor/drafts/capture.js';
import { answerSkeleton, storyFromTemplate, type Beginning } from '../refactor/drafts/template.js';
import { importStory, type Imported } from '../refactor/import/index.js';
import type { Rubric } from '../rubric/index.js';
import { toSnippet } from './snippets.js';

/** What a new document is made of. */
export type DraftSource =
  | ({ readonly from: 'template'; readonly title: string } & Beginning)
  | { readonly from: 'question'; readonly question: string }
  | ({ readonly from: 'lines' } & Lines)
  | { readonly from: 'text'; readonly text: string };

/** A new document, or why there is none. */
export type Draft =
  | {
      readonly title: string;
      readonly text: string;
      /** The text with tab stops; absent where all of it is the person's own. */
      readonly snippet?: string;
    }
  | { readonly problem: Extract<Imported, { problem: string }>['problem'] | 'unknown' };

/** A story from a template, from three lines or from a text, or the skeleton of an answer to a question. */
export function draft(rubric: Rubric, source: DraftSource): Draft {
  switch (source.from) {
    case 'template': {
      const text = storyFromTemplate(rubric, source);
      return text === undefined ? { problem: 'unknown' } : { title: source.title, text, snippet: toSnippet(text).text };
    }
    case 'question': {
      const text = answerSkeleton(rubric, source.question);
      return text === undefined ? { problem: 'unknown' } : { title: source.question, text, snippet: toSnippet(text).text };
    }
    case 'lines': {
      const made = captured(source);
      return made === undefined ? { problem: 'empty' } : { ...made, snippet: toSnippet(made.text).text };
    }
    case 'text':
      return importStory(source.text);
  }
}
