/** What a timer runs by, in seconds: the parts of a telling, the time there is, and the marks on the way. */
export interface Course {
  readonly target: number;
  readonly stretches: readonly { readonly title: string; readonly from: number; readonly to: number }[];
  /** Half, 80 % and the full time. */
  readonly milestones: readonly number[];
}

/** How far a run has come. */
export interface Snapshot {
  /** Milliseconds spent in each part. */
  readonly spent: readonly number[];
  /** The part the speaker is in. */
  readonly part: number;
}

/** What has just come to pass. `jump`: time went missing or the clock was set, and the run was paused where it was before. */
export type Happening = { readonly kind: 'part'; readonly part: number } | { readonly kind: 'milestone'; readonly nth: number } | { readonly kind: 'jump' };

/** What a run came to, in whole seconds. */
export interface Outcome {
  readonly seconds: number;
  readonly parts: readonly { readonly title: string; readonly seconds: number; readonly target: number }[];
  /** False when nobody said where one part ended and the next began. */
  readonly divided: boolean;
}

/** Milliseconds. `now` only ever runs on, `wall` is the time of day. */
export interface Clock {
  now(): number;
  wall(): number;
}

/** Milliseconds by which the two clocks may differ between two looks. */
const DRIFT = 2000;
/** Milliseconds between two looks; a page nobody sees is looked at once a minute at worst. */
const LONGEST_GAP = { seen: 10_000, hidden: 70_000 } as const;

/** Measures a telling, part by part. It is looked at from outside, by {@link Timer.tick}, and starts nothing of its own. */
export class Timer {
  readonly #course: Course;
  readonly #clock: Clock;
  #spent: number[];
  #part: number;
  #last: { readonly now: number; readonly wall: number } | undefined;

  constructor(course: Course, clock: Clock, { spent = [], part = 0 }: Partial<Snapshot> = {}) {
    const parts = Math.max(1, course.stretches.length);
    this.#course = course;
    this.#clock = clock;
    this.#spent = Array.from({ length: parts }, (_, index) => spent[index] ?? 0);
    this.#part = Math.min(part, parts - 1);
    // The story has fewer parts by now: what was measured stays measured.
    this.#spent[parts - 1]! += spent.slice(parts).reduce((sum, each) => sum + each, 0);
  }

  get running(): boolean {
    return this.#last !== undefined;
  }

  /** Milliseconds that were counted. */
  get elapsed(): number {
    return this.#spent.reduce((sum, each) => sum + each, 0);
  }

  /** The part the speaker is in. */
  get part(): number {
    return this.#part;
  }

  /** The part that should be running by now. */
  get due(): number {
    return this.#dueAt(this.elapsed);
  }

  get snapshot(): Snapshot {
    return { spent: [...this.#spent], part: this.#part };
  }

  /** Starts, or goes on. */
  start(): void {
    this.#last ??= this.#look();
  }

  /** Stops counting. What came to pass until then is told. */
  pause(hidden = false): Happening[] {
    const happened = this.tick(hidden);
    this.#last = undefined;
    return happened;
  }

  /** The speaker goes on to the next part; false when there is none. */
  next(): boolean {
    if (this.#part >= this.#spent.length - 1) return false;
    this.tick();
    this.#part++;
    return true;
  }

  /** Counts the time since the last look, and says what came to pass in it. */
  tick(hidden = false): Happening[] {
    if (!this.#last) return [];
    const [last, look, before] = [this.#last, this.#look(), this.elapsed];
    const gap = look.now - last.now;
    if (Math.abs(look.wall - last.wall - gap) > DRIFT || gap > (hidden ? LONGEST_GAP.hidden : LONGEST_GAP.seen)) {
      this.#last = undefined;
      return [{ kind: 'jump' }];
    }
    this.#last = look;
    this.#spent[this.#part]! += gap;
    return this.#between(before, this.elapsed);
  }

  /** What the run came to so far. */
  get outcome(): Outcome {
    const { stretches } = this.#course;
    const parts = stretches.map(({ title, from, to }, index) => ({ title, seconds: Math.round(this.#spent[index]! / 1000), target: to - from }));
    return { seconds: Math.round(this.elapsed / 1000), parts, divided: this.#part > 0 };
  }

  #look(): { now: number; wall: number } {
    return { now: this.#clock.now(), wall: this.#clock.wall() };
  }

  #dueAt(elapsed: number): number {
    const due = this.#course.stretches.findLastIndex(({ from }) => from * 1000 <= elapsed);
    return Math.max(0, due);
  }

  #between(before: number, after: number): Happening[] {
    const part = this.#dueAt(after);
    const nth = this.#course.milestones.findLastIndex((milestone) => milestone * 1000 > before && milestone * 1000 <= after);
    return [...(part === this.#dueAt(before) ? [] : [{ kind: 'part', part } as const]), ...(nth < 0 ? [] : [{ kind: 'milestone', nth } as const])];
  }
}
