import * as vscode from 'vscode';
import type { BankOverview, BankRow } from '../../../server/src/lsp/protocol.js';
import type { Row } from './row.js';
import { storyRow } from './storyRow.js';
import { COMMANDS } from './commands.js';
import { capital, sentences, statusInWords, storiesInWords } from './words.js';

/** What stories are grouped by. */
export type Grouping = 'kind' | 'signal' | 'status';

/** In a bank of at most so many stories the groups are open from the start. */
const SMALL = 50;

interface Group {
  readonly id: string;
  readonly title: string;
  readonly stories: BankRow[];
}

/** The groups of the stories that `shows` lets through, by title; those in no group last, then what could not be read. */
export function storyGroups({ stories, advice, unread }: BankOverview, grouping: Grouping, shows: (story: BankRow) => boolean): Row[] {
  const byTitle = new Intl.Collator(vscode.env.language, { numeric: true });
  const groups = grouped(stories.filter(shows), grouping).sort((a, b) => Number(a.id === '') - Number(b.id === '') || byTitle.compare(a.title, b.title));
  const saidOf = (story: BankRow): string[] => {
    const number = stories.indexOf(story);
    return advice.flatMap(({ stories: about, message }) => (about?.includes(number) ? [message] : []));
  };
  const rows = groups.map(({ id, title, stories: members }): Row => ({
    id: `${grouping}:${id}`,
    label: title,
    description: `${members.length}`,
    says: sentences(title, storiesInWords(members.length)),
    kind: grouping === 'kind' && id !== '' ? 'kind' : 'group',
    about: grouping === 'kind' && id !== '' ? { shape: id } : {},
    children: () => members.sort((a, b) => byTitle.compare(a.title, b.title)).map((story) => storyRow(story, `${grouping}:${id}`, () => saidOf(story))),
    expanded: stories.length <= SMALL,
  }));
  return unread.length > 0 ? [...rows, unreadRow(unread)] : rows;
}

function grouped(stories: readonly BankRow[], grouping: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const story of stories) {
    for (const { id, title } of placesOf(story, grouping)) {
      const group = groups.get(id) ?? { id, title, stories: [] };
      group.stories.push(story);
      groups.set(id, group);
    }
  }
  return [...groups.values()];
}

function placesOf({ shapes, signals, status }: BankRow, grouping: Grouping): readonly { readonly id: string; readonly title: string }[] {
  if (grouping === 'status') return [{ id: status, title: capital(statusInWords(status)) }];
  if (grouping === 'kind') return shapes.length > 0 ? shapes : [{ id: '', title: vscode.l10n.t('Kind not recognised') }];
  return signals.length > 0 ? signals : [{ id: '', title: vscode.l10n.t('No signal') }];
}

function unreadRow(unread: BankOverview['unread']): Row {
  return {
    id: 'unread',
    label: vscode.l10n.t('Could not be read'),
    description: `${unread.length}`,
    says: sentences(vscode.l10n.t('Could not be read'), storiesInWords(unread.length)),
    children: () =>
      unread.map(({ id, problem }): Row => {
        const name = vscode.workspace.asRelativePath(vscode.Uri.parse(id));
        return { id: `unread/${id}`, label: name, description: problem, says: sentences(name, problem), icon: 'warning', command: COMMANDS.open, about: { story: id } };
      }),
  };
}
