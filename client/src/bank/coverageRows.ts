import * as vscode from 'vscode';
import type { BankAdvice, BankOverview, BankRow, CoverageLine, CoverageSheet } from '../../../server/src/lsp/protocol.js';
import { COMMANDS } from './commands.js';
import type { Row } from './row.js';
import { sentences, statusInWords, storiesInWords, titleOf } from './words.js';

/** The stories of the bank, in the order of their numbers. */
type Stories = readonly BankRow[];

const ICONS: Record<CoverageLine['state'], string> = { covered: 'pass', draft: 'edit', gap: 'circle-slash' };

/** What to write next, themes and signals with their stories, and advice at the end; nothing where there is no story yet, and no counsel before all are read. */
export function coverageRows({ stories, coverage, advice, complete }: BankOverview): Row[] {
  if (stories.length === 0) return [];
  const { next, themes, signals, profile } = coverage;
  const counsel = complete ? advice : [];
  const single = counsel.filter((each) => each.stories !== undefined);
  return [
    ...(next && complete ? [nextRow(next)] : []),
    groupRow('themes', vscode.l10n.t('Themes of {0}', profile.title), themes, stories),
    groupRow('signals', vscode.l10n.t('Signals'), signals, stories),
    ...counsel.filter((each) => each.stories === undefined).map(bankAdviceRow),
    ...(single.length > 0 ? [singleRow(single, stories)] : []),
  ];
}

function nextRow({ shape, title, why }: NonNullable<CoverageSheet['next']>): Row {
  const label = vscode.l10n.t('Write next: {0}', title);
  return { id: 'next', label, description: why, says: sentences(label, why), icon: 'lightbulb', kind: 'next', command: COMMANDS.newOfKind, about: { shape } };
}

function groupRow(id: string, title: string, rows: readonly CoverageLine[], stories: Stories): Row {
  const covered = vscode.l10n.t('{0} of {1} covered', rows.filter(({ state }) => state === 'covered').length, rows.length);
  const children = (): Row[] => rows.map((row) => coverageRow(row, id, stories));
  return { id, label: title, description: covered, says: sentences(title, covered), children, expanded: true };
}

function coverageRow({ id, title, about, stories: cells, state, maybe }: CoverageLine, group: string, stories: Stories): Row {
  const path = `${group}/${id}`;
  const count = cells.filter(({ story }) => state === 'draft' || stories[story]!.status !== 'draft').length;
  const standing = maybe.length > 0 ? vscode.l10n.t('none is marked, perhaps there is one') : standingOf(state, count);
  return {
    id: path,
    label: title,
    description: standing,
    says: sentences(title, standing, about),
    icon: ICONS[state],
    tooltip: () => about,
    ...(cells.length + maybe.length > 0 && { children: () => [...cells.map((cell) => cellRow(cell, path, stories[cell.story]!)), ...maybe.map((story) => maybeRow(stories[story]!, path))] }),
  };
}

function standingOf(state: CoverageLine['state'], count: number): string {
  if (state === 'gap') return vscode.l10n.t('none yet');
  if (state === 'covered') return storiesInWords(count);
  return count === 1 ? vscode.l10n.t('1 draft only') : vscode.l10n.t('{0} drafts only', count);
}

function cellRow({ how, framing }: CoverageLine['stories'][number], path: string, { id, title, status }: BankRow): Row {
  const label = titleOf({ title, ...(framing !== undefined && { framing }) });
  const heard = how === 'marked' ? vscode.l10n.t('marked in it') : vscode.l10n.t('heard in it');
  const words = status === 'draft' ? [statusInWords('draft'), heard] : [heard];
  return {
    id: `${path}/${id}`,
    label,
    description: words.join(' · '),
    says: sentences(label, ...words),
    icon: status === 'draft' ? 'edit' : 'pass',
    kind: 'story',
    command: COMMANDS.open,
    about: { story: id, ...(framing !== undefined && { framing }) },
  };
}

/** A story that nobody has marked and that sounds like one of this kind. */
function maybeRow({ id, title }: BankRow, path: string): Row {
  const words = vscode.l10n.t('sounds like one: if it is, name its kind in it');
  return { id: `${path}/maybe/${id}`, label: title, description: words, says: sentences(title, words), icon: 'question', kind: 'story', command: COMMANDS.open, about: { story: id } };
}

function bankAdviceRow(advice: BankAdvice): Row {
  return { id: `advice/${advice.code}`, label: advice.message, says: advice.message, icon: iconOf(advice) };
}

/** What is said of single stories: by criterion, the one that is about most stories first, each with its stories. */
function singleRow(advice: readonly BankAdvice[], stories: Stories): Row {
  const label = vscode.l10n.t('About single stories');
  const byCode = new Map<string, BankAdvice[]>();
  for (const each of advice) byCode.set(each.code, [...(byCode.get(each.code) ?? []), each]);
  const largestFirst = [...byCode.values()].sort((a, b) => countOf(b) - countOf(a));
  const count = storiesInWords(new Set(advice.flatMap(storiesOf)).size);
  return { id: 'single', label, description: count, says: sentences(label, count), children: () => largestFirst.map((some) => criterionRow(some, stories)) };
}

function criterionRow(advice: readonly BankAdvice[], stories: Stories): Row {
  const { code, title } = advice[0]!;
  const count = storiesInWords(countOf(advice));
  const children = (): Row[] => advice.flatMap((each) => storiesOf(each).map((story) => adviceRow(each, stories[story]!)));
  return { id: `single/${code}`, label: title, description: count, says: sentences(title, count), icon: iconOf(advice[0]!), children };
}

function adviceRow(advice: BankAdvice, { id, title }: BankRow): Row {
  const { code, message } = advice;
  return { id: `single/${code}/${id}`, label: title, description: message, says: sentences(title, message), icon: iconOf(advice), kind: 'story', command: COMMANDS.open, about: { story: id } };
}

function storiesOf({ stories = [] }: BankAdvice): readonly number[] {
  return stories;
}

function countOf(advice: readonly BankAdvice[]): number {
  return advice.reduce((sum, each) => sum + storiesOf(each).length, 0);
}

function iconOf({ severity }: BankAdvice): string {
  return severity === 'error' || severity === 'warning' ? 'warning' : 'info';
}
