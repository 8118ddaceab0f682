import { bitsOfRoles, type CompiledCue, type Match, type Matches, type Rubric } from '../rubric/index.js';
import { placeOf, saidIn } from '../story/moved.js';
import { finished, type Steps } from '../story/steps.js';
import { TokenClass, type Range, type Role, type Section, type Sentence, type Telling, type Token } from '../story/types.js';
import type { HeardSentence } from './impression.js';
import type { ReviewMemory } from './memory.js';
import { bodyRoles, roleSet } from './roles.js';

/** A telling's sections in the order they are told, inherited ones in their place. */
export function toldSections(telling: Telling): readonly Section[] {
  if (telling.inherited.length === 0) return telling.sections;
  const order: readonly Role[] = ['body', 'situation', 'task', 'action', 'result', 'learning'];
  return [...telling.sections, ...telling.inherited].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Every sentence of a telling as the patterns of a matcher hear it. */
export function hear(telling: Telling, rubric: Pick<Rubric, 'matcher'>): HeardSentence[] {
  return finished(hearInSteps(telling, rubric));
}

/** The same, a sentence that is listened to in each step; words that `memory` knows are not listened to again. */
export function* hearInSteps(telling: Telling, { matcher }: Pick<Rubric, 'matcher'>, memory?: ReviewMemory): Steps<HeardSentence[]> {
  const sections = toldSections(telling);
  const body = bodyRoles(sections);
  const heard: HeardSentence[] = [];
  let listened = false;
  let [last, bits]: [ReadonlySet<Role> | undefined, number] = [undefined, 0];
  const listen = (tokens: readonly Token[], among: number): Matches => {
    listened = true;
    return matcher.match(tokens, among);
  };
  for (const section of sections) {
    const own = roleSet([section.role, ...section.covers]);
    for (const sentence of section.sentences) {
      const roles = body.get(sentence) ?? own;
      if (roles !== last) [last, bits] = [roles, bitsOfRoles(roles)];
      const impression = memory?.impression(sentence, bits, listen);
      const matches = impression?.matches ?? listen(sentence.tokens, bits);
      const standing = impression && memory?.standing(impression, sentence, roles, heard.length);
      heard.push({ sentence, section, index: heard.length, roles, matches, impression, standing });
      if (listened) yield;
      listened = false;
    }
  }
  return heard;
}

/** True when a cue is heard in a sentence: a pattern matches, and its conditions hold. */
export function isCued(cue: CompiledCue, heard: HeardSentence): boolean {
  if (!heard.matches.has(cue.group)) return false;
  if (cue.in && !cue.in.some((role) => heard.roles.has(role))) return false;
  if (cue.first !== undefined && heard.index >= cue.first) return false;
  if (cue.step && !(heard.sentence.step && cue.step.includes(heard.sentence.step))) return false;
  if (cue.withGroup >= 0 && !heard.matches.has(cue.withGroup)) return false;
  return cue.unlessGroup < 0 || !heard.matches.has(cue.unlessGroup);
}

/** The matches of a cue in a sentence, from left to right; none where it is not heard. */
export function matchesOf(cue: CompiledCue, heard: HeardSentence): readonly Match[] {
  return isCued(cue, heard) ? heard.matches.of(cue.group) : [];
}

/** Where a match stands in the document. */
export function rangeOf(match: Match, sentence: Sentence): Range {
  return placeOf(sentence, match.from, match.to);
}

export function isQuoted(match: Match, sentence: Sentence): boolean {
  return (saidIn(sentence)[match.from]!.classes & TokenClass.quoted) !== 0;
}
