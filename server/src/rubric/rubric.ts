import type { CompiledRubric } from './compiledRubric.js';
import { Drafts } from './drafts.js';
import { Lexicons, trieOf } from './lexicons.js';
import { Matcher } from './matcher.js';
import { PatternGroups, type CompiledCue } from './patternGroups.js';
import { patternTexts } from './patternText.js';
import { ProbePatterns } from './probePatterns.js';
import { overlaid } from './profiles.js';
import type { Beat, Check, Criterion, Profile, RubricData, Shape, Template } from './types.js';
import { Vocabulary } from './vocabulary.js';

/** What a tally counts, with the matcher groups of its patterns; -1 for none. */
export interface CompiledCount {
  readonly group: number;
  readonly unlessGroup: number;
  readonly whenGroup: number;
}

type CueOwner = 'beat' | 'phrase' | 'shape' | 'wider';

/** A rubric ready to review with. */
export class Rubric {
  readonly matcher: Matcher;
  readonly vocabulary: Vocabulary;
  readonly lexicons: Lexicons;
  readonly #compiled: () => CompiledRubric;
  readonly #patterns = new PatternGroups();
  readonly #cues = { beat: new Map<string, readonly CompiledCue[]>(), phrase: new Map<string, readonly CompiledCue[]>(), shape: new Map<string, readonly CompiledCue[]>(), wider: new Map<string, readonly CompiledCue[]>() };
  readonly #counts = new Map<string, CompiledCount>();
  readonly #topics = new Map<string, readonly number[]>();
  readonly #profiles = new Map<string, Profile | undefined>();
  readonly #criteria = new Map<string, Criterion>();
  readonly #shapes = new Map<string, Shape>();
  readonly #beats = new Map<string, Beat>();
  #probes: ProbePatterns | undefined;
  #drafts: Drafts | undefined;

  /** @param compiled reads what the data was compiled to before; @throws Error listing every pattern and lexicon entry that cannot be read */
  constructor(
    readonly data: RubricData,
    compiled?: () => CompiledRubric,
  ) {
    this.#take(data);
    this.#compiled = compiled ?? (() => this.#compile());
    const { words, lexicons, patterns } = this.compiled;
    this.vocabulary = new Vocabulary(words.split(' '));
    this.lexicons = new Lexicons(lexicons);
    this.matcher = new Matcher(this.vocabulary, this.lexicons, patterns);
  }

  /** What the data is compiled to: megabytes that few ask for, and so not kept but worked out when they do. */
  get compiled(): CompiledRubric {
    return this.#compiled();
  }

  #compile(): CompiledRubric {
    const vocabulary = new Vocabulary();
    const lexicons = trieOf(this.data.lexicons, vocabulary);
    const patterns = this.#patterns.compile(vocabulary, new Lexicons(lexicons));
    return { words: vocabulary.words.join(' '), lexicons, patterns };
  }

  #take(data: RubricData): void {
    for (const beat of data.beats) {
      if (!this.#beats.has(beat.id)) this.#beats.set(beat.id, beat);
      this.#cues.beat.set(beat.id, this.#patterns.cues(`beat ${beat.id}`, beat.cues));
      for (const gap of beat.gaps) this.#criteria.set(gap.code, gap);
    }
    for (const phrase of data.phrases) {
      this.#cues.phrase.set(phrase.code, this.#patterns.cues(`phrase ${phrase.code}`, phrase.cues));
      this.#criteria.set(phrase.code, phrase);
    }
    for (const shape of data.shapes) if (!this.#shapes.has(shape.id)) this.#shapes.set(shape.id, shape);
    for (const shape of data.shapes) this.#cues.shape.set(shape.id, this.#patterns.cues(`shape ${shape.id}`, shape.cues));
    for (const check of data.checks) {
      this.#count(check);
      this.#criteria.set(check.code, check);
    }
    for (const criterion of data.wider) {
      this.#cues.wider.set(criterion.code, this.#patterns.cues(`wider ${criterion.code}`, criterion.cues));
      this.#criteria.set(criterion.code, criterion);
    }
  }

  #count({ code, count, topics }: Check): void {
    const owner = `check ${code}`;
    if (topics) this.#topics.set(code, topics.map((topic) => this.#patterns.group(owner, [`{${topic}}`])));
    if (!count) return;
    this.#counts.set(code, { group: this.#patterns.group(owner, count.patterns), unlessGroup: this.#patterns.group(owner, count.unless), whenGroup: this.#patterns.group(owner, count.when) });
  }

  /** The data with the text of every pattern: where they are compiled already, they need not be read along. */
  whole(): RubricData {
    if (this.#patterns.areBlank()) this.#patterns.restore(patternTexts(this.compiled));
    return this.data;
  }

  cuesOf(kind: CueOwner, id: string): readonly CompiledCue[] {
    return this.#cues[kind].get(id) ?? [];
  }

  /** What raises each probe: compiled when it is first asked for, so that a review pays nothing for it. */
  get probePatterns(): ProbePatterns {
    return (this.#probes ??= new ProbePatterns(this.data.probes, this.vocabulary, this.lexicons));
  }

  /** What sentences with unfilled slots were written for. */
  get drafts(): Drafts {
    return (this.#drafts ??= new Drafts(this.data.beats, this.data.templates));
  }

  /** The groups of a tally's patterns. */
  countOf(code: string): CompiledCount | undefined {
    return this.#counts.get(code);
  }

  /** The groups of a comparison's topics, in their order. */
  topicsOf(code: string): readonly number[] {
    return this.#topics.get(code) ?? [];
  }

  /** A profile by its id; `star-l+esl` is the first with the second laid over it. */
  profile(id: string): Profile | undefined {
    if (!this.#profiles.has(id)) this.#profiles.set(id, overlaid(id, this.data.profiles));
    return this.#profiles.get(id);
  }

  shape(id: string): Shape | undefined {
    return this.#shapes.get(id);
  }

  template(id: string): Template | undefined {
    return this.data.templates.find((template) => template.id === id);
  }

  beat(id: string): Beat | undefined {
    return this.#beats.get(id);
  }

  /** The criterion behind a finding code. */
  criterion(code: string): Criterion | undefined {
    return this.#criteria.get(code);
  }

  /** Every finding code, in the order of the files. */
  codes(): string[] {
    return [...this.#criteria.keys()];
  }
}

/** Makes a rubric ready to review with. @throws Error listing what cannot be read, one problem a line */
export function compileRubric(data: RubricData): Rubric {
  return new Rubric(data);
}
