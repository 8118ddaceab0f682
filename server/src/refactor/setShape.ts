import type { Refactor } from './types.js';
import { setEntry } from './setEntry.js';

/** On the title or in the front matter: writes down the kind of story that was recognised, so that it stays while the text changes. */
export const setShape: Refactor = ({ review: { story, shapes }, rubric, range }) => {
  const { frontMatter, title } = story;
  const recognised = shapes.filter(({ declared }) => !declared);
  const places = [frontMatter, title].filter((place) => place !== undefined);
  if (recognised.length === 0 || !places.some(({ start, end }) => start <= range.start && range.end <= end)) return [];
  return recognised.flatMap(({ id }) => {
    const edit = setEntry(story, 'shape', id);
    return edit ? [{ title: `Set the kind of story: ${rubric.shape(id)?.title ?? id}`, kind: 'rewrite' as const, edits: [edit] }] : [];
  });
};
