import type { CueCard, MissingPart } from '../types.js';

/** What the parts of a card are headed with. */
export const HEADED = {
  opener: 'Open with',
  cues: 'Cues',
  figure: 'One figure',
  landing: 'Land on',
  doNotClaim: 'Do not claim',
  followUps: 'They may ask',
  missing: 'Still missing',
} as const;

const MISSING: Readonly<Record<MissingPart, string>> = {
  opener: 'No opener yet: begin with a sentence that has no slot to fill in.',
  action: 'No Action yet: write down what you did.',
  cues: 'No cues yet: write the story, or up to five cues under Cues.',
  figure: 'No figure yet: say one in the Result, or record one under metrics.',
  landing: 'No line to land on yet: end with a Result or a Learning.',
};

/** What a card lacks, each in a sentence that says what to do. */
export function missingIn({ missing }: CueCard): string[] {
  return missing.map((part) => MISSING[part]);
}

/** `88 s of 90 s`. */
export function timeOf({ seconds, target }: CueCard): string {
  return `${seconds} s of ${target} s`;
}

/** `12 stories, 14 cards`. */
export function countsOf(stories: number, cards: number): string {
  return `${stories === 1 ? '1 story' : `${stories} stories`}, ${cards === 1 ? '1 card' : `${cards} cards`}`;
}

/** What the index says of each card. */
export const INDEX_ABOUT = 'Of each, the figure to have ready and the line to land on.';

export const RESUME = {
  title: 'For a résumé',
  about: 'Cut from the words of each story. Fill in what stands in brackets, and say only what you can stand behind.',
} as const;

/** What a flash card holds where no answer was prepared. */
export const NO_ANSWER = '[answer]';
