import type { Question } from './types.js';

/** Whether a question of the bank asks for something that happened. */
export function wantsStory({ kind, skeleton }: Pick<Question, 'kind' | 'skeleton'>): boolean {
  return skeleton === undefined || kind === 'experience';
}
