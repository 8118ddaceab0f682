import { parseStory } from '../../server/src/story/index.js';

/** The words as a listener hears them, with the role they are told in. */
export function heard(text: string): string[] {
  return parseStory(text).tellings.flatMap(({ title, sections }) =>
    sections.filter(({ words }) => words > 0).map(({ role, sentences }) => [title, role, ...sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word))].join(' ')),
  );
}
