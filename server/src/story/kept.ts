/** What was worked out, from what, and where that stood. */
interface Placed<Value> {
  readonly key: string;
  readonly at: number;
  readonly value: Value;
}

/**
 * What was worked out of stretches of a text, for the next time that the text is read. It is found by all that it depends on and moved to
 * where that stands now, so an answer is the same with it and without. What one reading does not ask for is dropped at the next.
 */
export class Kept<Value> {
  readonly #move: (value: Value, by: number) => Value;
  #before = new Map<string, Placed<Value>>();
  #now = new Map<string, Placed<Value>>();

  /** @param move makes of a value the same so many units further on */
  constructor(move: (value: Value, by: number) => Value) {
    this.#move = move;
  }

  /** Begins a reading. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** How many values are kept. */
  get size(): number {
    return new Set([...this.#before.keys(), ...this.#now.keys()]).size;
  }

  /** What `work` makes of a stretch at an offset. The key holds all that it depends on but the offset; `work` is given one that holds on to no other text. */
  recall(key: string, at: number, work: (key: string) => Value): Value {
    const known = this.#now.get(key) ?? this.#before.get(key) ?? this.#worked(key, at, work);
    const placed = known.at === at ? known : { key: known.key, at, value: this.#move(known.value, at - known.at) };
    this.#now.set(placed.key, placed);
    return placed.value;
  }

  #worked(key: string, at: number, work: (key: string) => Value): Placed<Value> {
    // A string cut from a text keeps all of it in memory; what JSON gives back is one of its own.
    const own = JSON.parse(JSON.stringify(key)) as string;
    return { key: own, at, value: work(own) };
  }
}
