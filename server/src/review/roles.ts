import { saidIn } from '../story/moved.js';
import { TokenClass, type Role, type Section, type Sentence, type Token } from '../story/types.js';

const STATES = new Set("was were had have am is felt thought knew wanted needed worked joined got heard received noticed saw learned owned been".split(' '));

const sets = new Map<string, ReadonlySet<Role>>();

/** A set of roles: the same one for the same roles. */
export function roleSet(roles: readonly Role[]): ReadonlySet<Role> {
  const key = roles.join();
  const known = sets.get(key) ?? new Set(roles);
  sets.set(key, known);
  return known;
}

/**
 * The roles that unlabelled sentences can play by where they stand: the beginning sets the scene, the
 * action starts with the first thing the speaker did, the second half can also be result and learning.
 */
export function bodyRoles(sections: readonly Section[]): Map<Sentence, ReadonlySet<Role>> {
  const roles = new Map<Sentence, ReadonlySet<Role>>();
  const body = sections.filter((section) => section.role === 'body').flatMap((section) => section.sentences);
  const labelled = sections.some((section) => section.role !== 'body');
  if (labelled) {
    // Text before the first label is an introduction: it can set the scene or sum up, but tells no deed.
    for (const sentence of body) roles.set(sentence, roleSet(['body', 'situation', 'task']));
    return roles;
  }
  const acting = firstAct(body);
  body.forEach((sentence, index) => {
    const can: Role[] = ['body'];
    if (index <= acting || index < body.length * 0.35) can.push('situation', 'task');
    if (index >= acting) can.push('action');
    if (index > acting && index >= body.length * 0.4) can.push('result', 'learning');
    roles.set(sentence, roleSet(can));
  });
  return roles;
}

/** The index of the first sentence in which the speaker does something; at the latest the middle. */
export function firstAct(sentences: readonly Sentence[]): number {
  const found = sentences.findIndex((sentence) => ownActs(sentence) > 0);
  const middle = Math.floor(sentences.length / 2);
  return found < 0 ? middle : Math.min(found, middle);
}

/** How often a sentence says that the speaker did something: "I traced", "I then rolled". */
export function ownActs(sentence: Sentence): number {
  const tokens = saidIn(sentence);
  let acts = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { word, classes } = tokens[at]!;
    if (word === 'i' && !(classes & TokenClass.quoted) && isDeed(tokens.slice(at + 1, at + 4))) acts++;
  }
  return acts;
}

/** The "we" of "we moved", "we then decided"; the one at `near` if that is such a one, else the first. */
export function teamDeed({ tokens }: Sentence, near?: number): Token | undefined {
  const deeds = tokens.filter((token, index) => token.word === 'we' && !(token.classes & TokenClass.quoted) && isDeed(tokens.slice(index + 1, index + 4)));
  return deeds.find(({ start, end }) => near !== undefined && start <= near && near <= end) ?? deeds[0];
}

/** True when a sentence says that the team did something. */
export function tellsTeamDeed(sentence: Sentence): boolean {
  const tokens = saidIn(sentence);
  return tokens.some(({ word, classes }, index) => word === 'we' && !(classes & TokenClass.quoted) && isDeed(tokens.slice(index + 1, index + 4)));
}

/** True when the words after a subject say that something was done, not how things were. */
export function isDeed(words: readonly Token[]): boolean {
  return words.some((word) => word.classes & TokenClass.past && !STATES.has(word.word));
}
