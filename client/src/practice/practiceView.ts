import * as vscode from 'vscode';
import { PRACTICE_REQUEST, type PracticeParams, type PracticeSheet } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import { itemOf, type Row } from '../bank/row.js';
import type { StoryServer } from '../client.js';
import { PRACTICE_VIEW } from './commands.js';
import type { PlanMemory } from './planMemory.js';
import { practiceRows } from './practiceRows.js';

/** What to practise: the stories that are due, and the plan that is followed. */
export class PracticeView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #server: StoryServer;
  readonly #bank: Bank;
  readonly #memory: PlanMemory;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<Row>;
  readonly #listeners: vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: StoryServer, bank: Bank, memory: PlanMemory) {
    this.#server = server;
    this.#bank = bank;
    this.#memory = memory;
    this.#tree = vscode.window.createTreeView(PRACTICE_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#tree,
      bank.watchedWhile(() => this.#tree.visible),
      this.#tree.onDidChangeVisibility(() => bank.lookedAt()),
      bank.onDidChange(() => this.redraw()),
    ];
  }

  /** Makes the rows anew. */
  redraw(): void {
    this.#changed.fire(undefined);
  }

  /** What there is to practise now; undefined where there is no answer. */
  sheet(): Promise<PracticeSheet | undefined> {
    const { plan, ticks } = this.#memory;
    const params: PracticeParams = { ...(plan !== undefined && { plan }), ticks };
    return this.#server.ask<PracticeSheet>(PRACTICE_REQUEST, params);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return row.children?.() ?? [];
    const overview = await this.#bank.overview();
    if (overview === undefined || overview.stories.length === 0) return [];
    const sheet = await this.sheet();
    if (sheet === undefined) return [];
    this.#tree.message = waiting(sheet);
    return practiceRows(sheet);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return itemOf(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    item.tooltip = row.tooltip?.() ?? row.says;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }
}

function waiting({ drafts, complete }: PracticeSheet): string {
  if (!complete || drafts === 0) return '';
  return drafts === 1 ? vscode.l10n.t('1 draft waits until it is ready.') : vscode.l10n.t('{0} drafts wait until they are ready.', drafts);
}
