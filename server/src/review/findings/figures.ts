import type { Check } from '../../rubric/index.js';
import { amountOf, mayBeSame, type Amount } from '../../story/amounts.js';
import { changesIn, isApproximate } from '../../story/changes.js';
import { lineStartOf } from '../../story/lines.js';
import { TokenClass, type Metric, type Range, type Role, type Sentence, type Story, type Telling, type Token } from '../../story/types.js';
import { fixOf, type Candidate, type ReviewContext } from '../context.js';
import { shorten } from '../fixes/fill.js';
import type { Fix } from '../types.js';

interface Figure {
  readonly amount: Amount;
  readonly written: string;
  readonly range: Range;
}

/** "From 12% to 3%" with what it is about. */
interface Told {
  readonly before: Figure;
  readonly after: Figure;
  readonly about: ReadonlySet<string>;
  /** Other periods in the sentence: a figure after a week and one after a year may both be right. */
  readonly periods: ReadonlySet<string>;
  readonly role: Role;
}

/** Changes that another telling, or the front matter, tells with another figure at one of their ends. */
export function figuresDiffer(context: ReviewContext, check: Check): Candidate[] {
  const { story, telling } = context;
  const earlier = story.tellings.slice(0, Math.max(0, story.tellings.indexOf(telling)));
  const others = [(story.frontMatter?.metrics ?? []).flatMap(recorded), ...earlier.map((other) => changesOf(other, story.text))].filter((known) => known.length > 0);
  if (others.length === 0) return [];
  return changesOf(telling, story.text).flatMap((change) => {
    const differing = others.flatMap((known) => (known.some((other) => agrees(change, other)) ? [] : known.flatMap((other) => contradictionOf(change, other) ?? [])))[0];
    if (!differing) return [];
    const { here, there } = differing;
    const written = there.written.replace(/\s+/g, ' ').trim();
    const fixes = () => [fixOf(`Write "${shorten(written)}" here too`, [{ ...here.range, newText: written }])];
    return [{ code: check.code, kind: 'check' as const, role: change.role, range: here.range, values: { match: here.written.replace(/\s+/g, ' '), other: written }, fixes }];
  });
}

/** Recorded figures that do not say where they are from. */
export function metricsWithoutSource({ story }: ReviewContext, check: Check): Candidate[] {
  const sourceless = (story.frontMatter?.metrics ?? []).filter(({ before, after, source }) => (before ?? after) !== undefined && (source === undefined || source.trim() === ''));
  return sourceless.map(({ name, start, end }) => {
    const written = story.text.slice(start, end).trimEnd();
    return { code: check.code, kind: 'file', role: 'body', range: { start, end: start + written.length }, values: { match: name ?? 'This figure' }, fixes: () => [addSource(story, start, written)] };
  });
}

/** @param start where the figure that is recorded begins */
function addSource({ text, eol }: Story, start: number, written: string): Fix {
  const source = 'source: "[where the figure is from]"';
  const flow = written.startsWith('{');
  const at = start + (flow ? written.slice(0, written.lastIndexOf('}')).trimEnd() : written).length;
  const newText = flow ? `, ${source}` : `${eol}${' '.repeat(start - lineStartOf(text, start))}${source}`;
  return fixOf('Add where the figure is from', [{ start: at, end: at, newText }], { preferred: true });
}

function changesOf({ sections }: Telling, text: string): Told[] {
  return sections.flatMap(({ sentences, role }) => sentences.flatMap((sentence) => (sentence.slots.length > 0 ? [] : changesIn(sentence.tokens).flatMap(({ before, after }) => told(sentence, before, after, role, text)))));
}

function told(sentence: Sentence, before: number, after: number, role: Role, text: string): Told[] {
  const { tokens } = sentence;
  const [from, to] = [figureOf(tokens, before, text), figureOf(tokens, after, text)];
  if (!from || !to) return [];
  // "From 12 to 7 days": the unit is said once.
  const unitless = from.amount.of === 'things' && to.amount.of !== 'things' && /^[\d.,]+$/.test(from.written);
  const scaled = unitless ? { ...from, amount: { ...from.amount, of: to.amount.of, value: to.amount.digits === 0 ? from.amount.digits : from.amount.digits * (to.amount.value / to.amount.digits) } } : from;
  const periods = tokens.filter((token, index) => index !== before && index !== after && token.classes & TokenClass.duration).map(({ word }) => word);
  return [{ before: scaled, after: to, about: contentOf(tokens.map(({ word }) => word)), periods: new Set(periods), role }];
}

function figureOf(tokens: readonly Token[], index: number, text: string): Figure | undefined {
  const { start, end } = tokens[index]!;
  const written = text.slice(start, end);
  const amount = amountOf(written);
  return amount && { amount: { ...amount, rough: amount.rough || isApproximate(tokens[index - 1]) }, written, range: { start, end } };
}

function recorded({ name, before, after, start, end }: Metric): Told[] {
  const [from, to] = [amountOf(before ?? ''), amountOf(after ?? '')];
  if (!from || !to || name === undefined) return [];
  const range = { start, end };
  return [{ before: { amount: from, written: before!, range }, after: { amount: to, written: after!, range }, about: contentOf(name.toLowerCase().match(/[\p{L}-]+/gu) ?? []), periods: new Set(), role: 'result' }];
}

const NO_CONTENT = new Set('from with that this then than they were went fell rose dropped grew came down after before over under about into month months week weeks minutes seconds hours days percent time times rate number average'.split(' '));

function contentOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => /^\p{L}[\p{L}-]{3,}$/u.test(word) && !NO_CONTENT.has(word)).map((word) => word.replace(/(?:ies|es|s)$/, '')));
}

function agrees(a: Told, b: Told): boolean {
  return mayBeSame(a.before.amount, b.before.amount) && mayBeSame(a.after.amount, b.after.amount);
}

/** The end at which two tellings of one change differ; undefined when they may well be of different things. */
function contradictionOf(a: Told, b: Told): { here: Figure; there: Figure } | undefined {
  if (a.before.amount.of !== b.before.amount.of || a.after.amount.of !== b.after.amount.of || !isAboutTheSame(a, b)) return undefined;
  if (exactly(a.before.amount, b.before.amount)) return { here: a.after, there: b.after };
  if (exactly(a.after.amount, b.after.amount)) return { here: a.before, there: b.before };
  return undefined;
}

function exactly(a: Amount, b: Amount): boolean {
  return Math.abs(a.value - b.value) <= 1e-9 * Math.max(a.value, b.value);
}

function isAboutTheSame(a: Told, b: Told): boolean {
  if (a.periods.size > 0 && b.periods.size > 0 && [...a.periods].every((period) => !b.periods.has(period))) return false;
  const shared = [...a.about].filter((word) => b.about.has(word)).length;
  return shared >= Math.min(a.after.amount.of === 'things' ? 2 : 1, Math.max(1, Math.min(a.about.size, b.about.size)));
}
