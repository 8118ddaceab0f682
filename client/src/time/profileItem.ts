import * as vscode from 'vscode';
import { inMessage } from '../inMessage.js';
import type { StoryInFront } from './activeStory.js';

/** The profile and the kind of story, beside the editor's language; leads to the setting. */
export class ProfileItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('starwright.profile', []);

  constructor() {
    this.#item.name = vscode.l10n.t('Starwright Profile');
    this.#item.command = { title: vscode.l10n.t('Change Profile'), command: 'workbench.action.openSettings', arguments: ['@id:starwright.profile'] };
  }

  /** Shows what the story in front is reviewed against; nothing for what is no story. */
  show(front: StoryInFront | undefined): void {
    // A selector is all there is to hide it by.
    this.#item.selector = front === undefined ? [] : { language: 'markdown' };
    if (front === undefined) return;
    const { profile, shapes } = front.glance;
    const kind = shapes.length > 0 ? inMessage(shapes.join(', ')) : vscode.l10n.t('kind of story not recognised');
    this.#item.text = inMessage(profile.title);
    this.#item.detail = kind;
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Reviewed by the profile {0}; {1}', profile.title, kind) };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
