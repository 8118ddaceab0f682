import { toldSections } from '../review/hear.js';
import type { Evidence, Review, TellingReview } from '../review/types.js';
import { changesIn, isFigure } from '../story/changes.js';
import { countWords } from '../story/spokenWords.js';
import type { Metric, Range, Sentence, Story, Token } from '../story/types.js';
import { visibleIn } from '../story/visible.js';
import { readOut } from './readOut.js';

/** What can be said in a breath. */
const MOST_WORDS = 18;

const SLOT = /\[[^\]]*\]|\{\{|\b(?:TODO|TBD)\b|\bXX/;

/** The figures to have ready, the best first: those recorded in `metrics`, else those that the Result says, with a few words around each. */
export function figuresOf(review: Review, told: TellingReview): string[] {
  const recorded = (review.story.frontMatter?.metrics ?? []).flatMap((metric) => recordedFigure(metric) ?? []);
  return recorded.length > 0 ? recorded : saidFigures(review, told);
}

/** `timeout rate: 4% → 1.5% (one month, approximate, postmortem graph)`, as far as it is filled in. */
function recordedFigure(metric: Metric): string | undefined {
  const filled = (value: string | undefined): string | undefined => (value === undefined || SLOT.test(value) ? undefined : value.trim() || undefined);
  const [name, before, after] = [metric.name, metric.before, metric.after].map(filled);
  if (after === undefined) return undefined;
  const about = [metric.window, metric.confidence, metric.source].map(filled).filter((value) => value !== undefined);
  const change = before === undefined ? after : `${before} → ${after}`;
  return `${name === undefined ? '' : `${name}: `}${change}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}

/** A change from one figure to another says more than a figure alone. */
function saidFigures({ story }: Review, { telling, beats }: TellingReview): string[] {
  const sections = toldSections(telling);
  const results = sections.filter(({ role, covers }) => role === 'result' || covers.includes('result') || role === 'body');
  const sentences = new Set(results.flatMap((section) => section.sentences));
  const heard = (beats.find(({ id }) => id === 'measured-result')?.evidence ?? []).filter(({ sentence }) => sentences.has(sentence) && sentence.tokens.some(isFigure));
  const worth = ({ sentence, certainty }: Evidence): number => certainty + (changesIn(sentence.tokens).length > 0 ? 1 : 0);
  const best = [...heard].sort((a, b) => worth(b) - worth(a));
  return [...new Set(best.map(({ sentence, range }) => figureIn(story, sentence, range)))];
}

/** The sentence where it is short, else the part between two marks that holds the figure. */
function figureIn(story: Story, sentence: Sentence, counted: Range): string {
  if (sentence.words <= MOST_WORDS) return visibleIn(story, sentence).replace(/[.!]$/, '');
  const { tokens } = sentence;
  const [change] = changesIn(tokens);
  const counts = (token: Token): boolean => token.start < counted.end && counted.start < token.end && isFigure(token);
  const first = change?.from ?? Math.max(0, tokens.findIndex(counts));
  let [from, to] = [first, (change?.to ?? first) + 1];
  const isMark = (at: number): boolean => /[,;:—–()]/.test(story.text.slice(tokens[at - 1]!.end, tokens[at]!.start));
  while (from > 0 && !isMark(from)) from--;
  while (to < tokens.length && !isMark(to)) to++;
  // What stands before the first mark is often only when it was: the part behind it may fit, too.
  for (let next = to + 1; next <= tokens.length; next++) {
    if (next < tokens.length && !isMark(next)) continue;
    if (countWords(readOut(story.text, tokens.slice(from, next))) > MOST_WORDS) break;
    to = next;
  }
  return readOut(story.text, tokens.slice(from, to));
}
