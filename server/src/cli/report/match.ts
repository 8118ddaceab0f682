import { styleText } from 'node:util';
import type { Fit, MatchResult, RankedStory } from '../../bank/index.js';
import { plainJson, plainLine } from '../errors.js';

const WORDS: Readonly<Record<Fit, string>> = { strong: 'Strong', workable: 'Workable', stretch: 'Stretch', gap: 'Gap' };
const STYLES = { strong: 'green', workable: 'cyan', stretch: 'yellow', gap: 'red' } as const;
const WIDTH = 10;
/** Whoever reads at a terminal needs no more. */
const MOST_SHOWN = 5;

/** The answer for scripts. */
export function matchJson({ question, wantsStory, asksFor, ranked, outline, write }: MatchResult): string {
  const stories = ranked.map(({ id, title, framing, fit, reasons }) => ({ path: id, title, ...(framing === undefined ? {} : { framing }), fit, reasons }));
  return `${plainJson({ question, wantsStory, asksFor, ranked: stories, ...(outline ? { outline } : {}), ...(write ? { write } : {}) }, 2)}\n`;
}

/** The answer for a person at a terminal. Colour only repeats what the words say. */
export function matchPretty(result: MatchResult, colour: boolean): string {
  const { wantsStory, asksFor, ranked } = result;
  const asks = asksFor.length > 0 ? [plainLine(`It asks for: ${asksFor.join(', ')}.`), ''] : [];
  if (!wantsStory) return lines([...asks, 'This question does not want a story from the past.', ...outlineOf(result)]);
  if (isGap(result)) return lines([...asks, ...gapOf(result, colour), ...nearestOf(ranked)]);
  const shown = ranked.slice(0, MOST_SHOWN).flatMap((story) => storyLines(story, colour));
  const more = ranked.length > MOST_SHOWN ? [`… and ${ranked.length - MOST_SHOWN} more; --format json lists them.`] : [];
  return lines([...asks, ...shown, ...more, ...gapOf(result, colour)]);
}

function storyLines({ id, title, framing, fit, reasons }: RankedStory, colour: boolean): string[] {
  const word = WORDS[fit].padEnd(WIDTH);
  const told = framing === undefined ? '' : `, framing “${plainLine(framing)}”`;
  const head = `${colour ? styleText(STYLES[fit], word) : word}${plainLine(title)}${told}  ${plainLine(id)}`;
  return [head, ...reasons.map((reason) => `${' '.repeat(WIDTH)}- ${plainLine(reason)}`), ''];
}

/** True when nothing fits; the nearest stories may be there all the same. */
function isGap({ ranked }: MatchResult): boolean {
  return (ranked[0]?.fit ?? 'gap') === 'gap';
}

function gapOf(result: MatchResult, colour: boolean): string[] {
  const gap = isGap(result) ? [`${colour ? styleText(STYLES.gap, 'Gap') : 'Gap'}: none of your stories answers it.`] : [];
  return result.write ? [...gap, plainLine(`Worth writing: ${result.write.title} (starwright new --shape ${result.write.shape}).`)] : gap;
}

function nearestOf(ranked: readonly RankedStory[]): string[] {
  return ranked.length > 0 ? ['', 'Nearest, though they do not answer it:', ...ranked.map(({ id, title }) => `  ${plainLine(title)}  ${plainLine(id)}`)] : [];
}

function outlineOf({ outline }: MatchResult): string[] {
  return outline ? [plainLine(`An outline to fill in (${outline.title}):`), '', ...outline.text.split('\n').map((line) => (line === '' ? '' : `  ${plainLine(line)}`))] : [];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n').trimEnd()}\n`;
}
