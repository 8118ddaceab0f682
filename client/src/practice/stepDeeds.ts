import * as vscode from 'vscode';
import { CUT_TO_FIT, SHOW_EVIDENCE, type PlannedStep, type StepNeed } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import { openStory } from '../bank/openStory.js';
import type { StoryServer } from '../client.js';
import { newStory } from '../commands/newStory.js';
import { REHEARSE } from './commands.js';
import type { StepRow } from './planRows.js';

/** The step that a command was called on. */
export function stepOf(row: unknown): PlannedStep | undefined {
  return typeof row === 'object' && row !== null && 'step' in row ? (row as StepRow).step : undefined;
}

/** Opens what a step needs next. */
export async function goOnWith(server: StoryServer, bank: Bank, { what, story, shape }: StepNeed): Promise<void> {
  if (story === undefined) return newStory(server, undefined, shape ? { shape: shape.id } : {});
  if (what === 'rehearse') return void (await vscode.commands.executeCommand(REHEARSE, vscode.Uri.parse(story.id)));
  if (!(await openStory(server, bank, story.id))) return;
  const command = THEN[what];
  if (command !== undefined) await vscode.commands.executeCommand(command, story.id);
}

/** What helps once the story is open. */
const THEN: Partial<Record<StepNeed['what'], string>> = { beats: SHOW_EVIDENCE, shorten: CUT_TO_FIT, 'follow-ups': 'starwright.whatNext' };
