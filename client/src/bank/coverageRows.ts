import * as vscode from 'vscode';
import type { Advice, BankOverview, Coverage, CoverageRow } from '../../../server/src/lsp/protocol.js';
import { COMMANDS } from './commands.js';
import type { Row } from './row.js';
import { sentences, statusInWords, storiesInWords, titleOf } from './words.js';

/** The title of each story by its address. */
type Titles = ReadonlyMap<string, string>;

const ICONS: Record<CoverageRow['state'], string> = { covered: 'pass', draft: 'edit', gap: 'circle-slash' };

/** What to write next, themes and signals with their stories, and advice at the end; nothing where there is no story yet, and no counsel before all are read. */
export function coverageRows({ stories, coverage, advice, complete }: BankOverview): Row[] {
  if (stories.length === 0) return [];
  const { next, themes, signals, profile } = coverage;
  const titles = new Map(coverage.stories.map(({ id, title }) => [id, title]));
  const counsel = complete ? advice : [];
  const bank = counsel.filter((each) => each.story === undefined);
  const single = counsel.filter((each) => each.story !== undefined);
  return [
    ...(next && complete ? [nextRow(next)] : []),
    groupRow('themes', vscode.l10n.t('Themes of {0}', profile.title), themes, titles),
    groupRow('signals', vscode.l10n.t('Signals'), signals, titles),
    ...bank.map((each) => adviceRow(each, 'advice')),
    ...(single.length > 0 ? [singleRow(single, titles)] : []),
  ];
}

function nextRow({ shape, title, why }: NonNullable<Coverage['next']>): Row {
  const label = vscode.l10n.t('Write next: {0}', title);
  return { id: 'next', label, description: why, says: sentences(label, why), icon: 'lightbulb', kind: 'next', command: COMMANDS.newOfKind, about: { shape } };
}

function groupRow(id: string, title: string, rows: readonly CoverageRow[], titles: Titles): Row {
  const covered = vscode.l10n.t('{0} of {1} covered', rows.filter(({ state }) => state === 'covered').length, rows.length);
  const children = (): Row[] => rows.map((row) => coverageRow(row, id, titles));
  return { id, label: title, description: covered, says: sentences(title, covered), children, expanded: true };
}

function coverageRow({ id, title, about, stories, state, maybe }: CoverageRow, group: string, titles: Titles): Row {
  const path = `${group}/${id}`;
  const standing = maybe.length > 0 ? vscode.l10n.t('none is marked, perhaps there is one') : standingOf(state, stories.filter(({ draft }) => state === 'draft' || !draft).length);
  return {
    id: path,
    label: title,
    description: standing,
    says: sentences(title, standing, about),
    icon: ICONS[state],
    tooltip: () => about,
    ...(stories.length + maybe.length > 0 && { children: () => [...stories.map((cell) => cellRow(cell, path, titles)), ...maybe.map((story) => maybeRow(story, path, titles))] }),
  };
}

function standingOf(state: CoverageRow['state'], count: number): string {
  if (state === 'gap') return vscode.l10n.t('none yet');
  if (state === 'covered') return storiesInWords(count);
  return count === 1 ? vscode.l10n.t('1 draft only') : vscode.l10n.t('{0} drafts only', count);
}

function cellRow({ story, how, draft, framing }: CoverageRow['stories'][number], path: string, titles: Titles): Row {
  const title = titles.get(story) ?? vscode.workspace.asRelativePath(vscode.Uri.parse(story));
  const label = titleOf({ title, ...(framing !== undefined && { framing }) });
  const heard = how === 'marked' ? vscode.l10n.t('marked in it') : vscode.l10n.t('heard in it');
  const words = draft ? [statusInWords('draft'), heard] : [heard];
  return {
    id: `${path}/${story}`,
    label,
    description: words.join(' · '),
    says: sentences(label, ...words),
    icon: draft ? 'edit' : 'pass',
    kind: 'story',
    command: COMMANDS.open,
    about: { story, ...(framing !== undefined && { framing }) },
  };
}

/** A story that nobody has marked and that sounds like one of this kind. */
function maybeRow(story: string, path: string, titles: Titles): Row {
  const label = titles.get(story) ?? vscode.workspace.asRelativePath(vscode.Uri.parse(story));
  const words = vscode.l10n.t('sounds like one: if it is, name its kind in it');
  return { id: `${path}/maybe/${story}`, label, description: words, says: sentences(label, words), icon: 'question', kind: 'story', command: COMMANDS.open, about: { story } };
}

function singleRow(advice: readonly Advice[], titles: Titles): Row {
  const label = vscode.l10n.t('About single stories');
  const children = (): Row[] => advice.map((each, nth) => adviceRow(each, `single/${nth}`, titles.get(each.story!)));
  return { id: 'single', label, description: `${advice.length}`, says: sentences(label, `${advice.length}`), children };
}

function adviceRow({ code, severity, message, story }: Advice, path: string, title?: string): Row {
  const row = { id: `${path}/${code}/${message}`, says: sentences(title, message), icon: severity === 'error' || severity === 'warning' ? 'warning' : 'info' };
  if (story === undefined) return { ...row, label: message };
  return { ...row, label: title ?? message, ...(title !== undefined && { description: message }), kind: 'story', command: COMMANDS.open, about: { story } };
}
