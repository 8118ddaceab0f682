import type { NotThisStory } from './types.js';

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** What happened where a transcript is not compared with a story, and what to do. */
export const WHY_NOT: Readonly<Record<NotThisStory, string>> = {
  empty: 'There is too little in the transcript to compare it with the story.',
  'too-long': 'The transcript is longer than a story can be told (200,000 characters). Keep the part that tells this story.',
  'other-language': 'The transcript is not in English. Only English tellings can be compared with a story.',
  'other-story': 'The transcript has too few words in common with this story. It probably tells another one.',
};
