import type { Coverage, CoverageRow, LoopPlan, PlannedRound } from '../types.js';
import { html } from './escape.js';
import { gapsOf, LEGEND, matricesOf, type Matrix, type Missing, missingFor, planTitle, remarksOf, type Remark, summaryOf, whyKept } from './model.js';

/** How many stories are named beside one piece of advice. */
const NAMED = 24;

/**
 * The coverage of a bank as HTML, with the plans for interview days after it: what stands inside the body of a page.
 * Nothing in it is styled or run. A cell's class is its state or the first word of its text; `data-story` and
 * `data-shape` name what a click may open or begin.
 */
export function coverageBody(coverage: Coverage, plans: readonly LoopPlan[] = []): string {
  const { next } = coverage;
  return lines([
    '<main>',
    '<h1>Coverage of your stories</h1>',
    `<p>${html(summaryOf(coverage))}</p>`,
    ...(next ? ['<h2>Write this one next</h2>', `<p class="next"><strong>${choice('shape', next.shape, next.title)}.</strong> ${html(next.why)}</p>`] : []),
    '<h2>Stories, themes and signals</h2>',
    ...matricesOf(coverage).map(table),
    '<h2>What the words mean</h2>',
    '<dl class="legend">',
    ...LEGEND.map(([word, meaning]) => `<div><dt class="${word}">${html(word)}</dt><dd>${html(meaning)}</dd></div>`),
    '</dl>',
    ...listUnder('Gaps', gapsOf(coverage).map(missing)),
    ...listUnder('Advice', remarksOf(coverage, NAMED).map(remark)),
    ...plans.map(planned),
    '</main>',
  ]);
}

function table({ caption, corner, columns, rows }: Matrix): string {
  const titles = [html(corner), 'State', ...columns.map(({ title, story }) => (story === undefined ? html(title) : choice('story', story, title)))];
  const head = titles.map((title) => `<th scope="col" dir="auto">${title}</th>`).join('');
  return lines([
    // It may be wider than the page, and is then scrolled: by keyboard too, so it takes the focus.
    `<div class="wide" role="region" tabindex="0" aria-label="${html(caption)}">`,
    `<table class="${columns.some(({ story }) => story !== undefined) ? 'matrix' : 'list'}"><caption>${html(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    '<tbody>',
    ...rows.map(row),
    '</tbody></table></div>',
  ]);
}

function row({ title, state, cells }: Matrix['rows'][number]): string {
  const others = cells.map((text) => `<td class="${classOf(text)}" dir="auto">${text === '' ? '–' : html(text)}</td>`).join('');
  return `<tr><th scope="row">${html(title)}</th>${stateCell(state)}${others}</tr>`;
}

function stateCell(state: CoverageRow['state']): string {
  return `<td class="${state}">${state}</td>`;
}

function classOf(text: string): string {
  return /^(?:marked|heard)(?=$|,)/.exec(text)?.[0] ?? (text === '' ? 'none' : 'list');
}

function remark({ message, stories }: Remark): string {
  const named = stories.length > 0 ? `<ul>${stories.map((title) => `<li dir="auto">${html(title)}</li>`).join('')}</ul>` : '';
  return `${html(message)}${named}`;
}

/** @param items escaped already */
function listUnder(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`<h2>${title}</h2>`, '<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'] : [];
}

function planned(plan: LoopPlan): string {
  return lines([`<h2>${html(planTitle(plan))}</h2>`, `<p>${html(plan.summary)}</p>`, '<ol class="plan">', ...plan.rounds.map(round), '</ol>']);
}

function round({ title, about, ...rest }: PlannedRound): string {
  const kept = rest.stories.map((story) => `<li dir="auto"><strong>${choice('story', story.id, story.title)}.</strong> ${html(whyKept(story))}</li>`);
  const open = missingFor({ title, about, ...rest }).map((line) => `<li class="gap">${missing(line)}</li>`);
  return `<li><strong>${html(title)}.</strong> ${html(about)}<ul>${[...kept, ...open].join('')}</ul></li>`;
}

function missing({ before, name, after, shape }: Missing): string {
  return html(before) + (shape === undefined ? html(name) : choice('shape', shape, name)) + html(after);
}

/** Words that stand for a story, or for a kind of story to write: an editor can open the one and begin the other. */
function choice(kind: 'story' | 'shape', id: string, text: string): string {
  return `<span data-${kind}="${html(id)}">${html(text)}</span>`;
}

function lines(parts: readonly string[]): string {
  return parts.join('\n');
}
