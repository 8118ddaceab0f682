import type { Coverage, LoopPlan } from '../types.js';
import { markdown } from './escape.js';
import { gapsOf, keptFor, LEGEND, matricesOf, type Matrix, missingFor, planTitle, remarksOf, summaryOf } from './model.js';

/** The coverage of a bank as Markdown, with the plans for interview days after it. */
export function coverageMarkdown(coverage: Coverage, plans: readonly LoopPlan[] = []): string {
  const { next } = coverage;
  const remarks = remarksOf(coverage).map(({ message, stories }) => [message, ...(stories.length > 0 ? [`(${stories.join(', ')})`] : [])].join(' '));
  const blocks = [
    '# Coverage of your stories',
    markdown(summaryOf(coverage)),
    ...(next ? ['## Write this one next', `**${markdown(next.title)}.** ${markdown(next.why)}`] : []),
    ...matricesOf(coverage).flatMap((matrix) => [`## ${markdown(matrix.caption)}`, table(matrix)]),
    list(LEGEND.map(([word, meaning]) => `${word}: ${meaning}`)),
    ...listUnder('Gaps', gapsOf(coverage)),
    ...listUnder('Advice', remarks),
    ...plans.flatMap(planBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table({ corner, columns, rows }: Matrix): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [corner, 'State', ...columns].map(markdown);
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
    const inside = [...keptFor(round), ...missingFor(round)].map((line) => `   - ${markdown(line)}`);
    return [`${index + 1}. **${markdown(round.title)}.** ${markdown(round.about)}`, ...inside].join('\n');
  });
  return [`## ${markdown(planTitle(plan))}`, markdown(plan.summary), rounds.join('\n')];
}
