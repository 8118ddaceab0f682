import { isQuoted, matchesOf, rangeOf } from '../review/hear.js';
import type { HeardSentence } from '../review/impression.js';
import type { Rubric } from '../rubric/index.js';
import type { Range } from '../story/types.js';

/** The places of a transcript at which phrases with these codes stand, at most one of a code in a sentence, in order and apart. */
export function phrasesIn(heard: readonly HeardSentence[], codes: readonly string[], rubric: Rubric): Range[] {
  return heard.flatMap((sentence) => {
    const found = codes.flatMap((code) => firstOf(code, sentence, rubric) ?? []).sort((a, b) => a.start - b.start);
    return found.filter(({ start }, index) => index === 0 || start >= found[index - 1]!.end);
  });
}

function firstOf(code: string, heard: HeardSentence, rubric: Rubric): Range | undefined {
  for (const cue of rubric.cuesOf('phrase', code)) {
    const match = matchesOf(cue, heard).find((each) => !isQuoted(each, heard.sentence));
    if (match) return rangeOf(match, heard.sentence);
  }
  return undefined;
}
