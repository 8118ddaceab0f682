import { rulesOf } from '../review/settings.js';
import type { Finding, Review, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import type { Severity } from '../rubric/types.js';
import { itemsIn } from '../story/asideItems.js';
import { signalsOf } from './signals.js';
import { preparedFollowUps } from './followUps.js';
import { termsOf } from './terms.js';
import type { BankStory, BankTelling } from './types.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a bank keeps of a reviewed story; `id` is where it lies, and `rubric` the one it was reviewed with. */
export function bankStory(id: string, review: Review, rubric: Rubric): BankStory {
  const front = review.story.frontMatter;
  const [main, ...framings] = review.tellings;
  const findings = review.tellings.flatMap((telling) => telling.findings);
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const shapes = review.shapes.map(({ id, declared }) => ({ id, title: rubric.shape(id)?.title ?? id, declared }));
  const tellings: BankStory['tellings'] = [bankTelling(review, main), ...framings.map((telling) => bankTelling(review, telling))];
  const { targetSeconds, maxSeconds } = review.profile.limits;
  const marked = (front?.signals ?? []).map(({ value }) => value);
  return {
    id,
    title: review.story.title?.value ?? nameOf(id),
    titled: review.story.title !== undefined,
    status: front?.status ?? 'ready',
    targetSeconds,
    maxSeconds: Math.max(targetSeconds, maxSeconds ?? 0),
    shapes,
    signals: signalsOf(marked, { shapes, tellings }, rubric),
    questions: (front?.questions ?? []).map(({ value }) => value),
    rehearsed: front?.rehearsed ?? [],
    tellings,
    rules: rulesOf(front),
    findings: Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>,
    remarks: remarksIn(findings, rubric),
    followUps: preparedFollowUps(review.story),
    cues: itemsIn(review.story, 'cues').length,
  };
}

/** Each sentence once, whichever of its tellings it is said of. */
function remarksIn(findings: readonly Finding[], { data }: Rubric): BankStory['remarks'] {
  const codes = new Set(data.checks.flatMap(({ code, bank }) => (bank === true ? [code] : [])));
  const remarks = findings.filter(({ rule }) => codes.has(rule)).map(({ rule, severity, message }) => ({ code: rule, severity, message }));
  return [...new Map(remarks.map((remark) => [remark.message, remark])).values()];
}

function bankTelling({ story }: Review, { telling, timing, beats, leanings }: TellingReview): BankTelling {
  return {
    title: telling.title,
    words: timing.words,
    seconds: timing.seconds,
    heard: new Set(beats.filter(({ present }) => present).map(({ id }) => id)),
    leanings,
    terms: termsOf(story, telling),
  };
}

/** What a file is called, as words: `four-teams-one-key.star.md` is "four teams one key". */
function nameOf(id: string): string {
  const name = id.split(/[/\\]/).at(-1)!.replace(/\.star\.md$|\.md$/i, '');
  return decoded(name).replace(/[-_]+/g, ' ').trim() || 'story';
}

/** A name out of an address, as people write it. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
