import type { Criterion, Level, Severity } from '../rubric/index.js';
import { attempt } from './attempt.js';
import type { Candidate, ReviewContext } from './context.js';
import { suppress } from './fixes/suppress.js';
import { compareSeverity } from './settings.js';
import type { Finding, Fix } from './types.js';

/** A candidate with the severity its criterion has in this story. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly severity: Severity;
}

/** Candidates that are not switched off. */
export function weigh(candidates: readonly Candidate[], levelOf: (candidate: Candidate) => Level): Weighed[] {
  return candidates.flatMap((candidate) => {
    const severity = levelOf(candidate);
    return severity === 'off' ? [] : [{ candidate, severity }];
  });
}

const KINDS: readonly Candidate['kind'][] = ['file', 'check', 'gap', 'phrase'];

/** At most so many for each part of the story, the strongest first; then in the order of the text, behind what has no place in it. */
export function keepStrongest(weighed: readonly Weighed[], perSection: number): Weighed[] {
  const ranked = [...weighed].sort(
    (a, b) => compareSeverity(a.severity, b.severity) || KINDS.indexOf(a.candidate.kind) - KINDS.indexOf(b.candidate.kind) || a.candidate.range.start - b.candidate.range.start,
  );
  const counts = new Map<string, number>();
  const kept = ranked.filter(({ candidate }) => {
    const count = (counts.get(candidate.role) ?? 0) + 1;
    counts.set(candidate.role, count);
    return count <= perSection;
  });
  return kept.sort((a, b) => Number(hasPlace(a)) - Number(hasPlace(b)) || a.candidate.range.start - b.candidate.range.start || compareSeverity(a.severity, b.severity));
}

/** False for what is said of a text in which there is nothing to point at. */
function hasPlace({ candidate }: Weighed): boolean {
  return candidate.range.end > 0;
}

/** The finding a person sees: its message filled in, and a way to silence it with a reason as the last fix. */
export function findingOf({ candidate, severity }: Weighed, context: ReviewContext): Finding {
  const offered = (fixes: () => readonly Fix[]): readonly Fix[] => attempt(context.broken, 'fix', candidate.code, fixes, []);
  const criterion = context.rubric.criterion(candidate.code)!;
  // A comment in the story is no place to silence what is said of the file itself.
  const silence = (): readonly Fix[] => (candidate.kind === 'file' ? [] : [suppress(context.story, candidate.code, candidate.range)]);
  let fixes: readonly Fix[] | undefined;
  return {
    rule: candidate.code,
    severity,
    message: fillMessage(criterion, candidate.values ?? {}),
    range: candidate.range,
    role: candidate.role,
    // Most findings are seen many times before a fix of them is asked for.
    get fixes() {
      return (fixes ??= onePreferred([...offered(candidate.fixes), ...offered(silence)]));
    },
  };
}

function onePreferred(fixes: readonly Fix[]): Fix[] {
  const first = fixes.findIndex(({ preferred }) => preferred);
  return fixes.map((fix, index) => (fix.preferred === (index === first) ? fix : { ...fix, preferred: index === first }));
}

const LONGEST_MESSAGE = 89;

/** A criterion's message with its placeholders filled in, short enough to read at a glance. */
export function fillMessage(criterion: Criterion, values: Readonly<Record<string, string | number>>): string {
  const fill = (longest: number): string =>
    criterion.message
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(values[name] ?? '');
        return value.length > longest ? `${value.slice(0, longest - 1).trimEnd()}…` : value;
      })
      .replace(/\s+/g, ' ')
      .trim();
  let longest = 60;
  let message = fill(longest);
  while (message.length > LONGEST_MESSAGE && longest > 12) message = fill((longest -= 4));
  return message;
}
