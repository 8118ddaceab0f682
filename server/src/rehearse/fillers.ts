import { isQuoted, rangeOf, type HeardSentence } from '../review/hear.js';
import type { Match, Rubric } from '../rubric/index.js';
import { isInside } from '../story/ranges.js';
import { TokenClass, type Range, type Story, type Token } from '../story/types.js';

/** Where the words of a criterion about rehearsals are said, in order and apart; what is quoted from somebody is left out. */
export function saidOf(code: string, heard: readonly HeardSentence[], rubric: Rubric): Range[] {
  const cues = rubric.cuesOf('wider', code);
  return heard.flatMap((sentence) => {
    const found = cues.flatMap(({ group, unlessGroup }) => {
      const guards = sentence.matches.get(unlessGroup) ?? [];
      return (sentence.matches.get(group) ?? []).map((match) => upToComma(match, sentence.sentence.tokens)).filter((match) => !guards.some((guard) => touch(match, guard)) && !isQuoted(match, sentence.sentence));
    });
    return apart(found).map((match) => rangeOf(match, sentence.sentence));
  });
}

/** The same with fillers taken out of what is heard: "it was, like, expiring" says that it was expiring. Its text and times stay. */
export function withoutFillers(story: Story, fillers: readonly Range[]): Story {
  const [telling] = story.tellings;
  const sections = telling.sections.map((section) => ({ ...section, sentences: section.sentences.map((sentence) => ({ ...sentence, tokens: sentence.tokens.filter(({ start }) => !isInside(start, fillers)) })) }));
  return { ...story, tellings: [{ ...telling, sections }] };
}

/** What follows a comma was looked at and is not part of it: of "like, restaurants", the "like". */
function upToComma({ from, to }: Match, tokens: readonly Token[]): Match {
  let end = from + 1;
  while (end < to && !(tokens[end]!.classes & TokenClass.clause)) end++;
  return { from, to: end };
}

function touch(a: Match, b: Match): boolean {
  return a.from < b.to && b.from < a.to;
}

function apart(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (match.from >= (kept.at(-1)?.to ?? 0)) kept.push(match);
  }
  return kept;
}
