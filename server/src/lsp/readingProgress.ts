import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Clock } from './clock.js';
import { reason, type Log } from './host.js';

/** Milliseconds after which a person wonders what is happening. */
const WONDERS = 1000;

/** How far the reading of the stories has come, shown to a person where it takes a while and the client can show it. */
export class ReadingProgress {
  readonly #stopWaiting: () => void;
  #reporter: WorkDoneProgressServerReporter | undefined;
  #ended = false;
  #percentage = 0;
  #message: string | undefined;

  /** `stop` is called when the person has had enough. */
  constructor(connection: Connection, clock: Clock, log: Log, stop: () => void) {
    this.#stopWaiting = clock.after(WONDERS, () => {
      this.#show(connection, stop).catch((error: unknown) => log.info(`The editor did not show the progress. ${reason(error)}`));
    });
  }

  /** So many stories of so many are read. */
  report(done: number, total: number): void {
    const percentage = Math.floor((100 * done) / Math.max(total, 1));
    if (percentage === this.#percentage && this.#message !== undefined) return;
    this.#percentage = percentage;
    this.#message = `${grouped(done)} of ${grouped(total)} stories`;
    this.#reporter?.report(percentage, this.#message);
  }

  /** There is nothing more to show. */
  end(): void {
    this.#ended = true;
    this.#stopWaiting();
    this.#reporter?.done();
    this.#reporter = undefined;
  }

  async #show(connection: Connection, stop: () => void): Promise<void> {
    const reporter = await connection.window.createWorkDoneProgress();
    if (this.#ended) return;
    this.#reporter = reporter;
    reporter.token.onCancellationRequested(stop);
    reporter.begin('Reading your stories', this.#percentage, this.#message, true);
  }
}

/** `1200` as `1,200`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
