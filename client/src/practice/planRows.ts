import * as vscode from 'vscode';
import type { PlannedStep, PlanProgress, StepNeed } from '../../../server/src/lsp/protocol.js';
import { COMMANDS as BANK } from '../bank/commands.js';
import type { About, Row } from '../bank/row.js';
import { inMarkdown, sentences } from '../bank/words.js';
import { COMMANDS } from './commands.js';

/** A step as a row, with what it still wants. */
export interface StepRow extends Row {
  readonly step: PlannedStep;
}

const ICONS: Record<PlannedStep['state'], string> = { done: 'pass-filled', next: 'arrow-right', open: 'circle-outline' };

/** A plan with its steps. */
export function planRow({ id, title, summary, steps, minutesLeft }: PlanProgress): Row {
  const done = steps.filter(({ state }) => state === 'done').length;
  const standing = minutesLeft === 0 ? vscode.l10n.t('all {0} done', steps.length) : vscode.l10n.t('{0} of {1} done, {2} left', done, steps.length, timeInWords(minutesLeft));
  return { id: `plan/${id}`, label: title, description: standing, says: sentences(title, standing), expanded: true, tooltip: () => summary, children: () => steps.map((step) => stepRow(step, id)) };
}

/** `25 min`, `8 h`. */
export function timeInWords(minutes: number): string {
  if (minutes < 60) return vscode.l10n.t('{0} min', minutes);
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? vscode.l10n.t('{0} h', hours) : vscode.l10n.t('{0} h {1} min', hours, minutes % 60);
}

function stepRow(step: PlannedStep, plan: string): StepRow {
  const { id, title, about, state, stories, wanted, reached, minutes, ticked, need } = step;
  const count = wanted > 1 && need ? [vscode.l10n.t('{0} of {1}', reached, wanted)] : [];
  const words = [stateInWords(state), ...count, ...(need ? [needInWords(need), timeInWords(minutes)] : [])].filter((word) => word !== '');
  const path = `plan/${plan}/${id}`;
  return {
    id: path,
    label: title,
    description: words.join(' · '),
    says: sentences(title, ...words, about),
    icon: ICONS[state],
    tooltip: () => new vscode.MarkdownString([`**${inMarkdown(title)}** · ${timeInWords(minutes)}`, inMarkdown(about), inMarkdown(words.join(' · '))].join('\n\n')),
    kind: ticked ? 'stepToTick' : need ? 'stepToDo' : 'stepDone',
    step,
    ...((ticked || need) && { command: COMMANDS.goOn }),
    ...(need?.story && { about: { story: need.story.id } satisfies About }),
    ...(stories.length > 0 && { children: () => stories.map((story) => restRow(story, path)) }),
  };
}

function restRow({ id, title }: PlannedStep['stories'][number], path: string): Row {
  return { id: `${path}/${id}`, label: title, says: title, icon: 'pass', kind: 'storyToTell', command: BANK.open, about: { story: id } };
}

function stateInWords(state: PlannedStep['state']): string {
  const names: Record<PlannedStep['state'], string> = { done: vscode.l10n.t('done'), next: vscode.l10n.t('next'), open: '' };
  return names[state];
}

/** What is to be done about a step. */
function needInWords({ what, story, shape, missing = [] }: StepNeed): string {
  const title = story?.title ?? '';
  const deeds: Record<StepNeed['what'], () => string> = {
    write: () => (shape ? vscode.l10n.t('write: {0}', shape.title) : vscode.l10n.t('write another story')),
    finish: () => vscode.l10n.t('finish the draft “{0}”', title),
    beats: () => vscode.l10n.t('not heard in “{0}”: {1}', title, missing.join(', ')),
    cues: () => vscode.l10n.t('write the cues of “{0}”', title),
    shorten: () => vscode.l10n.t('shorten “{0}”', title),
    'follow-ups': () => vscode.l10n.t('prepare a follow-up of “{0}”', title),
    rehearse: () => vscode.l10n.t('say “{0}” aloud', title),
    tick: () => vscode.l10n.t('tick it when it is done'),
  };
  return deeds[what]();
}
