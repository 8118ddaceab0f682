import { isApproximate, type Change } from '../story/changes.js';
import { TokenClass, type Metric, type Sentence, type Story, type Token } from '../story/types.js';
import { addEntry } from './addEntry.js';
import { figureAt, figureText, hasDirection, isChange, isComparative, isPartial, type FigureSite } from './figureAt.js';
import type { Refactoring, RefactorSite } from './types.js';

/** Puts a figure of the story into the front matter's `metrics`, as far as the sentence tells it; the rest are slots. */
export function recordMetric(site: RefactorSite): Refactoring[] {
  const { story } = site.review;
  const figure = figureAt(site);
  const said = figure && valuesOf(figure, story.text);
  if (!figure || !said || isRecorded(story, said)) return [];
  const ends = figure.change ? [figure.change.before, figure.change.after] : [figure.index];
  const approximate = ends.some((index) => isApproximate(figure.tokens[index - 1]) || /^[~≈]/.test(figure.tokens[index]!.word));
  const edit = addEntry(story, 'metrics', {
    name: '"[what]"',
    before: said.before === undefined ? '"[before]"' : JSON.stringify(said.before),
    after: JSON.stringify(said.after),
    window: JSON.stringify(windowOf(figure.sentence, story.text) ?? '[over how long]'),
    confidence: approximate ? 'approximate' : '[exact, approximate or directional]',
    source: '"[where the figure is from]"',
  });
  const shown = said.before === undefined ? said.after : `${said.before} → ${said.after}`;
  return edit ? [{ title: `Record in metrics: ${shown}`, kind: 'extract', edits: [edit] }] : [];
}

type Said = Pick<Metric, 'before'> & { readonly after: string };

/** Before and after as the sentence has them; undefined for a figure that is no outcome. */
function valuesOf(figure: FigureSite, text: string): Said | undefined {
  const { tokens, index, change, section } = figure;
  if (isPartial(tokens[change?.after ?? index]!, text) || (change && isNoAmount(tokens, change, text))) return undefined;
  if (change) return { before: earlierText(tokens, change, text), after: figureText(tokens[change.after]!, text) };
  if (section.role !== 'result' && section.role !== 'body') return undefined;
  const after = outcomeText(tokens, index, text);
  return after === undefined ? undefined : { before: undefined, after };
}

/** "2h+", "I worked from 6 to 2", "Spring Boot 2 → 3": no amount, or numbers without a unit that nothing says have changed. */
function isNoAmount(tokens: readonly Token[], { before, after, from }: Change, text: string): boolean {
  const joined = /^\s*to\b/.test(text.slice(tokens[before]!.end));
  if (!joined && isPartial(tokens[before]!, text)) return true;
  if ([before, after].some((end) => /\D/.test(figureText(tokens[end]!, text).replace(/[.,]/g, '')))) return false;
  if (tokens[from]!.word === 'from') return !tokens.slice(Math.max(0, from - 8), from).some(isChange);
  return ((tokens[from - 1]?.classes ?? 0) & (TokenClass.name | TokenClass.acronym)) !== 0;
}

/** "12" is 12 days in "from 12 to 7 days". */
function earlierText(tokens: readonly Token[], { before, after }: Change, text: string): string {
  const earlier = figureText(tokens[before]!, text);
  if (!/^[\d.,]+$/.test(earlier) || !/^(?:to|→)$/.test(tokens[before + 1]?.word ?? '')) return earlier;
  const later = text.slice(tokens[after]!.start, tokens[after]!.end).replace(/\s+/g, ' ');
  return earlier + (/^[\d.,]+(\s?(?:%|\p{L}+))$/u.exec(later)?.[1] ?? '');
}

/** "40% fewer", "fell by 40%", or the figure that something fell to. */
function outcomeText(tokens: readonly Token[], index: number, text: string): string | undefined {
  const figure = figureText(tokens[index]!, text);
  const next = tokens[index + 1];
  if (isComparative(next)) return isMeasured(tokens[index]!, next!) ? `${figure} ${next!.word}` : undefined;
  let at = index - 1;
  while (isApproximate(tokens[at]) || /^(?:under|below|over|above|just)$/.test(tokens[at]?.word ?? '')) at--;
  const verb = tokens.slice(Math.max(0, at - 6), Math.max(0, at)).reverse().find(hasDirection);
  if (!verb || !/^(?:by|to)$/.test(tokens[at]?.word ?? '')) return undefined;
  return tokens[at]!.word === 'by' ? `${verb.word} by ${figure}` : figure;
}

/** "40% more", "two hours longer", "30 fewer", but not "two more" or "five smaller". */
function isMeasured({ classes, word }: Token, comparative: Token): boolean {
  const { percent, times, duration, money } = TokenClass;
  if (/^(?:more|less)$/.test(comparative.word)) return (classes & percent) !== 0 || /^\d.*(?:x|times)$/.test(word);
  return (classes & (percent | times | duration | money)) !== 0 || comparative.word === 'fewer';
}

function isRecorded({ frontMatter }: Story, { before, after }: Said): boolean {
  return (frontMatter?.metrics ?? []).some((metric) => metric.after === after && (before === undefined || metric.before === before));
}

const SPAN = '(?:\\w+ )?(?:days?|weeks?|months?|quarters?|years?|seasons?|sprints?)';
const WINDOW = new RegExp(`\\b(?:(?:over|during|throughout|for|in|within) (?:the )?((?:next|following|first|whole) ${SPAN})|over (?:the )?(${SPAN}))\\b`, 'i');

/** The time a sentence says a figure was taken over. */
function windowOf({ start, end }: Sentence, text: string): string | undefined {
  const found = WINDOW.exec(text.slice(start, end).replace(/\s+/g, ' '));
  return found?.[1] ?? found?.[2];
}
