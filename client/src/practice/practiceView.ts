import * as vscode from 'vscode';
import { PRACTICE_REQUEST, type BankOverview, type PracticeParams, type PracticeSheet } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import { RowView, type Row } from '../bank/row.js';
import type { StoryServer } from '../client.js';
import { PRACTICE_VIEW } from './commands.js';
import type { PlanMemory } from './planMemory.js';
import { practiceRows } from './practiceRows.js';

/** What to practise: the stories that are due, and the plan that is followed. */
export class PracticeView implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #memory: PlanMemory;
  readonly #view: RowView;

  constructor(server: StoryServer, bank: Bank, memory: PlanMemory) {
    this.#server = server;
    this.#memory = memory;
    this.#view = new RowView(PRACTICE_VIEW, bank, (overview) => this.#rows(overview));
  }

  /** Makes the rows anew. */
  redraw(): void {
    this.#view.redraw();
  }

  /** What there is to practise now; undefined where there is no answer. */
  sheet(): Promise<PracticeSheet | undefined> {
    const { plan, ticks } = this.#memory;
    const params: PracticeParams = { ...(plan !== undefined && { plan }), ticks };
    return this.#server.ask<PracticeSheet>(PRACTICE_REQUEST, params);
  }

  dispose(): void {
    this.#view.dispose();
  }

  async #rows({ stories }: BankOverview): Promise<Row[]> {
    const sheet = stories.length > 0 ? await this.sheet() : undefined;
    if (sheet === undefined) return [];
    this.#view.tree.message = waiting(sheet);
    return practiceRows(sheet);
  }
}

function waiting({ drafts, complete }: PracticeSheet): string {
  if (!complete || drafts === 0) return '';
  return drafts === 1 ? vscode.l10n.t('1 draft waits until it is ready.') : vscode.l10n.t('{0} drafts wait until they are ready.', drafts);
}
