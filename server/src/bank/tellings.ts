import type { Wording } from '../rubric/types.js';
import type { Steps } from '../story/index.js';
import { TermIndex } from './bm25.js';
import { strengthOf, wordsUsed, type Entry } from './evidence.js';
import { oneLine } from './question.js';
import type { BankStory } from './types.js';

/**
 * The tellings of the stories in use, each under a number that stays its own as long as its story is the same, so that
 * what was worked out for it is kept. A number whose story has gone is given to another.
 */
export class Tellings {
  /** By what words they can be found. */
  readonly index = new TermIndex();
  readonly #framedFor: (title: string | undefined) => ReadonlySet<string>;
  readonly #entries: (Entry | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #of = new Map<BankStory, readonly number[]>();
  readonly #places: number[] = [];
  readonly #named = new Map<string, Set<number>>();
  readonly #answers = new Map<Wording, Float32Array>();
  #stories: readonly BankStory[] = [];

  /** `framedFor` says what a framing of some title is told for. */
  constructor(framedFor: (title: string | undefined) => ReadonlySet<string>) {
    this.#framedFor = framedFor;
  }

  /** Holds these stories once it is done, in their order, retired ones left out. */
  *follow(stories: readonly BankStory[]): Steps<void> {
    if (stories === this.#stories) return;
    const inUse = new Set(stories.filter(({ status }) => status !== 'retired'));
    for (const story of inUse) if (this.#add(story)) yield;
    // Whoever followed other stories meanwhile has taken some of these out again.
    for (const story of inUse) this.#add(story);
    for (const story of this.#of.keys()) if (!inUse.has(story)) this.#remove(story);
    let place = 0;
    for (const story of inUse) for (const number of this.#of.get(story)!) this.#places[number] = place++;
    this.#stories = stories;
  }

  /** How many numbers there are; not all of them need have a telling. */
  get size(): number {
    return this.#entries.length;
  }

  /** The telling of a number; undefined for one whose story has gone. */
  at(number: number): Entry | undefined {
    return this.#entries[number];
  }

  /** Where a telling stands in the bank. */
  placeOf(number: number): number {
    return this.#places[number]!;
  }

  /** The tellings of stories whose front matter names a question, by its id or its words. */
  naming(question: string): Iterable<number> {
    return this.#named.get(keyOf(question)) ?? [];
  }

  /** How far each telling answers a wording, worked out once for each. */
  answersTo(wording: Wording): Float32Array {
    const known = this.#answers.get(wording);
    if (known) return known;
    const answers = new Float32Array(this.#entries.length);
    this.#entries.forEach((entry, number) => void (answers[number] = entry ? answerOf(wording, entry) : 0));
    this.#answers.set(wording, answers);
    return answers;
  }

  /** False for one that is there already. */
  #add(story: BankStory): boolean {
    if (this.#of.has(story)) return false;
    const numbers = story.tellings.map(() => this.#free.pop() ?? this.#entries.push(undefined) - 1);
    story.tellings.forEach((telling, nth) => {
      const number = numbers[nth]!;
      this.#entries[number] = { story, telling, framedFor: this.#framedFor(telling.title) };
      this.index.add(number, telling.terms);
      for (const question of story.questions) this.#named.set(keyOf(question), (this.#named.get(keyOf(question)) ?? new Set()).add(number));
    });
    this.#of.set(story, numbers);
    this.#answer(numbers);
    return true;
  }

  #remove(story: BankStory): void {
    for (const number of this.#of.get(story)!) {
      this.index.remove(number, this.#entries[number]!.telling.terms);
      for (const question of story.questions) this.#named.get(keyOf(question))?.delete(number);
      this.#entries[number] = undefined;
      for (const answers of this.#answers.values()) answers[number] = 0;
      this.#free.push(number);
    }
    this.#of.delete(story);
  }

  /** Works out for new tellings what was worked out for the others. */
  #answer(numbers: readonly number[]): void {
    for (const [wording, before] of this.#answers) {
      const answers = before.length < this.#entries.length ? longer(before, this.#entries.length) : before;
      for (const number of numbers) answers[number] = answerOf(wording, this.#entries[number]!);
      if (answers !== before) this.#answers.set(wording, answers);
    }
  }
}

function answerOf(wording: Wording, entry: Entry): number {
  return strengthOf(wording, entry, wordsUsed(wording, entry));
}

/** The same numbers with room for more, so that one more telling does not copy them all each time. */
function longer(answers: Float32Array, least: number): Float32Array {
  const more = new Float32Array(least + (least >> 2) + 16);
  more.set(answers);
  return more;
}

function keyOf(question: string): string {
  return oneLine(question).toLowerCase();
}
