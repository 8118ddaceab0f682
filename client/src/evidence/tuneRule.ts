import * as vscode from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/lsp/protocol.js';
import { asCode, editorOf } from './arguments.js';

type Rules = Readonly<Record<string, string>>;

interface LevelItem extends vscode.QuickPickItem {
  readonly level: string;
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: vscode.ConfigurationTarget;
}

/** Asks how much a finding matters and where that holds, and writes it to the settings. Without a code it asks for one that is in the story. */
export async function tuneRule(uri?: unknown, rule?: unknown, severity?: unknown): Promise<void> {
  const document = (await editorOf(uri))?.document;
  if (document === undefined) return;
  const asked = asCode(rule);
  const finding = asked === undefined ? await askForFinding(document) : { code: asked, level: String(severity) };
  if (finding === undefined) return;
  const { code } = finding;
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const present = settings.get<Rules>('rules')?.[code] ?? finding.level;
  const level = await askForLevel(code, present);
  if (level === undefined) return;
  const place = await askForPlace(document);
  if (place === undefined) return;
  const known = settings.inspect<Rules>('rules');
  const rules = place === vscode.ConfigurationTarget.Global ? known?.globalValue : known?.workspaceFolderValue;
  await settings.update('rules', { ...rules, [code]: level }, place);
}

/** One of the findings in a story; said so where there is none. */
async function askForFinding(document: vscode.TextDocument): Promise<{ code: string; level: string } | undefined> {
  const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === SETTINGS_SECTION);
  const codes = new Map(found.map((diagnostic) => [codeOf(diagnostic), diagnostic]));
  if (codes.size === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Starwright says nothing about this file that could be changed.'));
    return undefined;
  }
  const items = [...codes].map(([code, { message, severity }]) => ({ label: code, detail: message, level: SEVERITIES[severity] }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Change How Much a Finding Matters'), matchOnDetail: true });
  return chosen && { code: chosen.label, level: chosen.level };
}

/** The present level says so in words. */
async function askForLevel(code: string, present: string): Promise<string | undefined> {
  const levels: readonly [string, string][] = [
    ['off', vscode.l10n.t('Never said')],
    ['hint', vscode.l10n.t('A few dots under the text')],
    ['information', vscode.l10n.t('A line under the text')],
    ['warning', vscode.l10n.t('Something an interviewer would miss')],
    ['error', vscode.l10n.t('Not ready to be told; “starwright check” fails')],
  ];
  const items = levels.map(([level, detail]): LevelItem => ({ label: level, detail, level, ...(level === present && { description: vscode.l10n.t('as it is now') }) }));
  const placeHolder = vscode.l10n.t('A story’s front matter and a .starwright.yaml in its folder come before these settings');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('How much does {0} matter?', code), placeHolder }))?.level;
}

/** The folder of the story or the person; without a folder there is nothing to choose. */
async function askForPlace(document: vscode.TextDocument): Promise<vscode.ConfigurationTarget | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return vscode.ConfigurationTarget.Global;
  const items: PlaceItem[] = [
    { label: vscode.l10n.t('In this folder'), description: folder.name, place: vscode.ConfigurationTarget.WorkspaceFolder },
    { label: vscode.l10n.t('In all my stories'), description: vscode.l10n.t('user settings'), place: vscode.ConfigurationTarget.Global },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where does that hold?') }))?.place;
}

const SEVERITIES: Readonly<Record<vscode.DiagnosticSeverity, string>> = ['error', 'warning', 'information', 'hint'];

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
