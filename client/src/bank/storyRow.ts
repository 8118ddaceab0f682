import * as vscode from 'vscode';
import type { BankRow } from '../../../server/src/lsp/protocol.js';
import { timeText } from '../time/timeText.js';
import { COMMANDS } from './commands.js';
import type { Row } from './row.js';
import { findingsInWords, inMarkdown, rehearsedInWords, sentences, statusInWords } from './words.js';

const ICONS: Record<BankRow['status'], string> = { draft: 'edit', ready: 'pass', retired: 'archive' };

/** A story in the list: its time, its findings and when it was last told. `group` is where in the list it stands, `advice` what is to be said of it. */
export function storyRow(story: BankRow, group: string, advice: () => readonly string[]): Row {
  const { id, title, status, shapes } = story;
  const standing = status === 'ready' ? [] : [statusInWords(status)];
  const [shape] = shapes;
  return {
    id: `${group}/${id}`,
    label: title,
    description: [...standing, timeText(story.seconds, story.targetSeconds), findingsInWords(story), rehearsedInWords(story)].join(' · '),
    says: sentences(title, statusInWords(status), inSeconds(story), findingsInWords(story), rehearsedInWords(story)),
    icon: ICONS[status],
    tooltip: () => tableOf(story, advice()),
    kind: shape ? 'storyOfKind' : 'story',
    command: COMMANDS.open,
    about: shape ? { story: id, shape: shape.id } : { story: id },
  };
}

function inSeconds({ seconds, targetSeconds }: BankRow): string {
  return vscode.l10n.t('{0} of {1} seconds', seconds, targetSeconds);
}

function tableOf(story: BankRow, advice: readonly string[]): vscode.MarkdownString {
  const { title, status, shapes, signals, findings, rehearsed, framings, followUps } = story;
  const rows: (readonly [string, string])[] = [
    [vscode.l10n.t('Status'), statusInWords(status)],
    [vscode.l10n.t('Kind'), namesOf(shapes) || vscode.l10n.t('not recognised')],
    [vscode.l10n.t('Signals'), namesOf(signals) || vscode.l10n.t('none')],
    [vscode.l10n.t('Time to say'), timeText(story.seconds, story.targetSeconds)],
    [vscode.l10n.t('Findings'), vscode.l10n.t('errors: {0}, warnings: {1}, information: {2}, hints: {3}', findings.error, findings.warning, findings.information, findings.hint)],
    [vscode.l10n.t('Rehearsed'), rehearsed ? toldAt(rehearsed) : vscode.l10n.t('not rehearsed')],
    [vscode.l10n.t('Framings'), framings.map(inMarkdown).join(', ') || vscode.l10n.t('none')],
    [vscode.l10n.t('Follow-ups prepared'), `${followUps}`],
  ];
  const table = ['| | |', '|:--|:--|', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n');
  return new vscode.MarkdownString([`**${inMarkdown(title)}**`, table, ...advice.map(inMarkdown)].join('\n\n'));
}

function namesOf(marks: BankRow['shapes']): string {
  return marks.map(({ title, declared }) => (declared ? inMarkdown(title) : vscode.l10n.t('{0} (heard in it)', inMarkdown(title)))).join(', ');
}

function toldAt({ date, seconds }: NonNullable<BankRow['rehearsed']>): string {
  return seconds === undefined ? inMarkdown(date) : vscode.l10n.t('{0}, in {1} seconds', inMarkdown(date), seconds);
}
