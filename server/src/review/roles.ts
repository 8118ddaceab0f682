import { TokenClass, type Role, type Section, type Sentence, type Token } from '../story/types.js';

const STATES = new Set("was were had have am is felt thought knew wanted needed worked joined got heard received noticed saw learned owned been".split(' '));

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
    for (const sentence of body) roles.set(sentence, new Set<Role>(['body', 'situation', 'task']));
    return roles;
  }
  const acting = firstAct(body);
  body.forEach((sentence, index) => {
    const can = new Set<Role>(['body']);
    if (index <= acting || index < body.length * 0.35) can.add('situation').add('task');
    if (index >= acting) can.add('action');
    if (index > acting && index >= body.length * 0.4) can.add('result').add('learning');
    roles.set(sentence, can);
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
  const { tokens } = sentence;
  let acts = 0;
  tokens.forEach((token, index) => {
    if (token.word !== 'i' || token.classes & TokenClass.quoted) return;
    if (isDeed(tokens.slice(index + 1, index + 4))) acts++;
  });
  return acts;
}

/** The "we" of "we moved", "we then decided"; the one at `near` if that is such a one, else the first. */
export function teamDeed({ tokens }: Sentence, near?: number): Token | undefined {
  const deeds = tokens.filter((token, index) => token.word === 'we' && !(token.classes & TokenClass.quoted) && isDeed(tokens.slice(index + 1, index + 4)));
  return deeds.find(({ start, end }) => near !== undefined && start <= near && near <= end) ?? deeds[0];
}

/** True when the words after a subject say that something was done, not how things were. */
export function isDeed(words: readonly Token[]): boolean {
  return words.some((word) => word.classes & TokenClass.past && !STATES.has(word.word));
}
