import * as vscode from 'vscode';
import { LOOPS_REQUEST, type LoopPlan } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { Page, type Chosen } from './page.js';
import { planHtml, planMarkdown } from './planText.js';
import { savePage } from './savePage.js';

/** “Plan an Interview Day”: each round of a day with the stories kept for it, as the bank was when it was asked. */
export class PlanPage implements vscode.Disposable {
  #page: Page | undefined;
  #plan: LoopPlan | undefined;

  constructor(
    readonly extension: vscode.Uri,
    readonly server: StoryServer,
    readonly chosen: (what: Chosen) => unknown,
  ) {}

  /** Asks which day it is, where there are several, and shows its plan. */
  async show(): Promise<void> {
    const plans = await this.server.ask<LoopPlan[]>(LOOPS_REQUEST, {});
    const plan = plans && (await choose(plans));
    if (plan === undefined) return;
    this.#plan = plan;
    this.#page ??= this.#open();
    this.#page.show({ title: plan.title, body: planHtml(plan), stories: plan.rounds.flatMap(({ stories }) => stories.map(({ id }) => id)) });
    this.#page.panel.reveal();
  }

  /** Writes the plan to a file. */
  async save(): Promise<void> {
    const plan = this.#plan;
    if (plan) await savePage(this.extension, { title: plan.title, body: planHtml(plan), markdown: planMarkdown(plan), name: plan.id });
  }

  dispose(): void {
    this.#page?.dispose();
  }

  #open(): Page {
    const page = new Page('starwright.plan', this.extension, this.chosen);
    page.panel.onDidDispose(() => (this.#page = undefined));
    return page;
  }
}

async function choose(plans: readonly LoopPlan[]): Promise<LoopPlan | undefined> {
  if (plans.length <= 1) return plans[0];
  const items = plans.map((plan) => ({ label: plan.title, detail: plan.summary, plan }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Plan an Interview Day'), placeHolder: vscode.l10n.t('What is the day like?'), matchOnDetail: true, ignoreFocusOut: true });
  return chosen?.plan;
}
