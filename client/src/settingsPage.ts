import * as vscode from 'vscode';
import { CONFIG_REQUEST, type ConfigParams, type EffectiveConfig, type Origin } from '../../server/src/lsp/protocol.js';
import type { StoryServer } from './client.js';
import { fileTitle, isStory } from './stories.js';

const SCHEME = 'starwright-settings';
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** “Show Settings for This Story”: a read-only page of what holds for it, and who said so. */
export class SettingsPage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: StoryServer;
  readonly #pages = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly onDidChange = this.#changed.event;

  constructor(server: StoryServer) {
    this.#server = server;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#pages.get(uri.toString()) ?? '';
  }

  /** Asks the server about the story in the active editor and shows the answer beside it. */
  async show(): Promise<void> {
    const story = vscode.window.activeTextEditor?.document;
    if (!story || !isStory(story)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a story first: its settings are shown beside it.'));
      return;
    }
    const params: ConfigParams = { textDocument: { uri: story.uri.toString() } };
    const config = await this.#server.ask<EffectiveConfig | null>(CONFIG_REQUEST, params);
    if (!config) return;
    const name = fileTitle(story.uri);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Settings for {0}', name)}.md`, query: story.uri.toString() });
    this.#pages.set(uri.toString(), pageOf(name, config));
    this.#changed.fire(uri);
    const page = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'markdown');
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

function pageOf(name: string, config: EffectiveConfig): string {
  const { profile, shapes, language, limits, confidentialTerms, folderFile, rubrics, rules, from } = config;
  const row = (what: string, value: string | number, key: string, otherwise = ''): string => `| ${what} | ${value} | ${originOf(from[key]) ?? otherwise} |`;
  return [
    `# ${vscode.l10n.t('Settings for {0}', name)}`,
    '',
    vscode.l10n.t('What holds for this story, and who said so. A comment in the text comes first, then the front matter, the nearest `.starwright.yaml`, the settings of the editor, and the profile.'),
    '',
    `| ${vscode.l10n.t('What')} | ${vscode.l10n.t('Value')} | ${vscode.l10n.t('Said by')} |`,
    '|---|---|---|',
    row(vscode.l10n.t('Profile'), profile, 'profile', vscode.l10n.t('nobody: the default')),
    row(vscode.l10n.t('Kind of story'), shapes.join(', ') || vscode.l10n.t('not recognised'), 'shape'),
    row(vscode.l10n.t('Language'), language, 'language'),
    row(vscode.l10n.t('Words a minute'), limits.wordsPerMinute, 'wordsPerMinute', vscode.l10n.t('the profile')),
    row(vscode.l10n.t('Seconds to aim for, and at most'), `${limits.targetSeconds}, ${limits.maxSeconds}`, 'limits', vscode.l10n.t('the profile')),
    row(vscode.l10n.t('Confidential terms'), confidentialTerms, 'confidentialTerms'),
    row(vscode.l10n.t('Folder file'), folderFile ?? vscode.l10n.t('none'), 'folderFile'),
    row(vscode.l10n.t('Rubrics of your own'), rubrics.join(', ') || vscode.l10n.t('none'), 'rubrics'),
    '',
    ...findings(rules, from),
  ].join('\n');
}

/** The findings that a person set, then all by how much they matter. */
function findings(rules: EffectiveConfig['rules'], from: EffectiveConfig['from']): string[] {
  const own = Object.keys(rules).filter((code) => from[code]);
  const table = [`| ${vscode.l10n.t('Finding')} | ${vscode.l10n.t('Level')} | ${vscode.l10n.t('Said by')} |`, '|---|---|---|', ...own.map((code) => `| \`${code}\` | ${rules[code]} | ${originOf(from[code])} |`), ''];
  const lists = LEVELS.flatMap((level) => {
    const codes = Object.keys(rules).filter((code) => rules[code] === level);
    return codes.length > 0 ? [`- **${level}** (${codes.length}): ${codes.join(', ')}`] : [];
  });
  return [`## ${vscode.l10n.t('Findings')}`, '', ...(own.length > 0 ? table : [vscode.l10n.t('None was set by you.'), '']), ...lists, ''];
}

function originOf(origin: Origin | undefined): string | undefined {
  const names: Record<Origin, string> = {
    'command line': vscode.l10n.t('command line'),
    'front matter': vscode.l10n.t('front matter'),
    'folder file': vscode.l10n.t('folder file'),
    'editor settings': vscode.l10n.t('editor settings'),
  };
  return origin && names[origin];
}
