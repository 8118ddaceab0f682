import type { Criterion, Rubric } from '../../rubric/index.js';
import { pageOf } from '../../service/pages.js';
import { oneLine, sourcesOf } from '../explain.js';

/** A rule as the report describes it. */
export interface SarifRule {
  readonly id: string;
}

/** The rules that were broken, each described once, in the order in which they were met. */
export class SarifRules {
  readonly all: SarifRule[] = [];
  readonly #indexes = new Map<string, number>();

  add(rules: readonly SarifRule[]): void {
    for (const rule of rules) if (!this.#indexes.has(rule.id)) this.#indexes.set(rule.id, this.all.push(rule) - 1);
  }

  /** Where a rule that was added stands among all. */
  indexOf(code: string): number {
    return this.#indexes.get(code)!;
  }
}

/** What the report says of a rule; `pages` is the address of the folder with a page for each. */
export function describeRule(code: string, rubric: Rubric, pages: string | undefined): SarifRule {
  const criterion = rubric.criterion(code);
  if (criterion === undefined) return { id: code };
  const helpUri = pageOf(code, pages);
  return {
    id: code,
    shortDescription: { text: criterion.title },
    fullDescription: { text: oneLine(criterion.why) },
    help: helpOf(criterion, rubric),
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: criterion.severity === 'off' ? { enabled: false, level: 'note' } : { level: levelOf(criterion) },
    properties: { tags: ['interview-story', kindOf(code, rubric)] },
  } as SarifRule;
}

function levelOf({ severity }: Criterion): string {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function helpOf(criterion: Criterion, rubric: Rubric): object {
  const [why, weak, strong] = [criterion.why, criterion.weak, criterion.strong].map(oneLine);
  const source = `Source: ${sourcesOf(criterion, rubric)}`;
  const silence = `<!-- star-disable-next-line ${criterion.code} -- why it does not apply -->`;
  return {
    text: `${why}\n\nWeak: ${weak}\n\nStrong: ${strong}\n\n${source}\n\nTo leave it out: ${silence}`,
    markdown: `${why}\n\n**Weak:** ${weak}\n\n**Strong:** ${strong}\n\n${source}\n\nTo leave it out: \`${silence}\``,
  };
}

function kindOf(code: string, { data }: Rubric): string {
  if (data.beats.some(({ gaps }) => gaps.some((gap) => gap.code === code))) return 'missing-beat';
  return data.phrases.some((phrase) => phrase.code === code) ? 'wording' : 'structure';
}
