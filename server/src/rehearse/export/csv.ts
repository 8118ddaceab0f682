import type { CueCard } from '../types.js';
import { cardName, type ExportedStory } from './exported.js';
import { missingIn, NO_ANSWER } from './words.js';

const HEADER = ['front', 'back', 'story'];

/** Spreadsheets take a cell for a formula that begins like one, its full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Flash cards as CSV (RFC 4180): for each telling its title and its cues, for each prepared follow-up the question and the
 * answer noted behind it.
 */
export function csvCards(stories: readonly ExportedStory[]): string {
  const rows = stories.flatMap(({ title, cards }) => {
    const told = cards.map((card) => [cardName(card), backOf(card), title]);
    return [...told, ...(cards[0]?.followUps ?? []).map((followUp) => [...askedAndAnswered(followUp), title])];
  });
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function backOf(card: CueCard): string {
  const lines = card.cues.map(({ text }) => text);
  return (lines.length > 0 ? lines : missingIn(card)).join('\n');
}

/** What stands behind the question on the same line is its answer. */
function askedAndAnswered(followUp: string): [string, string] {
  const end = followUp.indexOf('?') + 1;
  const answer = end > 0 ? followUp.slice(end).replace(/^["”’)\s:–—-]+/, '') : '';
  return answer === '' ? [followUp, NO_ANSWER] : [followUp.slice(0, followUp.length - answer.length).replace(/[\s:–—-]+$/, ''), answer];
}

function cell(value: string): string {
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
