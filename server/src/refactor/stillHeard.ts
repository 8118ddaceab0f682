import { hearBeats } from '../review/beats.js';
import type { HeardSentence } from '../review/impression.js';
import { bitsOfRoles, type Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import { TOLD_ROLES, type Role } from '../story/types.js';
import type { SentenceSite } from './sentenceAt.js';

/** True when the beats that no other sentence says so well are still said by what would be written in a sentence's place. */
export function stillHeard(rubric: Rubric, site: SentenceSite, written: string): boolean {
  const alone = saidHereOnly(site);
  if (alone.length === 0) return true;
  const { section } = site;
  const roles = new Set<Role>(section.role === 'body' ? ['body', ...TOLD_ROLES] : [section.role, ...section.covers]);
  const bits = bitsOfRoles(roles);
  const instead = parseStory(written).tellings[0].sections.flatMap(({ sentences }) => sentences);
  const heard = hearBeats(rubric, instead.map((sentence): HeardSentence => ({ sentence, section, index: 0, roles, matches: rubric.matcher.match(sentence.tokens, bits) })));
  return alone.every((beat) => heard.some(({ id, evidence }) => id === beat && evidence.some(({ strength }) => strength === 'strong')));
}

function saidHereOnly({ sentence, telling }: SentenceSite): string[] {
  return telling.beats
    .filter(({ concerns, evidence }) => concerns && evidence.some((heard) => heard.sentence === sentence && heard.strength === 'strong') && !evidence.some((heard) => heard.sentence !== sentence && heard.strength === 'strong'))
    .map(({ id }) => id);
}
