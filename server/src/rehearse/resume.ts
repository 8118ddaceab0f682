import { toldSections } from '../review/hear.js';
import type { Review, TellingReview } from '../review/types.js';
import { countWords } from '../story/spokenWords.js';
import { TokenClass, type Sentence, type Token } from '../story/types.js';
import { figuresOf } from './figure.js';
import { readOut } from './readOut.js';
import type { ResumeBullet } from './types.js';

const MOST_BULLETS = 2;
const MOST_WORDS = 22;
/** Fewer say nothing of what was done. */
const FEWEST_WORDS = 4;

const WHAT_CAME_OF_IT = '[what came of it, in figures]';
const WHAT_WAS_DONE = '[Verb] [what you did]';

const BEGINS = /^(?:The|An?|All|Both|Each|Every|In|On|At|Over|Within|After|Before|When|Since|For|From|It|This|That|They|We|Our|My|No|Nobody|Most|Some|One|Two|Three|Four|Five)\s/;
/** What these begin is told beside the deed of the sentence. */
const BESIDE = /^(?:when|while|after|before|until|since|because|as|if|once|although|though)$/;

/** Past tenses that tell of no deed. */
const NO_DEED = /^(?:was|were|had|did|thought|knew|felt|saw|heard|got|learned|learnt|understood|meant|became|needed|wanted|liked|hoped|believed|realised|realized|noticed|expected|happened|feared|used)$/;
const ADVERB = /^(?:also|then|first|therefore|next|finally|later|afterwards|\p{L}+ly)$/u;

/** At most two lines for a résumé: the strongest deeds of a story's own telling with its figures; slots for what it does not say. */
export function resumeBullets(review: Review): ResumeBullet[] {
  const [told] = review.tellings;
  const figures = figuresOf(review, told);
  const deeds = deedsOf(review.story.text, told).slice(0, MOST_BULLETS);
  if (deeds.length === 0) return figures.slice(0, 1).map((figure) => ({ text: `${WHAT_WAS_DONE}; ${goingOn(figure)}` }));
  return deeds.map(({ text, sentence: { start, end } }, index) => ({ text: `${text}; ${goingOn(figures[index] ?? WHAT_CAME_OF_IT)}`, range: { start, end } }));
}

/** A sentence that goes on from another begins small, unless its first word may be a name. */
function goingOn(figure: string): string {
  return BEGINS.test(figure) ? figure.charAt(0).toLowerCase() + figure.slice(1) : figure;
}

interface Deed {
  readonly text: string;
  readonly sentence: Sentence;
  readonly worth: number;
}

/** What the person says they did, the sentences first that say the most of what is asked for. */
function deedsOf(text: string, { telling, beats }: TellingReview): Deed[] {
  const worth = new Map<Sentence, number>();
  for (const { required, concerns, evidence } of beats) {
    const asked = required ? 4 : concerns ? 2 : 1;
    for (const { sentence, certainty } of evidence) worth.set(sentence, (worth.get(sentence) ?? 0) + asked * certainty);
  }
  const sections = toldSections(telling).filter(({ role, covers }) => role === 'action' || role === 'body' || covers.includes('action'));
  const deeds = sections.flatMap(({ sentences }) => sentences).flatMap((sentence) => {
    const words = sentence.slots.length === 0 ? deedIn(text, sentence.tokens) : undefined;
    return words === undefined ? [] : [{ text: words, sentence, worth: worth.get(sentence) ?? 0 }];
  });
  return deeds.sort((a, b) => b.worth - a.worth);
}

/** `Capped the retries and added backoff with jitter`: from the verb behind "I" to where somebody or something else comes in. */
function deedIn(text: string, tokens: readonly Token[]): string | undefined {
  const from = tokens.findIndex((token, index) => isDeed(token) && isMine(tokens, index));
  if (from < 0) return undefined;
  const deed = tokens.slice(from, endOf(text, tokens, from));
  const words = readOut(text, deed);
  return countWords(words) < FEWEST_WORDS ? undefined : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function isDeed({ word, classes }: Token): boolean {
  return (classes & TokenClass.past) !== 0 && (classes & TokenClass.quoted) === 0 && !NO_DEED.test(word);
}

/** True for a verb behind an "I" that begins no clause beside; adverbs may stand between. */
function isMine(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (at >= 0 && ADVERB.test(tokens[at]!.word)) at--;
  return tokens[at]?.word === 'i' && !BESIDE.test(tokens[at - 1]?.word ?? '');
}

/** Where the deed ends: at a new sentence part, and at the last mark before it grows too long for a line. */
function endOf(text: string, tokens: readonly Token[], from: number): number {
  let lastMark = tokens.length;
  for (let at = from + 1; at < tokens.length; at++) {
    const mark = /[,;:—–(]/.exec(text.slice(tokens[at - 1]!.end, tokens[at]!.start))?.[0];
    if (mark === undefined) continue;
    if (at - from > MOST_WORDS && lastMark < tokens.length) return lastMark;
    if (at - from < FEWEST_WORDS) continue;
    if (mark !== ',' || isOther(tokens, at)) return at;
    lastMark = at;
  }
  return tokens.length - from > MOST_WORDS ? lastMark : tokens.length;
}

/** "…, and I", "…, which", "…, so that": what follows is no part of the same deed. */
function isOther(tokens: readonly Token[], at: number): boolean {
  const first = /^(?:and|but|so|while|since|because)$/.test(tokens[at]!.word) ? at + 1 : at;
  return /^(?:i|we|they|he|she|it|that|which|who|where|whose)$/.test(tokens[first]?.word ?? '');
}
