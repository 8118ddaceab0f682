import * as vscode from 'vscode';
import type { BankOverview, BankQuestion, RankedStory } from '../../../server/src/lsp/protocol.js';
import { COMMANDS } from './commands.js';
import type { Row } from './row.js';
import { fitInWords, inMarkdown, sentences, titleOf } from './words.js';

/** As filled as the story fits. */
const ICONS: Record<BankQuestion['fit'], string> = { strong: 'pass-filled', workable: 'pass', stretch: 'circle-outline', gap: 'circle-slash' };

interface Group {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly BankQuestion[];
}

/** The questions of the bank by signal, each with its best stories; those that want no story come last. */
export function questionRows({ stories, questions, signals }: BankOverview): Row[] {
  if (stories.length === 0) return [];
  const wanting = questions.filter(({ wantsStory }) => wantsStory);
  const groups: Group[] = [
    ...signals.map(({ id, title }) => ({ id: `signal:${id}`, title, questions: wanting.filter((question) => question.signals.includes(id)) })),
    { id: 'other', title: vscode.l10n.t('For any signal'), questions: wanting.filter((question) => question.signals.length === 0) },
  ];
  const short = questions.filter(({ wantsStory }) => !wantsStory);
  return [...groups.filter((group) => group.questions.length > 0).map(groupRow), ...(short.length > 0 ? [shortRow(short)] : [])];
}

function groupRow({ id, title, questions }: Group): Row {
  const gaps = questions.filter(({ fit }) => fit === 'gap').length;
  const count = questionsInWords(questions.length);
  const description = gaps === 0 ? count : vscode.l10n.t('{0}, {1} without a story', count, gaps);
  return { id, label: title, description, says: sentences(title, description), children: () => questions.map((question) => questionRow(question, id)) };
}

function shortRow(questions: readonly BankQuestion[]): Row {
  const label = vscode.l10n.t('Short answers, no story');
  const count = questionsInWords(questions.length);
  const children = (): Row[] =>
    questions.map(({ id, text }) => ({ id: `short/${id}`, label: text, says: text, icon: 'comment', kind: 'question', command: COMMANDS.match, about: { question: { id, text } } }));
  return { id: 'short', label, description: count, says: sentences(label, count), children };
}

function questionRow({ id, text, fit, best }: BankQuestion, group: string): Row {
  const path = `${group}/${id}`;
  const [first] = best;
  const answer = first ? vscode.l10n.t('{0}: {1}', fitInWords(fit), titleOf(first)) : vscode.l10n.t('Gap: no story yet');
  return {
    id: path,
    label: text,
    description: answer,
    says: sentences(text, answer),
    icon: ICONS[fit],
    tooltip: () => new vscode.MarkdownString(`**${inMarkdown(text)}**\n\n${inMarkdown(answer)}`),
    kind: 'question',
    about: { question: { id, text } },
    ...(first ? { children: () => best.map((story) => rankedRow(story, path)) } : { command: COMMANDS.match }),
  };
}

function rankedRow(story: RankedStory, path: string): Row {
  const { id, framing, fit, reasons } = story;
  const label = titleOf(story);
  return {
    id: `${path}/${id}/${framing ?? ''}`,
    label,
    description: fitInWords(fit),
    says: sentences(label, fitInWords(fit), ...reasons),
    icon: ICONS[fit],
    tooltip: () => new vscode.MarkdownString([`**${inMarkdown(label)}** · ${fitInWords(fit)}`, reasons.map((reason) => `- ${inMarkdown(reason)}`).join('\n')].join('\n\n')),
    kind: 'story',
    command: COMMANDS.open,
    about: { story: id, ...(framing !== undefined && { framing }) },
  };
}

function questionsInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}
