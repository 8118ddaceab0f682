import * as vscode from 'vscode';
import { GLANCE_REQUEST, type Glance, type GlanceParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { tellingAt } from '../evidence/places.js';
import { aboutOf } from '../bank/row.js';
import { isStory } from '../stories.js';

/** One telling of a story that is open. */
export interface ChosenTelling {
  readonly document: vscode.TextDocument;
  /** From 0: the file's own, then its framings. */
  readonly telling: number;
  /** The story's title in front of a person: that of the framing, if it is one. */
  readonly framing: string | undefined;
}

/** The telling that a command is about: the one in the row or the editor it was called on, else the one at the cursor in front. Says so when there is none. */
export async function tellingFor(server: StoryServer, clicked: unknown): Promise<ChosenTelling | undefined> {
  const { story, framing } = aboutOf(clicked);
  const document = await documentFor(story === undefined ? clicked : vscode.Uri.parse(story));
  if (document === undefined) return say(vscode.l10n.t('Open a story first: a story’s file name ends in .star.md.'));
  const glance = await server.ask<Glance | null>(GLANCE_REQUEST, { textDocument: { uri: document.uri.toString() } } satisfies GlanceParams);
  if (glance === undefined) return undefined;
  if (glance === null) return say(vscode.l10n.t('This is no story yet: a story’s file name ends in .star.md.'));
  const cursor = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
  const named = framing === undefined ? -1 : glance.tellings.findIndex(({ title }) => title === framing);
  const telling = named >= 0 ? named : story === undefined && cursor ? tellingAt(glance.tellings, cursor) : 0;
  return { document, telling, framing: glance.tellings[telling]?.title };
}

async function documentFor(clicked: unknown): Promise<vscode.TextDocument | undefined> {
  if (clicked instanceof vscode.Uri) return vscode.workspace.openTextDocument(clicked).then((opened) => opened, () => undefined);
  const active = vscode.window.activeTextEditor?.document;
  if (active && isStory(active)) return active;
  // A panel or a scratch editor can have the keyboard: then the one story in sight is meant.
  const [seen, ...others] = vscode.window.visibleTextEditors.map(({ document }) => document).filter(isStory);
  return others.length === 0 ? seen : undefined;
}

function say(message: string): undefined {
  void vscode.window.showInformationMessage(message);
}
