import * as vscode from 'vscode';
import type { PracticedStory, PracticeSheet } from '../../../server/src/lsp/protocol.js';
import { COMMANDS as BANK } from '../bank/commands.js';
import type { Row } from '../bank/row.js';
import { fromToday, inMarkdown, sentences, storiesInWords } from '../bank/words.js';
import { COMMANDS } from './commands.js';
import { planRow } from './planRows.js';

/** Stories that are due, those that come up later, and the plan that is followed, or the way to one. */
export function practiceRows({ stories, plan }: PracticeSheet): Row[] {
  const due = stories.filter(({ dueIn = 0 }) => dueIn <= 0);
  const later = stories.filter(({ dueIn = 0 }) => dueIn > 0);
  return [dueRow(due), ...(later.length > 0 ? [laterRow(later)] : []), plan ? planRow(plan) : chooseRow()];
}

function dueRow(stories: readonly PracticedStory[]): Row {
  const label = vscode.l10n.t('Due');
  if (stories.length === 0) {
    const nothing = vscode.l10n.t('nothing today');
    return { id: 'due', label, description: nothing, says: sentences(label, nothing) };
  }
  const count = storiesInWords(stories.length);
  return { id: 'due', label, description: count, says: sentences(label, count), expanded: true, children: () => stories.map((story) => storyRow(story, 'due', lastTold(story))) };
}

function laterRow(stories: readonly PracticedStory[]): Row {
  const label = vscode.l10n.t('Later');
  const count = storiesInWords(stories.length);
  const children = (): Row[] => stories.map((story) => storyRow(story, 'later', vscode.l10n.t('again {0}; {1}', fromToday(story.dueIn ?? 0), lastTold(story))));
  return { id: 'later', label, description: count, says: sentences(label, count), children };
}

function storyRow(story: PracticedStory, group: string, when: string): Row {
  const { id, title, times } = story;
  return {
    id: `${group}/${id}`,
    label: title,
    description: when,
    says: sentences(title, when),
    icon: group === 'due' ? 'comment' : 'calendar',
    kind: 'storyToTell',
    command: BANK.open,
    about: { story: id },
    tooltip: () => new vscode.MarkdownString([`**${inMarkdown(title)}**`, inMarkdown(when), times.map((time) => `- ${inMarkdown(timeInWords(time))}`).join('\n')].join('\n\n')),
  };
}

function lastTold({ ago, times }: PracticedStory): string {
  if (ago === undefined) return vscode.l10n.t('not told yet');
  const seconds = times[0]?.seconds;
  return seconds === undefined ? vscode.l10n.t('last told {0}', fromToday(-ago)) : vscode.l10n.t('last told {0}, {1} s', fromToday(-ago), seconds);
}

function timeInWords({ date, seconds }: PracticedStory['times'][number]): string {
  return seconds === undefined ? date : vscode.l10n.t('{0}, in {1} seconds', date, seconds);
}

function chooseRow(): Row {
  const label = vscode.l10n.t('Choose a plan…');
  const about = vscode.l10n.t('for the time that is left');
  return { id: 'choose', label, description: about, says: sentences(label, about), icon: 'checklist', command: COMMANDS.choosePlan };
}
