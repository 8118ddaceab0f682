import * as vscode from 'vscode';
import type { GlanceSection } from '../../../server/src/lsp/protocol.js';
import { roleName } from '../roleNames.js';
import type { StoryInFront } from './activeStory.js';
import { timeText } from './timeText.js';

/** The sections of the telling in front as a Markdown table: words, seconds, share and target; then the other tellings. */
export function timeTable({ glance, telling }: StoryInFront): vscode.MarkdownString {
  const { targetSeconds, title } = glance.profile;
  const rows = [
    [vscode.l10n.t('Section'), vscode.l10n.t('Words'), vscode.l10n.t('Seconds'), vscode.l10n.t('Share'), vscode.l10n.t('Target')],
    [':--', '--:', '--:', '--:', ':--'],
    ...telling.sections.map((section) => [plain(section.label ?? roleName(section.role)), `${section.words}`, `${section.seconds}`, percent(section.share), targetOf(section)]),
    [vscode.l10n.t('Together'), `${telling.words}`, `${telling.seconds}`, '', vscode.l10n.t('{0} seconds ({1})', targetSeconds, plain(title))],
  ];
  const others = glance.tellings.filter((other) => other !== telling).map((other) => `${plain(other.title ?? vscode.l10n.t('The story itself'))}: ${timeText(other.seconds, targetSeconds)}`);
  const heading = telling.title === undefined ? [] : [`**${plain(telling.title)}**`];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return new vscode.MarkdownString([...heading, table, ...others].join('\n\n'));
}

function targetOf({ limits, sentences }: GlanceSection): string {
  const { mostSentences, leastShare } = limits;
  if (leastShare !== undefined) return vscode.l10n.t('{0} or more', percent(leastShare));
  if (mostSentences === undefined) return '';
  if (sentences <= mostSentences) return mostSentences === 1 ? vscode.l10n.t('at most 1 sentence') : vscode.l10n.t('at most {0} sentences', mostSentences);
  return mostSentences === 1 ? vscode.l10n.t('at most 1 sentence, now {0}', sentences) : vscode.l10n.t('at most {0} sentences, now {1}', mostSentences, sentences);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Text that Markdown shows as it stands. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+.!|<>~&@:-]/g, '\\$&');
}
