import * as vscode from 'vscode';
import { TOLD_REQUEST, type ToldList, type ToldParams, type ToldTelling } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { roleName } from '../roleNames.js';
import { VirtualText } from './virtualText.js';

interface Pair extends vscode.QuickPickItem {
  readonly one: number;
  readonly other: number;
}

/** The tellings of a story side by side, each as it would be told. */
export class CompareFramings implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #texts: VirtualText;

  constructor(server: StoryServer) {
    this.#server = server;
    this.#texts = new VirtualText('starwright-telling', async ({ story, telling = 0 }) => {
      const list = await server.peek<ToldList | null>(TOLD_REQUEST, paramsOf(story));
      const found = list?.tellings[telling];
      return found && textOf(list!, found);
    });
  }

  /** Asks which two where there are more, and opens them in the editor's own comparison. */
  async run(): Promise<void> {
    const story = vscode.window.activeTextEditor?.document.uri.toString();
    const list = story === undefined ? null : await this.#server.ask<ToldList | null>(TOLD_REQUEST, paramsOf(story));
    if (list === undefined) return;
    if (story === undefined || list === null) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a story first: a story’s file name ends in .star.md.'));
    if (list.tellings.length < 2) return offerFraming();
    const pair = await pickPair(list);
    if (pair === undefined) return;
    const [left, right] = [pair.one, pair.other].map((telling) => this.#texts.uriOf(nameOf(list.tellings[telling]!), { story, telling }));
    await vscode.commands.executeCommand('vscode.diff', left, right, `${pair.label} · ${pair.description}`);
  }

  dispose(): void {
    this.#texts.dispose();
  }
}

function paramsOf(uri: string): ToldParams {
  return { textDocument: { uri } };
}

/** A story with one telling has nothing to be compared with yet. */
async function offerFraming(): Promise<void> {
  const extract = vscode.l10n.t('Extract a Framing');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('This story is told in one way only. A framing tells it for another question, and takes over what it does not repeat.'), extract);
  if (chosen === extract) await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'refactor.extract', apply: 'never' });
}

async function pickPair(list: ToldList): Promise<Pair | undefined> {
  const pairs = list.tellings.flatMap((telling, other) => list.tellings.slice(0, other).map((earlier, one): Pair => ({ label: `${nameOf(earlier)} ↔ ${nameOf(telling)}`, description: inCommon(list, one, other), one, other })));
  if (pairs.length === 1) return pairs[0];
  return vscode.window.showQuickPick(pairs, { title: vscode.l10n.t('Compare Framings'), placeHolder: vscode.l10n.t('Which two tellings to put side by side') });
}

function inCommon({ alike }: ToldList, one: number, other: number): string {
  const found = alike.find((pair) => pair.one === one && pair.other === other);
  return found === undefined ? vscode.l10n.t('too little to compare word by word') : vscode.l10n.t('{0}% of their words in common', Math.round(found.share * 100));
}

function nameOf({ title }: ToldTelling): string {
  return (title ?? vscode.l10n.t('The story itself')).replace(/\s+/g, ' ');
}

function textOf({ title }: ToldList, telling: ToldTelling): string {
  const head = [`# ${title}`, '', vscode.l10n.t('{0}: {1} words, {2} seconds', nameOf(telling), telling.words, telling.seconds)];
  const sections = telling.sections.flatMap(({ role, text, inherited }) => ['', `## ${inherited ? vscode.l10n.t('{0} (taken over from the story itself)', roleName(role)) : roleName(role)}`, '', text]);
  return [...head, ...sections, ''].join('\n');
}
