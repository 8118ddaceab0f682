import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review, ReviewMemory, type Review } from '../../server/src/review/index.js';
import { parseStory, StoryMemory, type Story } from '../../server/src/story/index.js';
import { edited } from '../fuzz/edits.js';
import { dice } from '../unit/dice.js';

/** Everything in a story and its review, maps and all, and what a fix would do where `fixes` are asked for. */
export function written(story: Story, reviewed: Review, fixes: boolean): string {
  const { story: _, tellings, ...rest } = reviewed;
  const plain = (key: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : key === 'section' || key === 'sentence' ? (value as Story['tellings'][0]['range']).start : value;
  const told = tellings.map(({ telling: __, findings, ...others }) => [others, findings.map((finding) => (fixes ? finding : [finding.rule, finding.severity, finding.message, finding.range, finding.role]))]);
  return JSON.stringify([story, rest, told], plain);
}

/** One story that is open in an editor, each of its texts compared with a fresh reading. */
export class Open {
  readonly #rubric = builtinRubric();
  readonly #read = new StoryMemory();
  readonly #heard = new ReviewMemory();
  readonly #roll: (sides: number) => number;
  #versions: string[] = [];

  constructor(seed: number) {
    this.#roll = dice(seed);
  }

  /** Writes on in a text; now and then, everything that was written is undone. */
  writeOn(first: string, edits: number, fixes = false): void {
    this.#versions = [first];
    for (let text = first, edit = 0; edit <= edits; edit++) {
      this.compare(text, fixes);
      text = this.#roll(12) === 0 ? this.#versions[this.#roll(this.#versions.length)]! : edited(text, this.#roll);
      this.#versions.push(text);
    }
  }

  compare(text: string, fixes = false): void {
    const [story, fresh] = [parseStory(text, this.#read), parseStory(text)];
    const one = written(story, review(story, this.#rubric, {}, this.#heard), fixes);
    const other = written(fresh, review(fresh, this.#rubric), fixes);
    if (one !== other) throw new Error(`Read on from ${JSON.stringify(this.#versions.at(-2) ?? '')}, ${JSON.stringify(text)} is not what it is read anew: ${differenceOf(one, other)}`);
  }
}

/** The first place where two texts differ, with a little around it. */
function differenceOf(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 40), at + 60)} / ${other.slice(Math.max(0, at - 40), at + 60)}`;
}
