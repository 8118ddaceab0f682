import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { editorTools } from './editorTools.js';
import { storyTool, TOOL_NAMES } from './storyTools.js';

/** The tools for language models, where the editor has such tools. */
export function registerTools(server: StoryServer): vscode.Disposable[] {
  const editor = editorTools();
  return editor ? TOOL_NAMES.map((name) => editor.register(name, storyTool(name, server, editor.result))) : [];
}
