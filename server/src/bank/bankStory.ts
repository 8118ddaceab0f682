import type { Review, TellingReview } from '../review/types.js';
import type { Severity } from '../rubric/types.js';
import { termsOf } from './terms.js';
import type { BankStory, BankTelling, Marked } from './types.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a bank keeps of a reviewed story; `id` is where it lies. */
export function bankStory(id: string, review: Review): BankStory {
  const front = review.story.frontMatter;
  const [main, ...framings] = review.tellings;
  const findings = review.tellings.flatMap((telling) => telling.findings);
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    id,
    title: review.story.title?.value ?? nameOf(id),
    titled: review.story.title !== undefined,
    status: front?.status ?? 'ready',
    profile: review.profile.id,
    shapes: review.shapes.map((shape) => ({ id: shape.id, declared: shape.declared })),
    signals: (front?.signals ?? []).map(({ value }): Marked => ({ id: value, declared: true })),
    questions: (front?.questions ?? []).map(({ value }) => value),
    rehearsed: front?.rehearsed ?? [],
    tellings: [bankTelling(review, main), ...framings.map((telling) => bankTelling(review, telling))],
    findings: Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>,
    followUps: 0,
  };
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

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
