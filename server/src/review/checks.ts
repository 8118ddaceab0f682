import type { Check } from '../rubric/index.js';
import type { Candidate, ReviewContext } from './context.js';
import { composite } from './findings/composite.js';
import { framingsAlike } from './findings/alike.js';
import { confidentialTerms } from './findings/confidential.js';
import { lastSentence } from './findings/ending.js';
import { figuresDiffer, metricsWithoutSource } from './findings/figures.js';
import { answersNoStory, frontMatterProblems, unknownNames } from './findings/file.js';
import { confidentialIdentifiers, secrets } from './findings/identifiers.js';
import { notAStory, notRead, otherLanguage } from './findings/unread.js';
import { sectionSentences, storySeconds } from './findings/length.js';
import { sectionEmpty, sectionMissing, sectionOrder, sectionShare, sectionTwice, undivided, unfilledSlots } from './findings/structure.js';
import { tally } from './findings/tally.js';
import { topicsApart } from './findings/topics.js';
import { teamVoice } from './findings/voice.js';

type Measure = (context: ReviewContext, check: Check) => Candidate[];

/** Checks of a telling that hold in any language, by the `measure` a check's file names. */
export const STRUCTURE_MEASURES: Readonly<Record<string, Measure>> = {
  'section-missing': sectionMissing,
  'section-empty': sectionEmpty,
  'section-order': sectionOrder,
  'section-twice': sectionTwice,
  'section-sentences': sectionSentences,
  'section-share': sectionShare,
  'story-seconds': storySeconds,
  'unfilled-slots': unfilledSlots,
  undivided,
};

/** Checks of a telling, by the `measure` a check's file names. */
export const TELLING_MEASURES: Readonly<Record<string, Measure>> = {
  ...STRUCTURE_MEASURES,
  'team-voice': teamVoice,
  'last-sentence': lastSentence,
  tally,
  composite,
  topics: topicsApart,
  'framings-alike': framingsAlike,
  'figures-differ': figuresDiffer,
};

/** Measures that find a whole section absent: what belongs in it is then not reported missing as well. */
export const ABSENCES: readonly string[] = ['section-missing', 'section-empty'];

/** Checks of the file as a whole. */
export const FILE_MEASURES: Readonly<Record<string, Measure>> = {
  'front-matter': frontMatterProblems,
  names: unknownNames,
  'not-a-story': notAStory,
  'not-read': notRead,
  'other-language': otherLanguage,
  'question-kind': answersNoStory,
  'confidential-terms': confidentialTerms,
  identifiers: confidentialIdentifiers,
  secrets,
  'metric-sources': metricsWithoutSource,
};

/** Every measure that `checks/` may name; `suppression` is judged after all findings are known. */
export const MEASURES: readonly string[] = [...Object.keys(TELLING_MEASURES), ...Object.keys(FILE_MEASURES), 'suppression'];
