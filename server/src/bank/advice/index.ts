import { attempt } from '../../review/attempt.js';
import type { Level, Severity, WiderCriterion } from '../../rubric/index.js';
import type { Steps } from '../../story/index.js';
import type { Advice, BankStory } from '../types.js';
import { ABOUT_BANK } from './aboutBank.js';
import { ABOUT_STORY } from './aboutStory.js';
import { type Bank, filled } from './bank.js';

/** So many stories are looked at in one step. */
const A_STEP = 100;

/** What the criteria of the bank say, those about all stories first, then story by story. Retired stories are not in it. One that throws is left out. */
export function* advise(bank: Bank): Steps<Advice[]> {
  const criteria = bank.rubric.data.wider.filter(({ scope }) => scope === 'bank');
  const advice = criteria.flatMap((criterion): Advice[] => {
    const { code, message } = criterion;
    return attempt(bank.broken, 'bank', code, () => {
      const values = ABOUT_BANK[code]?.(bank, criterion);
      const severity = severityOf(criterion, 'information', bank);
      return values && severity ? [{ code, severity, message: filled(message, values) }] : [];
    }, []);
  });
  for (const [index, story] of bank.stories.entries()) {
    for (const criterion of criteria) advice.push(...attempt(bank.broken, 'bank', criterion.code, () => adviceOn(story, criterion, bank), []));
    advice.push(...story.remarks.map((remark) => ({ ...remark, story: story.id })));
    if (index % A_STEP === 0) yield;
  }
  return advice;
}

function adviceOn(story: BankStory, criterion: WiderCriterion, bank: Bank): Advice[] {
  const values = ABOUT_STORY[criterion.code]?.(story, bank, criterion);
  const severity = values && severityOf(criterion, 'hint', bank, story);
  return values && severity ? [{ code: criterion.code, severity, message: filled(criterion.message, values), story: story.id }] : [];
}

/**
 * How strongly a criterion is reported. The bank's views are where these criteria are asked for, so `severity: off` in
 * the criterion's file stands for `asked` here; only what a person or a profile says can switch one off.
 */
function severityOf({ code, severity }: WiderCriterion, asked: Severity, { profile, options }: Bank, story?: BankStory): Severity | undefined {
  const said: Level | undefined = options.override?.rules?.[code] ?? story?.rules[code] ?? options.defaults?.rules?.[code] ?? profile.rules[code];
  const level = said ?? (severity === 'off' ? asked : severity);
  return level === 'off' ? undefined : level;
}
