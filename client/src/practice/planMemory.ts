import type * as vscode from 'vscode';

const PLAN = 'starwright.practicePlan';
const TICKS = 'starwright.practiceTicks';

/** Which plan a person follows in this workspace, and what they ticked; each plan keeps its ticks. */
export class PlanMemory {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get plan(): string | undefined {
    return this.#memory.get<string>(PLAN);
  }

  async follow(plan: string | undefined): Promise<void> {
    await this.#memory.update(PLAN, plan);
  }

  /** The ticked steps of the plan that is followed. */
  get ticks(): readonly string[] {
    return this.plan === undefined ? [] : (this.#all[this.plan] ?? []);
  }

  /** Ticks a step, or takes its tick back. */
  async tick(step: string): Promise<void> {
    const { plan, ticks } = this;
    if (plan === undefined) return;
    const now = ticks.includes(step) ? ticks.filter((each) => each !== step) : [...ticks, step];
    await this.#memory.update(TICKS, { ...this.#all, [plan]: now });
  }

  get #all(): Readonly<Record<string, readonly string[]>> {
    return this.#memory.get<Record<string, readonly string[]>>(TICKS, {});
  }
}
