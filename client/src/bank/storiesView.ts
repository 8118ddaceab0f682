import * as vscode from 'vscode';
import type { BankOverview } from '../../../server/src/lsp/protocol.js';
import type { Bank } from './bank.js';
import { VIEWS } from './commands.js';
import { RowView } from './row.js';
import { askForFilter, filterInWords, passes, type StoryFilter } from './storyFilter.js';
import { storyGroups, type Grouping } from './storyGroups.js';
import { storiesInWords } from './words.js';

const GROUPING = 'starwright.storyGrouping';
const FILTERED = 'starwright.storiesFiltered';

/** Something to know about all of them, as long as it has words. */
export interface Warning {
  readonly message: string | undefined;
  readonly onDidChange: vscode.Event<unknown>;
}

/** Every story of the bank, by kind, signal or status. The grouping is remembered, the filter is not. */
export class StoriesView implements vscode.Disposable {
  readonly #bank: Bank;
  readonly #memory: vscode.Memento;
  readonly #view: RowView;
  readonly #listener: vscode.Disposable;
  readonly #warning: Warning;
  #filter: StoryFilter = 'all';
  #readThrough: (() => void) | undefined;

  constructor(bank: Bank, memory: vscode.Memento, warning: Warning) {
    this.#warning = warning;
    this.#bank = bank;
    this.#memory = memory;
    this.#view = new RowView(VIEWS.stories, bank, (overview) => storyGroups(overview, this.#grouping, (story) => passes(this.#filter, story)));
    this.#listener = vscode.Disposable.from(bank.onDidChange((overview) => this.#sum(overview)), warning.onDidChange(() => this.#redraw()));
    void vscode.commands.executeCommand('setContext', GROUPING, this.#grouping);
  }

  /** Groups the stories anew. */
  async group(by: Grouping): Promise<void> {
    await this.#memory.update(GROUPING, by);
    await vscode.commands.executeCommand('setContext', GROUPING, by);
    this.#redraw();
  }

  /** Asks which stories to list. */
  async filter(): Promise<void> {
    const overview = await this.#bank.overview();
    if (overview === undefined) return;
    const chosen = await askForFilter((filter) => overview.stories.filter((story) => passes(filter, story)).length);
    if (chosen !== undefined) await this.show(chosen);
  }

  /** Lists what a filter lets through. */
  async show(filter: StoryFilter): Promise<void> {
    this.#filter = filter;
    await vscode.commands.executeCommand('setContext', FILTERED, filter !== 'all');
    this.#redraw();
  }

  dispose(): void {
    this.#readThrough?.();
    this.#listener.dispose();
    this.#view.dispose();
  }

  get #grouping(): Grouping {
    return this.#memory.get<Grouping>(GROUPING, 'kind');
  }

  #redraw(): void {
    if (this.#bank.known) this.#sum(this.#bank.known);
    this.#view.redraw();
  }

  #sum(overview: BankOverview): void {
    const { stories, complete } = overview;
    const drafts = stories.filter(({ status }) => status === 'draft').length;
    this.#view.tree.description = [storiesInWords(stories.length), ...(drafts > 0 ? [drafts === 1 ? vscode.l10n.t('1 draft') : vscode.l10n.t('{0} drafts', drafts)] : [])].join(', ');
    this.#view.tree.message = complete ? this.#filtered(overview) : vscode.l10n.t('Reading stories: {0} so far…', stories.length);
    this.#progress(complete);
  }

  #filtered({ stories }: BankOverview): string {
    const warning = this.#warning.message ?? '';
    if (this.#filter === 'all') return warning;
    const filtered = filterInWords(this.#filter, stories.filter((story) => passes(this.#filter, story)).length, stories.length);
    return [warning, filtered].filter(Boolean).join(' ');
  }

  /** The bar over the view runs as long as stories are being read. */
  #progress(complete: boolean): void {
    if (complete) {
      this.#readThrough?.();
      this.#readThrough = undefined;
    } else if (this.#readThrough === undefined) {
      const done = new Promise<void>((resolve) => (this.#readThrough = resolve));
      void vscode.window.withProgress({ location: { viewId: VIEWS.stories } }, () => done);
    }
  }
}
