import type { Rubric, Shape, Signal } from '../rubric/index.js';
import { isKindOf } from './kinds.js';
import { speaksFor } from './signals.js';
import { listed, quoted } from './words.js';
import type { Coverage, CoverageRow } from './types.js';

/** The kind of story that would fill most gaps among themes and signals; absent when nothing is missing. */
export function nextToWrite(themes: readonly CoverageRow[], signals: readonly CoverageRow[], rubric: Rubric): Coverage['next'] {
  const openThemes = themes.filter(({ state, maybe }) => state === 'gap' && maybe.length === 0);
  const openSignals = rubric.data.signals.filter(({ id }) => signals.some((row) => row.id === id && row.state === 'gap'));
  // Themes first, in the order in which they are asked for: of two kinds that fill as much, the first is taken.
  const kinds = [...openThemes.flatMap(({ id }) => rubric.shape(id) ?? []), ...rubric.data.shapes];
  const filling = kinds.map((shape) => ({ shape, themes: openThemes.filter(({ id }) => isKindOf(shape.id, id, rubric)), signals: openSignals.filter((signal) => mayShow(shape, signal, rubric)) }));
  const best = filling.reduce<(typeof filling)[number] | undefined>((most, each) => (size(each) > size(most) ? each : most), undefined);
  if (!best || size(best) === 0) return undefined;
  const { shape } = best;
  return { shape: shape.id, title: shape.title, template: shape.template, why: reason(best.themes, best.signals) };
}

function size(filling: { readonly themes: readonly unknown[]; readonly signals: readonly unknown[] } | undefined): number {
  return filling ? filling.themes.length + filling.signals.length : 0;
}

/** A signal that this kind of story shows as a rule: one that would be heard in it, where the rubric says what is heard. */
function mayShow(shape: Shape, signal: Signal, rubric: Rubric): boolean {
  return signal.heard.length > 0 ? speaksFor(shape.id, signal, rubric) : shape.signals.includes(signal.id);
}

function reason(themes: readonly CoverageRow[], signals: readonly Signal[]): string {
  const named = (rows: readonly { readonly title: string }[]): string => listed(rows.map(({ title }) => quoted(title)));
  const parts = [themes.length > 0 ? `your first about ${named(themes)}` : '', signals.length > 0 ? `the first to show ${named(signals)}` : ''];
  return `It would be ${parts.filter((part) => part !== '').join(' and ')}.`;
}
