import type { Check } from '../../rubric/index.js';
import { saidIn } from '../../story/moved.js';
import { TokenClass, type Sentence } from '../../story/types.js';
import { anchorOf, isUnlabelled, type Candidate, type ReviewContext } from '../context.js';
import { sayMine } from '../fixes/mine.js';
import { addAfter } from '../fixes/words.js';
import type { HeardSentence, Voice } from '../impression.js';
import { ownActs, teamDeed, tellsTeamDeed } from '../roles.js';

/** The Action is told as "we" throughout, so that the speaker's own part cannot be heard. */
export function teamVoice(context: ReviewContext, check: Check): Candidate[] {
  const everything = isUnlabelled(context.telling);
  const judged = context.heard.filter(({ section }) => everything || section.role === 'action');
  const team = judged.filter((heard) => voiceOf(heard).team).map(({ sentence }) => sentence);
  if (team.length < 2 || ownPartHeard(context)) return [];
  const unsigned = judged.filter((heard) => heard.sentence.bullet && voiceOf(heard).begins);
  if (unsigned.length > team.length) return [];
  const first = team[0]!;
  return [
    {
      code: check.code,
      kind: 'check',
      role: everything ? 'body' : 'action',
      range: everything ? teamDeed(first)! : anchorOf(context, 'action'),
      values: { actual: team.length },
      fixes: () => [...sayMine(context.story, first, teamDeed(first)!), ...check.fills.flatMap((fill) => addAfter(context, first, fill))],
    },
  ];
}

/** Deeds told outside the Action that show the speaker at work all the same. */
const ELSEWHERE = 2;

/** One deed of the speaker's own in the Action or the Task, or several in the rest. */
function ownPartHeard(context: ReviewContext): boolean {
  let elsewhere = 0;
  for (const heard of context.heard) {
    const { section } = heard;
    const { own } = voiceOf(heard);
    if (section.role === 'situation' || section.role === 'result' || section.role === 'learning') elsewhere += own;
    else if (own > 0) return true;
  }
  return elsewhere >= ELSEWHERE;
}

/** Who a sentence says did something, worked out once of the same words. */
function voiceOf({ sentence, impression }: HeardSentence): Voice {
  if (impression?.voice) return impression.voice;
  const [first] = saidIn(sentence);
  const begins = first !== undefined && (first.classes & TokenClass.past) !== 0;
  const voice = { team: tellsTeamDeed(sentence), own: ownActs(sentence) + (draftsOwnPart(sentence) ? 1 : 0), begins };
  if (impression) impression.voice = voice;
  return voice;
}

/** A fill-in sentence that will say what was the speaker's own. */
function draftsOwnPart(sentence: Sentence): boolean {
  return sentence.slots.length > 0 && saidIn(sentence).some(({ word }) => word === 'i' || word === 'my');
}
