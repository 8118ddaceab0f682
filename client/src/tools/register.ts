import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { editorTools } from './editorTools.js';
import { storyTool, TOOL_NAMES } from './storyTools.js';

const SETTING = 'languageModelTools';

/** Offers the tools for language models while the person wants that, where the editor has such tools. */
export function registerTools(server: StoryServer): vscode.Disposable[] {
  const editor = editorTools();
  if (!editor) return [];
  let offered: vscode.Disposable[] = [];
  const withdraw = () => offered.splice(0).forEach((tool) => tool.dispose());
  const follow = () => {
    withdraw();
    const wanted = vscode.workspace.getConfiguration('starwright').get<boolean>(SETTING, false);
    if (wanted) offered = TOOL_NAMES.map((name) => editor.register(name, storyTool(name, server, editor.result)));
  };
  follow();
  return [vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(`starwright.${SETTING}`) && follow()), new vscode.Disposable(withdraw)];
}
