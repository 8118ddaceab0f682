import * as vscode from 'vscode';
import { CONFIG_REQUEST, type ConfigParams, type EffectiveConfig, type Origin } from '../../server/src/lsp/protocol.js';
import type { StoryServer } from './client.js';
import { isStory } from './stories.js';

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
    const name = story.uri.path.replace(/^.*\//, '').replace(/\.star\.md$/, '');
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
  const { t } = vscode.l10n;
  const { profile, shapes, language, limits, confidentialTerms, folderFile, rubrics, rules, from } = config;
  const row = (what: string, value: string | number, key: string, otherwise = ''): string => `| ${what} | ${value} | ${originOf(from[key]) ?? otherwise} |`;
  return [
    `# ${t('Settings for {0}', name)}`,
    '',
    t('What holds for this story, and who said so. A comment in the text comes first, then the front matter, the nearest `.starwright.yaml`, the settings of the editor, and the profile.'),
    '',
    `| ${t('What')} | ${t('Value')} | ${t('Said by')} |`,
    '|---|---|---|',
    row(t('Profile'), profile, 'profile', t('nobody: the default')),
    row(t('Kind of story'), shapes.join(', ') || t('not recognised'), 'shape'),
    row(t('Language'), language, 'language'),
    row(t('Words a minute'), limits.wordsPerMinute, 'wordsPerMinute', t('the profile')),
    row(t('Seconds to aim for, and at most'), `${limits.targetSeconds}, ${limits.maxSeconds}`, 'limits', t('the profile')),
    row(t('Confidential terms'), confidentialTerms, 'confidentialTerms'),
    row(t('Folder file'), folderFile ?? t('none'), 'folderFile'),
    row(t('Rubrics of your own'), rubrics.join(', ') || t('none'), 'rubrics'),
    '',
    ...findings(rules, from),
  ].join('\n');
}

/** The findings that a person set, then all by how much they matter. */
function findings(rules: EffectiveConfig['rules'], from: EffectiveConfig['from']): string[] {
  const { t } = vscode.l10n;
  const own = Object.keys(rules).filter((code) => from[code]);
  const table = [`| ${t('Finding')} | ${t('Level')} | ${t('Said by')} |`, '|---|---|---|', ...own.map((code) => `| \`${code}\` | ${rules[code]} | ${originOf(from[code])} |`), ''];
  const lists = LEVELS.flatMap((level) => {
    const codes = Object.keys(rules).filter((code) => rules[code] === level);
    return codes.length > 0 ? [`- **${level}** (${codes.length}): ${codes.join(', ')}`] : [];
  });
  return [`## ${t('Findings')}`, '', ...(own.length > 0 ? table : [t('None was set by you.'), '']), ...lists, ''];
}

function originOf(origin: Origin | undefined): string | undefined {
  const { t } = vscode.l10n;
  const names: Record<Origin, string> = {
    'command line': t('command line'),
    'front matter': t('front matter'),
    'folder file': t('folder file'),
    'editor settings': t('editor settings'),
  };
  return origin && names[origin];
}
