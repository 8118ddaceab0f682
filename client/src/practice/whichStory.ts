import * as vscode from 'vscode';
import { MATCH_REQUEST, type BankOverview, type MatchParams, type MatchResult } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import { openStory } from '../bank/openStory.js';
import { fitInWords, inList, titleOf } from '../bank/words.js';
import type { StoryServer } from '../client.js';
import { pickInTime } from './countdown.js';
import { DrillOrder } from './drillOrder.js';

const SECONDS = 10;

/** What to do after a reveal. */
interface After extends vscode.QuickPickItem {
  readonly act: 'again' | 'stop' | (() => Promise<unknown>);
}

/** A drill: a question, ten seconds to name a story, and then which ones answer it best. */
export class WhichStory {
  readonly #server: StoryServer;
  readonly #bank: Bank;
  readonly #order: DrillOrder<string>;

  constructor(server: StoryServer, bank: Bank, random: () => number) {
    this.#server = server;
    this.#bank = bank;
    this.#order = new DrillOrder(random);
  }

  /** Asks one question after the other, until the person has had enough. */
  async run(): Promise<void> {
    const overview = await this.#bank.overview();
    if (overview === undefined) return;
    const wanting = overview.questions.filter(({ wantsStory }) => wantsStory).map(({ text }) => text);
    for (;;) {
      const question = this.#order.next(wanting);
      const after = question === undefined ? undefined : await this.#ask(question, overview);
      if (typeof after === 'function') await after();
      if (after !== 'again') return;
    }
  }

  async #ask(question: string, { stories }: BankOverview): Promise<After['act'] | undefined> {
    const told = stories.filter(({ status }) => status !== 'retired').map(({ id, title }) => ({ label: inList(title), id }));
    const named = await pickInTime([...told, { label: `$(circle-slash) ${vscode.l10n.t('None of them')}`, id: '' }], inList(question), SECONDS);
    if (named === undefined) return undefined;
    const params: MatchParams = { question };
    const result = await this.#server.ask<MatchResult>(MATCH_REQUEST, params);
    if (result === undefined) return undefined;
    const chosen = await vscode.window.showQuickPick(this.#reveal(result), { title: inList(question), placeHolder: verdict(result, named), matchOnDetail: true, ignoreFocusOut: true });
    return chosen?.act;
  }

  #reveal({ ranked }: MatchResult): After[] {
    const ranking = ranked.map((story): After => ({
      label: inList(titleOf(story)),
      description: fitInWords(story.fit),
      detail: inList(story.reasons.join(' · ')),
      act: () => openStory(this.#server, this.#bank, story.id, story.framing),
    }));
    return [
      { label: `$(debug-restart) ${vscode.l10n.t('Another question')}`, act: 'again' },
      { label: `$(debug-stop) ${vscode.l10n.t('Stop')}`, act: 'stop' },
      { label: vscode.l10n.t('The best first'), kind: vscode.QuickPickItemKind.Separator, act: 'stop' },
      ...ranking,
    ];
  }
}

/** How well the story that was named answers. */
function verdict({ ranked }: MatchResult, { id, label }: { readonly id: string; readonly label: string }): string {
  if (id === '') return ranked.length === 0 ? vscode.l10n.t('Right: none of your stories answers this yet.') : vscode.l10n.t('There is one: “{0}”.', titleOf(ranked[0]!));
  const fit = ranked.find((story) => story.id === id)?.fit ?? 'gap';
  const words: Record<typeof fit, () => string> = {
    strong: () => vscode.l10n.t('“{0}” is strong here.', label),
    workable: () => vscode.l10n.t('“{0}” is workable here: say early how it answers.', label),
    stretch: () => vscode.l10n.t('“{0}” is a stretch here: look at what comes before it.', label),
    gap: () => vscode.l10n.t('“{0}” does not answer this yet.', label),
  };
  return words[fit]();
}
