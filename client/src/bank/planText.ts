import * as vscode from 'vscode';
import type { LoopPlan, PlannedRound, RankedStory } from '../../../server/src/lsp/protocol.js';
import { element, escaped } from './html.js';
import { fitInWords, inMarkdown, titleOf } from './words.js';

/** An interview day as HTML: each round with its stories, why they were kept for it, and what is missing. */
export function planHtml({ title, summary, rounds }: LoopPlan): string {
  return [text('h1', title), text('p', summary), ...rounds.map(roundHtml)].join('\n');
}

/** The same as Markdown. */
export function planMarkdown({ title, summary, rounds }: LoopPlan): string {
  return [`# ${inMarkdown(title)}`, inMarkdown(summary), ...rounds.flatMap(roundMarkdown), ''].join('\n\n');
}

function roundHtml(round: PlannedRound): string {
  const { title, about, stories, gaps } = round;
  const missing = gaps.map((gap) => element('li', { class: 'gap' }, text('span', vscode.l10n.t('Missing:')), text('a', writeText(gap.title), { href: '#', 'data-shape': gap.shape })));
  return element('section', {}, text('h2', title), text('p', about), text('p', countText(round)), element('ul', {}, ...stories.map(storyHtml), ...missing));
}

function storyHtml(story: RankedStory): string {
  const link = text('a', titleOf(story), { href: '#', 'data-story': story.id, 'data-framing': story.framing });
  const reasons = story.reasons.map((reason) => text('li', reason));
  return element('li', {}, link, text('span', fitInWords(story.fit), { class: 'fit' }), ...(reasons.length > 0 ? [element('ul', {}, ...reasons)] : []));
}

function text(name: string, content: string, attributes: Readonly<Record<string, string | undefined>> = {}): string {
  return element(name, attributes, escaped(content));
}

function roundMarkdown(round: PlannedRound): string[] {
  const { title, about, stories, gaps } = round;
  const told = stories.map((story) => [`- **${inMarkdown(titleOf(story))}** (${fitInWords(story.fit)})`, ...story.reasons.map((reason) => `  - ${inMarkdown(reason)}`)].join('\n'));
  const missing = gaps.map((gap) => `- ${vscode.l10n.t('Missing:')} ${inMarkdown(writeText(gap.title))}`);
  return [`## ${inMarkdown(title)}`, inMarkdown(about), countText(round), [...told, ...missing].join('\n')];
}

function countText({ stories, wanted }: PlannedRound): string {
  return wanted === 1 ? vscode.l10n.t('{0} of 1 story', stories.length) : vscode.l10n.t('{0} of {1} stories', stories.length, wanted);
}

function writeText(title: string): string {
  return vscode.l10n.t('Write a story: {0}', title);
}
