import type * as vscode from 'vscode';
import type { ChosenTelling } from './telling.js';
import type { Snapshot } from './page/timer.js';

const RUNS = 'starwright.rehearsals';
/** Runs of stories that nobody came back to make room for newer ones. */
const MOST = 20;

/** Where runs were that nobody finished: times, and which telling of which file, for this workspace; nothing of a story's text. */
export class RunMemory {
  readonly #memory: vscode.Memento;
  readonly #runs: Map<string, Snapshot>;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#runs = new Map(Object.entries(memory.get<Record<string, Snapshot>>(RUNS, {})));
  }

  of(told: ChosenTelling | undefined): Snapshot | undefined {
    return told && this.#runs.get(keyOf(told));
  }

  /** Remembers a run for as long as the window is open; {@link keep} makes it last. */
  at(told: ChosenTelling, snapshot: Snapshot): void {
    this.#runs.delete(keyOf(told));
    this.#runs.set(keyOf(told), snapshot);
  }

  /** Forgets a run that was begun anew or noted. */
  forget(told: ChosenTelling): void {
    if (this.#runs.delete(keyOf(told))) this.keep();
  }

  /** Writes down what is remembered. */
  keep(): void {
    void this.#memory.update(RUNS, Object.fromEntries([...this.#runs].slice(-MOST)));
  }
}

/** What tells two tellings apart. */
export function keyOf({ document, telling }: ChosenTelling): string {
  return `${document.uri.toString()}#${telling}`;
}
