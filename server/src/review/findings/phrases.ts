import type { Phrase } from '../../rubric/index.js';
import type { Match } from '../../rubric/index.js';
import { attempt } from '../attempt.js';
import { phrased } from '../found.js';
import { isQuoted, matchesOf, rangeOf } from '../hear.js';
import type { HeardSentence } from '../impression.js';
import { isAbout, type Candidate, type ReviewContext } from '../context.js';
import { replaceSentence, replaceWith } from '../fixes/words.js';

/** A finding for each weakening phrase, at most one of a kind in a sentence. Inherited sections speak in their own telling. */
export function findPhrases(context: ReviewContext): Candidate[] {
  const { telling } = context;
  const own = telling.inherited.length === 0 ? undefined : new Set(telling.sections);
  const phrases = context.rubric.data.phrases.filter((phrase) => isAbout(context, phrase) && !phrase.unlessHeard.some((beat) => context.beats.get(beat)?.present) && context.settings.severityOf(phrase.code, phrase.severity) !== 'off');
  return phrased(context).filter(({ section, sentence }) => (own === undefined || own.has(section)) && sentence.slots.length === 0).flatMap((heard) => inSentence(context, phrases, heard));
}

function inSentence(context: ReviewContext, phrases: readonly Phrase[], heard: HeardSentence): Candidate[] {
  const found: Candidate[] = [];
  for (const phrase of phrases) {
    const candidate = attempt(context.broken, 'check', phrase.code, () => firstMatch(context, phrase, heard), undefined);
    const overlaps = candidate && found.some((other) => other.range.start < candidate.range.end && candidate.range.start < other.range.end);
    if (candidate && !overlaps) found.push(candidate);
  }
  return found;
}

function firstMatch(context: ReviewContext, phrase: Phrase, heard: HeardSentence): Candidate | undefined {
  for (const cue of context.rubric.cuesOf('phrase', phrase.code)) {
    const match = matchesOf(cue, heard).find((candidate) => !isQuoted(candidate, heard.sentence) && !isRunIn(context, heard, candidate));
    if (!match) continue;
    const range = rangeOf(match, heard.sentence);
    return {
      code: phrase.code,
      kind: 'phrase',
      role: heard.section.role,
      range,
      values: { match: context.story.text.slice(range.start, range.end).replace(/\s+/g, ' ') },
      fixes: () => [
        ...replaceWith(context, range, phrase.instead),
        ...fitting(context, phrase, heard).flatMap((fill) => replaceSentence(context, heard.sentence, fill)),
      ],
    };
  }
  return undefined;
}

/** The fill-in sentences for this part of the story; all of them where none is. */
function fitting({ rubric }: ReviewContext, { fills }: Phrase, { roles }: HeardSentence): readonly string[] {
  const here = fills.filter((fill) => {
    const section = rubric.template(fill)?.section;
    return section !== undefined && roles.has(section);
  });
  return here.length > 0 ? here : fills;
}

/** The words a run-in title may have: "- **Fixed the root cause**: …". */
const LONGEST_RUN_IN = 6;

/** True for a title at the beginning of a list item or paragraph, which only announces what is told after it. */
function isRunIn(context: ReviewContext, { sentence }: HeardSentence, match: Match): boolean {
  if (match.to > LONGEST_RUN_IN) return false;
  const after = context.story.text.slice(sentence.tokens[match.to - 1]!.end, sentence.tokens[match.to]?.start ?? sentence.end + 4);
  return /^[ \t]*(?:(?:\*\*|__)[ \t]*[:：–—-]|:[ \t]*(?:\*\*|__))/.test(after);
}
