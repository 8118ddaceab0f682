import { orderEdits } from '../review/fixes/order.js';
import { tellingAt } from '../story/told.js';
import type { Refactor } from './types.js';

/** "Put the sections in order": Situation, Task, Action, Result, Learning, each moved whole. */
export const putInOrder: Refactor = ({ review: { story }, range }) => {
  const edits = orderEdits(story, tellingAt(story, range.start));
  return edits.length > 0 ? [{ title: 'Put the sections in order', kind: 'rewrite', edits }] : [];
};
