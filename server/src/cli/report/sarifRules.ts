import type { Criterion, Rubric } from '../../rubric/index.js';
import { pageOf } from '../../service/pages.js';
import { oneLine, sourcesOf } from '../explain.js';

/** The rules that were broken, each described once, in the order in which they were met. */
export class SarifRules {
  readonly all: object[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #pages: string | undefined;

  constructor(pages: string | undefined) {
    this.#pages = pages;
  }

  /** Where a rule stands among all. */
  indexOf(code: string, rubric: Rubric): number {
    const known = this.#indexes.get(code);
    if (known !== undefined) return known;
    this.#indexes.set(code, this.all.length);
    return this.all.push(this.#describe(code, rubric)) - 1;
  }

  #describe(code: string, rubric: Rubric): object {
    const criterion = rubric.criterion(code);
    if (criterion === undefined) return { id: code };
    const helpUri = pageOf(code, this.#pages);
    return {
      id: code,
      shortDescription: { text: criterion.title },
      fullDescription: { text: oneLine(criterion.why) },
      help: helpOf(criterion, rubric),
      ...(helpUri === undefined ? {} : { helpUri }),
      defaultConfiguration: criterion.severity === 'off' ? { enabled: false, level: 'note' } : { level: levelOf(criterion) },
      properties: { tags: ['interview-story', kindOf(code, rubric)] },
    };
  }
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
