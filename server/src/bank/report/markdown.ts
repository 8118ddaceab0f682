import type { Coverage, LoopPlan } from '../types.js';
import { markdown } from './escape.js';
import { gapsOf, LEGEND, matricesOf, type Matrix, missingFor, planTitle, remarksOf, summaryOf, textOf, whyKept } from './model.js';

/** How many stories are named beside one piece of advice. */
const NAMED = 12;

/** The coverage of a bank as Markdown, with the plans for interview days after it. */
export function coverageMarkdown(coverage: Coverage, plans: readonly LoopPlan[] = []): string {
  const { next } = coverage;
  const remarks = remarksOf(coverage, NAMED).map(({ message, stories }) => [message, ...(stories.length > 0 ? [`(${stories.join('; ')})`] : [])].join(' '));
  const blocks = [
    '# Coverage of your stories',
    markdown(summaryOf(coverage)),
    ...(next ? ['## Write this one next', `**${markdown(next.title)}.** ${markdown(next.why)} \`starwright new --shape ${next.shape}\` begins it.`] : []),
    ...matricesOf(coverage).flatMap((matrix) => [`## ${markdown(matrix.caption)}`, table(matrix)]),
    list(LEGEND.map(([word, meaning]) => `${word}: ${meaning}`)),
    ...listUnder('Gaps', gapsOf(coverage).map(textOf)),
    ...listUnder('Advice', remarks),
    ...plans.flatMap(planBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table({ corner, columns, rows }: Matrix): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [corner, 'State', ...columns.map(({ title }) => title)].map(markdown);
  const body = rows.map(({ title, state, cells }) => line([title, state, ...cells].map(markdown)));
  return [line(head), line(head.map(() => '---')), ...body].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${markdown(item)}`).join('\n');
}

function listUnder(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`## ${title}`, list(items)] : [];
}

function planBlocks(plan: LoopPlan): string[] {
  const rounds = plan.rounds.map((round, index) => {
    const inside = [...round.stories.map((story) => `**${markdown(story.title)}.** ${markdown(whyKept(story))}`), ...missingFor(round).map((line) => markdown(textOf(line)))].map((line) => `   - ${line}`);
    return [`${index + 1}. **${markdown(round.title)}.** ${markdown(round.about)}`, ...inside].join('\n');
  });
  return [`## ${markdown(planTitle(plan))}`, markdown(plan.summary), rounds.join('\n')];
}
