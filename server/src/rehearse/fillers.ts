import { isQuoted, rangeOf } from '../review/hear.js';
import type { HeardSentence } from '../review/impression.js';
import type { Match, Rubric } from '../rubric/index.js';
import { copyOf } from '../story/moved.js';
import { isInside } from '../story/ranges.js';
import type { Range, Story, Token } from '../story/types.js';

/** Where the words of a criterion about rehearsals are said, in order and apart; what is quoted from somebody is left out. */
export function saidOf(code: string, heard: readonly HeardSentence[], rubric: Rubric): Range[] {
  const written = rubric.data.wider.find((criterion) => criterion.code === code)?.cues ?? [];
  const cues = rubric.cuesOf('wider', code).map((cue, index) => ({ ...cue, counts: written[index]?.counts }));
  return heard.flatMap(({ sentence, matches }) => {
    const found = cues.flatMap(({ group, unlessGroup, counts }) => {
      const guards = matches.of(unlessGroup);
      const free = matches.of(group).filter((match) => !guards.some((guard) => touch(match, guard)) && !isQuoted(match, sentence));
      return counts === undefined ? free : free.map((match) => wordIn(match, counts, sentence.tokens));
    });
    return apart(found).map((match) => rangeOf(match, sentence));
  });
}

function wordIn({ from, to }: Match, word: string, tokens: readonly Token[]): Match {
  const at = tokens.findIndex((token, index) => index >= from && index < to && token.word === word);
  return at < 0 ? { from, to } : { from: at, to: at + 1 };
}

/** The same with fillers taken out of what is heard: "it was, like, expiring" says that it was expiring. Its text and times stay. */
export function withoutFillers(story: Story, fillers: readonly Range[]): Story {
  const [telling] = story.tellings;
  const sections = telling.sections.map((section) => ({ ...section, sentences: section.sentences.map((sentence) => ({ ...copyOf(sentence), tokens: sentence.tokens.filter(({ start }) => !isInside(start, fillers)) })) }));
  return { ...story, tellings: [{ ...telling, sections }] };
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
