import { parseStory, type Section, type Story } from '../../server/src/story/index.js';

/** A story's sections as `role: first words … (sentences)`, for tests that read like the text. */
export function outline(text: string): string[] {
  const story = parseStory(text);
  return story.tellings[0].sections.map((section) => `${section.role}${section.covers.length > 1 ? `+${section.covers.slice(1).join('+')}` : ''}: ${wordsOf(story, section)}`);
}

function wordsOf(story: Story, section: Section): string {
  return story.text.slice(section.start, section.end).replace(/\s+/g, ' ');
}

/** The source text of each sentence of the story. */
export function sentencesOf(text: string): string[] {
  const story = parseStory(text);
  return story.tellings[0].sections.flatMap((section) => section.sentences.map((sentence) => text.slice(sentence.start, sentence.end)));
}
