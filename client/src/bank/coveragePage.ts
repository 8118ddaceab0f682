import * as vscode from 'vscode';
import { COVERAGE_REPORT_REQUEST, type CoverageReportParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import type { Bank } from './bank.js';
import { Page, type Chosen } from './page.js';
import { savePage } from './savePage.js';

/** “Show Coverage Matrix”: stories against themes and signals, kept up to date while it is in sight. */
export class CoveragePage implements vscode.Disposable {
  #page: Page | undefined;

  constructor(
    readonly extension: vscode.Uri,
    readonly server: StoryServer,
    readonly bank: Bank,
    readonly chosen: (what: Chosen) => unknown,
  ) {}

  /** Opens the page, or brings it to the front. */
  async show(): Promise<void> {
    if (this.#page) return this.#page.panel.reveal();
    if ((await this.bank.overview()) === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder with stories first: the matrix shows which of them covers what.'));
      return;
    }
    const body = await this.#report('html');
    if (body !== undefined && this.#page === undefined) this.#open(body);
  }

  /** Writes the page to a file. */
  async save(): Promise<void> {
    const [body, markdown] = await Promise.all([this.#report('html'), this.#report('md')]);
    if (body !== undefined && markdown !== undefined) await savePage(this.extension, { title: titleOfPage(), body, markdown, name: 'coverage' });
  }

  dispose(): void {
    this.#page?.dispose();
  }

  #open(body: string): void {
    const page = new Page('starwright.coverage', this.extension, this.chosen);
    const { panel } = page;
    this.#page = page;
    this.#draw(page, body);
    const listeners = [
      this.bank.watchedWhile(() => panel.visible),
      this.bank.onDidChange(() => this.#refresh(page)),
      panel.onDidChangeViewState(() => {
        this.bank.lookedAt();
        void this.#refresh(page);
      }),
    ];
    panel.onDidDispose(() => {
      this.#page = undefined;
      for (const listener of listeners) listener.dispose();
    });
  }

  async #refresh(page: Page): Promise<void> {
    if (!page.panel.visible) return;
    const body = await this.server.peek<string>(COVERAGE_REPORT_REQUEST, paramsFor('html'));
    if (body !== undefined && this.#page === page) this.#draw(page, body);
  }

  #draw(page: Page, body: string): void {
    page.show({ title: titleOfPage(), body, stories: this.bank.known?.stories.flatMap(({ id, status }) => (status === 'retired' ? [] : [id])) ?? [] });
  }

  #report(format: CoverageReportParams['format']): Promise<string | undefined> {
    return this.server.ask<string>(COVERAGE_REPORT_REQUEST, paramsFor(format));
  }
}

function paramsFor(format: CoverageReportParams['format']): CoverageReportParams {
  return { format };
}

function titleOfPage(): string {
  return vscode.l10n.t('Story Coverage');
}
