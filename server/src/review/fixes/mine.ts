import { table } from '../../story/table.js';
import { TokenClass, type Sentence, type Story, type Token } from '../../story/types.js';
import { fixOf } from '../context.js';
import type { Edit, Fix } from '../types.js';

/** Words that say something was done by several: one person cannot have met, or taken turns. */
const TOGETHER =
  /\bwe (?:(?:all|both|each|two|three|four|guys|the|as)\b|(?:[\w']+ )?(?:agreed|met|discussed|talked|argued|debated|gathered|huddled|voted|disagreed|paired|swapped|rotated|shared|divided|split)\b)|\b(?:together|of us|between us|among us|each other|each other's|one another|took turns|as a (?:team|group|pair|squad)|as one team|in pairs)\b/;

const MINE: Readonly<Record<string, string>> = table({ "'re": "'m", were: 'was', are: 'am', "weren't": "wasn't", "aren't": "'m not" });

/** Before words that are somebody else's. */
const SAYING = new Set(['say', 'says', 'said', 'think', 'thought']);

/** No deed that somebody could have led. */
const HAPPENED = /^(?:was|were|weren't|had|hadn't|wanted|needed|knew|thought|felt|saw|noticed|heard|worked|used|kept|left|found|learned)$/;

/** What befell the team rather than was done: "we went from two releases to nine" says nothing of one person. */
const BEFELL = /^(?:came|lost|fell|ended|got|grew|stood|hit|learned|learnt|lived|won|went(?! (?:with|for|through|back|over)\b))\b/;

/**
 * Two ways to say one's own part where a sentence says "we" did something: as "I" alone, and in front of what the team
 * did. Which of them is true only the person knows. None where "I" does not fit the rest of the sentence.
 */
export function sayMine(story: Story, sentence: Sentence, we: Token): Fix[] {
  const { tokens } = sentence;
  const said = (from: number): string => tokens.slice(from).map(({ word }) => word).join(' ');
  const index = tokens.indexOf(we);
  const act = tokens.findIndex(({ classes }, at) => at > index && (classes & TokenClass.past) !== 0);
  if (sentence.slots.length > 0 || SAYING.has(tokens[index - 1]?.word ?? '') || TOGETHER.test(said(0)) || BEFELL.test(said(act))) return [];
  const alone = asI(story, tokens, index);
  const fixes = alone ? [fixOf(`Say "${opening(story, alone, tokens[act]!)} …" if that was you`, alone)] : [];
  if (index > 0 || HAPPENED.test(tokens[act]!.word) || /^(?:have|'ve|never|did not|didn't)\b/.test(said(1)) || tokens.some(({ word }) => word === 'i')) return fixes;
  const part: Edit = { start: we.start, end: we.end, newText: 'I [proposed it / led it / did a part of it], and we' };
  return [...fixes, fixOf('Say your part first: "I [your part], and we …"', [part])];
}

/** "We were asked" as "I was asked"; undefined where a later verb would still be a "we" verb. */
function asI(story: Story, tokens: readonly Token[], index: number): Edit[] | undefined {
  const [we, verb] = [tokens[index]!, tokens[index + 1]!];
  if (story.text.slice(we.end, verb.start).trim() !== '') return undefined;
  const edits: Edit[] = [{ start: we.start, end: we.end, newText: 'I' }];
  const changed = MINE[verb.word];
  const start = verb.word === "aren't" ? we.end : verb.start;
  if (changed) edits.push({ start, end: verb.end, newText: changed });
  for (let at = index + 2; at < tokens.length; at++) {
    const { word, start: from, end } = tokens[at]!;
    if (/^(?:we|i|they|he|she|it|you|who|which|that)$/.test(word)) break;
    if (/^(?:were|are|weren't|aren't)$/.test(word) && /^(?:and|but|or|then|so)$/.test(tokens[at - 1]!.word)) return undefined;
    if (word === 'ourselves') edits.push({ start: from, end, newText: 'myself' });
    if (word === 'our' && /^(?:own|best|way)$/.test(tokens[at + 1]?.word ?? '')) edits.push({ start: from, end, newText: 'my' });
  }
  return edits;
}

/** The first words, to the verb, as they will read. */
function opening({ text }: Story, edits: readonly Edit[], act: Token): string {
  let read = text.slice(edits[0]!.start, act.end);
  for (const { start, end, newText } of [...edits].reverse()) {
    if (end <= act.end) read = read.slice(0, start - edits[0]!.start) + newText + read.slice(end - edits[0]!.start);
  }
  return read.replace(/[\s>]+/g, ' ');
}
