import * as vscode from 'vscode';
import { FOLLOW_UPS_REQUEST, TRANSCRIPT_REQUEST, type FollowUpList, type NotHeld, type TranscriptParams, type TranscriptSheet } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import type { StoryServer } from '../client.js';
import { DrillOrder } from './drillOrder.js';
import { chooseQuestion, chooseStory, type MockStory } from './mockChoice.js';
import { answersIn, closing, opening, probeText, type MockProbe } from './mockText.js';

/** As many as fit into a round. */
const PROBES = 3;
/** True while a round goes on: there is a next probe, or an end to come to. */
const CONTEXT = 'starwright.mockRound';

/** One question, an answer, the questions put in between, and how it went: all on an unsaved page. */
interface Round {
  readonly page: vscode.TextDocument;
  readonly story: string;
  readonly telling: number;
  readonly probes: readonly MockProbe[];
  readonly asked: number;
}

/** Mock rounds, one at a time. */
export class MockRounds implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #bank: Bank;
  readonly #order: DrillOrder<string>;
  readonly #closed: vscode.Disposable;
  #round: Round | undefined;

  constructor(server: StoryServer, bank: Bank, random: () => number) {
    this.#server = server;
    this.#bank = bank;
    this.#order = new DrillOrder(random);
    this.#closed = vscode.workspace.onDidCloseTextDocument((document) => document === this.#round?.page && this.#goOn(undefined));
  }

  /** Begins a round: a question, a story to answer it with, and a page for the answer. */
  async begin(): Promise<void> {
    const overview = await this.#bank.overview();
    const question = overview && (await chooseQuestion(overview, this.#order));
    const story = overview && question !== undefined ? await chooseStory(this.#server, overview, question) : undefined;
    if (question === undefined || story === undefined) return;
    const asked = await this.#probesOf(story);
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content: opening(question) });
    await this.#goOn({ page, story: story.id, ...asked, asked: 0 });
    await toEnd(page);
  }

  /** Puts the next question in between; after the last, says how it went. */
  async next(): Promise<void> {
    const round = this.#round;
    if (!round) return;
    const probe = round.probes[round.asked];
    if (probe) {
      await this.#goOn({ ...round, asked: round.asked + 1 });
      await append(round.page, probeText(probe));
      return;
    }
    const [answer = '', ...answers] = answersIn(round.page.getText(), round.probes);
    const sheet = answer === '' ? undefined : await this.#held(round, answer);
    await this.#goOn(undefined);
    await append(round.page, closing(sheet, round.probes, answers));
  }

  dispose(): void {
    this.#closed.dispose();
  }

  async #goOn(round: Round | undefined): Promise<void> {
    this.#round = round;
    await vscode.commands.executeCommand('setContext', CONTEXT, round !== undefined);
  }

  /** What would be asked after that telling. */
  async #probesOf({ id, framing }: MockStory): Promise<Pick<Round, 'telling' | 'probes'>> {
    // The server answers about what is open.
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(id)).then((opened) => opened, () => undefined);
    const list = document && (await this.#server.ask<FollowUpList | null>(FOLLOW_UPS_REQUEST, { textDocument: { uri: document.uri.toString() } }));
    const telling = Math.max(0, list?.tellings.findIndex(({ title }) => title === framing) ?? 0);
    return { telling, probes: list?.tellings[telling]?.followUps.slice(0, PROBES) ?? [] };
  }

  async #held({ story, telling }: Round, text: string): Promise<TranscriptSheet | NotHeld | undefined> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(story)).then((opened) => opened, () => undefined);
    const params: TranscriptParams | undefined = document && { textDocument: { uri: document.uri.toString() }, telling, text };
    return (params && (await this.#server.ask<TranscriptSheet | NotHeld | null>(TRANSCRIPT_REQUEST, params))) ?? undefined;
  }
}

async function append(page: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const [gap = ''] = /\n{0,2}$/.exec(page.getText().replace(/\r/g, '')) ?? [];
  edit.insert(page.uri, page.lineAt(page.lineCount - 1).range.end, '\n\n'.slice(gap.length) + text);
  await vscode.workspace.applyEdit(edit);
  await toEnd(page);
}

async function toEnd(page: vscode.TextDocument): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document === page);
  const end = page.lineAt(page.lineCount - 1).range.end;
  await vscode.window.showTextDocument(page, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside, selection: new vscode.Range(end, end) });
}
