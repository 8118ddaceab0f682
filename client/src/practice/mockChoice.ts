import * as vscode from 'vscode';
import { MATCH_REQUEST, type BankOverview, type MatchParams, type MatchResult } from '../../../server/src/lsp/protocol.js';
import { fitInWords, inList, titleOf } from '../bank/words.js';
import type { StoryServer } from '../client.js';
import type { DrillOrder } from './drillOrder.js';

/** The story that is told in a mock round. */
export interface MockStory {
  /** Its address. */
  readonly id: string;
  readonly title: string;
  readonly framing?: string;
}

/** A question that wants a story: chosen, or drawn. Undefined when the person leaves. */
export async function chooseQuestion({ questions }: BankOverview, order: DrillOrder<string>): Promise<string | undefined> {
  const wanting = questions.filter(({ wantsStory }) => wantsStory).map(({ text }) => text);
  const draw = { label: `$(sync) ${vscode.l10n.t('Draw a question')}`, question: undefined };
  const chosen = await vscode.window.showQuickPick([draw, ...wanting.map((question) => ({ label: inList(question), question }))], {
    title: vscode.l10n.t('Mock Round'),
    placeHolder: vscode.l10n.t('Which question do they begin with?'),
  });
  return chosen && (chosen.question ?? order.next(wanting));
}

/** The story to answer with, those that answer best first. Undefined when the person leaves. */
export async function chooseStory(server: StoryServer, { stories }: BankOverview, question: string): Promise<MockStory | undefined> {
  const params: MatchParams = { question };
  const result = await server.ask<MatchResult>(MATCH_REQUEST, params);
  if (result === undefined) return undefined;
  const ranked = result.ranked.map((story) => ({ label: inList(titleOf(story)), description: fitInWords(story.fit), detail: inList(story.reasons.join(' · ')), story: story as MockStory }));
  const others = stories.filter(({ id, status }) => status !== 'retired' && result.ranked.every((each) => each.id !== id));
  const line = { label: vscode.l10n.t('Other stories'), kind: vscode.QuickPickItemKind.Separator, story: undefined };
  const chosen = await vscode.window.showQuickPick([...ranked, line, ...others.map((story) => ({ label: inList(story.title), story: story as MockStory }))], {
    title: inList(question),
    placeHolder: vscode.l10n.t('Which story do you tell?'),
    matchOnDetail: true,
  });
  return chosen?.story;
}
