import { markdown } from '../../bank/report/escape.js';
import type { CueCard } from '../types.js';
import { cardName, type ExportedStory } from './exported.js';
import { countsOf, HEADED, missingIn, RESUME, timeOf } from './words.js';

/** The cards as Markdown: a heading for each telling, and the lines for a résumé at the end. */
export function markdownCards(stories: readonly ExportedStory[]): string {
  const cards = stories.flatMap((story) => story.cards);
  const head = `# Cue cards\n\n${countsOf(stories.length, cards.length)}\n`;
  return [head, ...cards.map(cardText), ...resume(stories)].join('\n');
}

function cardText(card: CueCard): string {
  const parts = [
    `## ${plain(cardName(card))}`,
    timeOf(card),
    line(HEADED.opener, card.opener),
    list(HEADED.cues, card.cues.map(({ text }) => text), (index) => `${index + 1}.`),
    line(HEADED.figure, card.figure),
    line(HEADED.landing, card.landing),
    list(HEADED.doNotClaim, card.doNotClaim),
    list(HEADED.followUps, card.followUps),
    list(HEADED.missing, missingIn(card)),
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function line(head: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `**${head}:** ${plain(text)}`;
}

function list(head: string, items: readonly string[], mark: (index: number) => string = () => '-'): string | undefined {
  if (items.length === 0) return undefined;
  return `**${head}:**\n\n${items.map((item, index) => `${mark(index)} ${plain(item)}`).join('\n')}`;
}

function resume(stories: readonly ExportedStory[]): string[] {
  const told = stories.filter(({ bullets }) => bullets.length > 0);
  if (told.length === 0) return [];
  const lists = told.map(({ title, bullets }) => `### ${plain(title)}\n\n${bullets.map(({ text }) => `- ${plain(text)}`).join('\n')}\n`);
  return [`## ${RESUME.title}\n\n${RESUME.about}\n`, ...lists];
}

/** Text that Markdown shows as it stands, also where it begins like a list. */
function plain(text: string): string {
  return markdown(text.replace(/\s+/g, ' ').trim())
    .replace(/^(?=[-+=:])/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}
