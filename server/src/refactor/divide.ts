import { divisions } from '../review/fixes/divide.js';
import { sameSentences } from '../story/alike.js';
import { parseStory } from '../story/index.js';
import { copyOf } from '../story/moved.js';
import type { Sentence, Story } from '../story/types.js';
import { applied } from './apply.js';
import type { Refactor } from './types.js';

/** "Divide into …": headings where the evidence of an unlabelled story shows its seams, in at most two ways. */
export const divideIntoSections: Refactor = ({ review: { story, tellings }, rubric }) => {
  const [{ telling, beats }] = tellings;
  return divisions(story, telling, beats, rubric)
    .filter(({ edits }) => isDivided(story, parseStory(applied(story.text, edits))))
    .map(({ names, edits }) => ({ title: `Divide into ${names}`, kind: 'rewrite', edits }));
};

/** The same sentences, all of them under labels. */
function isDivided(before: Story, after: Story): boolean {
  return after.tellings[0].sections.every(({ label }) => label !== undefined) && sameSentences(sentencesOf(before), sentencesOf(after));
}

function sentencesOf(story: Story): Sentence[] {
  return story.tellings[0].sections.flatMap(({ sentences }) => sentences.map((sentence) => ({ ...copyOf(sentence), step: undefined })));
}
