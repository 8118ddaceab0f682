/** What was worked out, where that stood, and in which reading it was last needed. */
export interface Placed<Value> {
  at: number;
  value: Value;
  reading: number;
}

/**
 * What was worked out of stretches of a text, for the next time that the text is read. It is found by all that it depends on and moved to
 * where that stands now, so an answer is the same with it and without. What one reading does not ask for is dropped at the next.
 */
export class Kept<Value> {
  readonly #move: (value: Value, by: number) => Value;
  readonly #known = new Map<string, Placed<Value>>();
  #reading = 0;
  /** How many of them this reading has needed. */
  #needed = 0;

  /** @param move makes of a value the same so many units further on */
  constructor(move: (value: Value, by: number) => Value) {
    this.#move = move;
  }

  /** Begins a reading. */
  begin(): void {
    if (this.#needed < this.#known.size) for (const [key, { reading }] of this.#known) if (reading !== this.#reading) this.#known.delete(key);
    this.#reading++;
    this.#needed = 0;
  }

  /** How many values are kept. */
  get size(): number {
    return this.#known.size;
  }

  /** The values that are kept. */
  *values(): Iterable<Value> {
    for (const { value } of this.#known.values()) yield value;
  }

  /** What `work` makes of a stretch at an offset. The key holds all that it depends on but the offset; `work` is given one that holds on to no other text. */
  recall(key: string, at: number, work: (key: string) => Value): Value {
    return this.again(this.find(key, at, work), at);
  }

  /** The same, to be asked for {@link again} in this reading and in the next. */
  find(key: string, at: number, work: (key: string) => Value): Placed<Value> {
    return this.#known.get(key) ?? this.#worked(key, at, work);
  }

  /** What was found in this reading or in the one before it, at an offset. */
  again(placed: Placed<Value>, at: number): Value {
    if (placed.reading !== this.#reading) {
      placed.reading = this.#reading;
      this.#needed++;
    }
    if (placed.at !== at) {
      placed.value = this.#move(placed.value, at - placed.at);
      placed.at = at;
    }
    return placed.value;
  }

  #worked(key: string, at: number, work: (key: string) => Value): Placed<Value> {
    const own = ownCopy(key);
    const placed = { at, value: work(own), reading: 0 };
    this.#known.set(own, placed);
    return placed;
  }
}

/** The same text; one that was cut from another keeps all of that in memory, and what JSON gives back does not. */
function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
