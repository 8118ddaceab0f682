import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { CompareFramings } from './compareFramings.js';
import { PublicRemote } from './publicRemote.js';
import { RedactedView } from './redactedView.js';

/** What keeps names private, and shows the tellings of a story side by side. */
export function registerPrivate(context: vscode.ExtensionContext, server: StoryServer): { readonly publicRemote: PublicRemote; readonly disposables: vscode.Disposable[] } {
  const redacted = new RedactedView(server);
  const framings = new CompareFramings(server);
  const publicRemote = new PublicRemote(context);
  const { registerCommand } = vscode.commands;
  const commands = [
    registerCommand('starwright.showRedacted', () => redacted.show()),
    registerCommand('starwright.saveRedactedCopy', () => redacted.saveCopy()),
    registerCommand('starwright.compareFramings', () => framings.run()),
  ];
  return { publicRemote, disposables: [redacted, framings, publicRemote, ...commands] };
}
