import { Drafts } from './drafts.js';
import { Lexicons } from './lexicons.js';
import { Matcher } from './matcher.js';
import { parsePattern, PatternError } from './pattern.js';
import { overlaid } from './profiles.js';
import type { Beat, Check, Criterion, Cue, Profile, RubricData, Shape, Template } from './types.js';

/** A cue with the matcher groups its patterns were compiled to; -1 for none. */
export interface CompiledCue {
  readonly strength: 'strong' | 'weak';
  readonly in: Cue['in'];
  readonly step: Cue['step'];
  readonly first: number | undefined;
  readonly group: number;
  readonly withGroup: number;
  readonly unlessGroup: number;
}

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
  readonly drafts: Drafts;
  readonly #cues = { beat: new Map<string, readonly CompiledCue[]>(), phrase: new Map<string, readonly CompiledCue[]>(), shape: new Map<string, readonly CompiledCue[]>(), wider: new Map<string, readonly CompiledCue[]>() };
  readonly #counts = new Map<string, CompiledCount>();
  readonly #topics = new Map<string, readonly number[]>();
  readonly #profiles = new Map<string, Profile | undefined>();
  readonly #criteria = new Map<string, Criterion>();
  readonly #problems: string[] = [];
  #groups = 0;

  /** @throws Error listing every pattern and lexicon entry that cannot be read */
  constructor(readonly data: RubricData) {
    this.drafts = new Drafts(data.beats, data.templates);
    this.matcher = new Matcher(new Lexicons(data.lexicons));
    for (const beat of data.beats) {
      this.#compile('beat', beat.id, beat.cues);
      for (const gap of beat.gaps) this.#criteria.set(gap.code, gap);
    }
    for (const phrase of data.phrases) {
      this.#compile('phrase', phrase.code, phrase.cues);
      this.#criteria.set(phrase.code, phrase);
    }
    for (const shape of data.shapes) this.#compile('shape', shape.id, shape.cues);
    for (const check of data.checks) {
      this.#count(check);
      this.#criteria.set(check.code, check);
    }
    for (const criterion of data.wider) {
      this.#compile('wider', criterion.code, criterion.cues);
      this.#criteria.set(criterion.code, criterion);
    }
    if (this.#problems.length > 0) throw new Error(this.#problems.join('\n'));
  }

  #compile(kind: CueOwner, id: string, cues: readonly (Omit<Cue, 'strength'> & { strength?: Cue['strength'] })[]): void {
    const owner = `${kind} ${id}`;
    this.#cues[kind].set(
      id,
      cues.map((cue) => ({
        strength: cue.strength ?? 'strong',
        in: cue.in,
        step: cue.step,
        first: cue.first,
        group: this.#group(owner, cue.patterns),
        withGroup: this.#group(owner, cue.with),
        unlessGroup: this.#group(owner, cue.unless),
      })),
    );
  }

  #count({ code, count, topics }: Check): void {
    const owner = `check ${code}`;
    if (topics) this.#topics.set(code, topics.map((topic) => this.#group(owner, [`{${topic}}`])));
    if (!count) return;
    this.#counts.set(code, { group: this.#group(owner, count.patterns), unlessGroup: this.#group(owner, count.unless), whenGroup: this.#group(owner, count.when) });
  }

  #group(owner: string, patterns: readonly string[] | undefined): number {
    if (!patterns?.length) return -1;
    const group = this.#groups++;
    for (const pattern of patterns) this.#add(owner, group, pattern);
    return group;
  }

  #add(owner: string, group: number, pattern: string): void {
    try {
      this.matcher.add(group, parsePattern(pattern));
    } catch (error) {
      const place = error instanceof PatternError ? `, column ${error.column + 1}` : '';
      this.#problems.push(`${owner}${place}: ${(error as Error).message} in "${pattern}"`);
    }
  }

  cuesOf(kind: CueOwner, id: string): readonly CompiledCue[] {
    return this.#cues[kind].get(id) ?? [];
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
    return this.data.shapes.find((shape) => shape.id === id);
  }

  template(id: string): Template | undefined {
    return this.data.templates.find((template) => template.id === id);
  }

  beat(id: string): Beat | undefined {
    return this.data.beats.find((beat) => beat.id === id);
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
