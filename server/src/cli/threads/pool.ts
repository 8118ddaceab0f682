import { Worker } from 'node:worker_threads';
import type { Batch, Job, Word } from './job.js';

/** A few: what a thread has begun when the others are done is waited for. */
const BATCH = 4;
/** So that a thread has its next files while this one is busy. */
const BATCHES_AHEAD = 2;
/** For each thread, how many files are reviewed before their turn: what waits for a slow reader is held in memory. */
const AHEAD = 64;

/** The answers for all files in their order: some are made by further threads, the others by `own` here. A thread that ends early loses nothing: its files are done here. */
export async function* together<Answer>(files: readonly string[], own: (file: string) => Promise<Answer>, threads: number, job: Job): AsyncGenerator<Answer> {
  const pool = new Pool(files, own, threads, job);
  try {
    yield* pool.answers();
  } finally {
    pool.end();
  }
}

class Pool<Answer> {
  readonly #helpers: readonly Helper<Answer>[];
  readonly #answers = new Map<number, Answer>();
  /** The next file whose answer is given, and the next that nobody has begun. */
  #turn = 0;
  #next = 0;
  /** Files that a thread began and will not finish. */
  readonly #again: number[] = [];
  #news: () => void = () => undefined;

  constructor(
    readonly files: readonly string[],
    readonly own: (file: string) => Promise<Answer>,
    threads: number,
    job: Job,
  ) {
    this.#helpers = Array.from({ length: threads }, () => new Helper<Answer>(job, (from, answers) => this.#take(from, answers), (batch) => this.#takeBack(batch)));
  }

  async *answers(): AsyncGenerator<Answer> {
    for (; this.#turn < this.files.length; this.#turn++) {
      this.#handOut();
      while (!this.#answers.has(this.#turn)) await this.#oneMore();
      yield this.#answers.get(this.#turn)!;
      this.#answers.delete(this.#turn);
    }
  }

  end(): void {
    for (const helper of this.#helpers) helper.end();
  }

  async #oneMore(): Promise<void> {
    const at = this.#again.pop() ?? (this.#next < this.#most() ? this.#next++ : undefined);
    if (at === undefined) return new Promise((resolve) => (this.#news = resolve));
    this.#answers.set(at, await this.own(this.files[at]!));
    // What others have to say comes between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }

  #most(): number {
    return Math.min(this.files.length, this.#turn + AHEAD * (this.#helpers.length + 1));
  }

  #handOut(): void {
    for (const helper of this.#helpers) {
      while (helper.isFree && this.#next < this.#most()) {
        const from = this.#next;
        this.#next = Math.min(from + BATCH, this.files.length);
        helper.ask({ from, files: this.files.slice(from, this.#next) });
      }
    }
  }

  #take(from: number, answers: readonly Answer[]): void {
    answers.forEach((answer, index) => this.#answers.set(from + index, answer));
    this.#handOut();
    this.#news();
  }

  #takeBack({ from, files }: Batch): void {
    this.#again.push(...files.map((_, index) => from + index).reverse());
    this.#news();
  }
}

/** A further thread, and what it was asked for. */
class Helper<Answer> {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Batch>();
  #ready = false;

  /** @param lost is told of each batch that will not be answered */
  constructor(job: Job, answered: (from: number, answers: readonly Answer[]) => void, lost: (batch: Batch) => void) {
    this.#worker = new Worker(new URL('./cli-worker.js', import.meta.url), { workerData: job });
    this.#worker.on('message', (word: Word<Answer>) => {
      if (word === 'ready') this.#ready = true;
      else this.#asked.delete(word.from);
      if (word === 'ready') answered(0, []);
      else answered(word.from, word.answers);
    });
    const gone = (): void => {
      this.#ready = false;
      for (const batch of this.#asked.values()) lost(batch);
      this.#asked.clear();
    };
    this.#worker.on('error', gone).on('messageerror', gone).on('exit', gone);
  }

  get isFree(): boolean {
    return this.#ready && this.#asked.size < BATCHES_AHEAD;
  }

  ask(batch: Batch): void {
    this.#asked.set(batch.from, batch);
    this.#worker.postMessage(batch);
  }

  end(): void {
    void this.#worker.terminate();
  }
}
