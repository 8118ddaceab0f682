import * as vscode from 'vscode';
import { element, escaped } from '../bank/html.js';
import { words } from './words.js';

/** What stands in the body of the panel before a rehearsal is put into it. */
export function panelBody(): string {
  return element('main', {},
    element('h1', { id: 'title' }),
    element('p', { id: 'advice' }),
    element('p', { id: 'changed', role: 'status' }),
    question(),
    element('div', { id: 'run' }, clock(), controls(), cues()),
    element('div', { id: 'end', hidden: '' }, outcome(), noting()),
    element('p', { id: 'live', class: 'unseen', 'aria-live': 'polite' }),
    element('span', { id: 'words', hidden: '', 'data-words': JSON.stringify(words()) }),
  );
}

/** What stands in a panel that came back when its story did not. */
export function goneBody(): string {
  return element('main', {}, element('p', {}, escaped(vscode.l10n.t('The story can no longer be opened: it may have been moved, renamed or deleted.'))));
}

function button(id: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  return element('button', { id, type: 'button', ...attributes }, escaped(text));
}

function question(): string {
  return element('div', { id: 'question', hidden: '' },
    element('p', { id: 'asking', role: 'alert' }),
    button('goOn', vscode.l10n.t('Go On'), { class: 'first' }),
    button('fromTheStart', vscode.l10n.t('Start Over')),
  );
}

function clock(): string {
  return [
    element('p', { id: 'clock', role: 'timer', 'aria-live': 'off' }),
    element('p', { id: 'due' }),
    element('p', { id: 'mine', class: 'quiet' }),
    element('div', { id: 'bar', role: 'progressbar', 'aria-label': vscode.l10n.t('Time'), 'aria-valuemin': '0' },
      element('div', { id: 'track' }, element('div', { id: 'fill' })),
      element('div', { id: 'parts', 'aria-hidden': 'true' }),
      element('div', { id: 'milestones', 'aria-hidden': 'true' }),
    ),
  ].join('\n');
}

function controls(): string {
  return element('div', { id: 'controls' },
    button('start', vscode.l10n.t('Start'), { class: 'first', 'aria-keyshortcuts': 'Space' }),
    button('next', vscode.l10n.t('Next Part'), { 'aria-keyshortcuts': 'N' }),
    button('again', vscode.l10n.t('Start Over'), { 'aria-keyshortcuts': 'R' }),
    button('finish', vscode.l10n.t('Finish'), { 'aria-keyshortcuts': 'Escape' }),
    element('p', { class: 'quiet' }, escaped(vscode.l10n.t('Keys: Space starts and pauses, N goes to the next part, R starts over, Esc or Enter finishes.'))),
  );
}

function cues(): string {
  return element('section', { id: 'cueList', 'aria-labelledby': 'cuesTitle' }, element('h2', { id: 'cuesTitle' }, escaped(vscode.l10n.t('Cues'))), element('ol', { id: 'cues' }));
}

function outcome(): string {
  const titles = [vscode.l10n.t('Part'), vscode.l10n.t('Took'), vscode.l10n.t('Planned'), vscode.l10n.t('Difference')];
  return [
    element('h2', { id: 'endTitle', tabindex: '-1' }, escaped(vscode.l10n.t('How long it took'))),
    element('p', { id: 'summary' }),
    element('table', {}, element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, escaped(title))))), element('tbody', { id: 'rows' })),
    element('p', { id: 'undivided', class: 'quiet' }),
    element('p', { id: 'cutFirst', hidden: '' }, button('cut', vscode.l10n.t('What to Cut First…'))),
  ].join('\n');
}

function noting(): string {
  return [
    element('div', { id: 'noting', role: 'group', 'aria-labelledby': 'notingTitle' },
      element('h2', { id: 'notingTitle' }, escaped(vscode.l10n.t('Note this rehearsal in the story?'))),
      element('p', {}, escaped(vscode.l10n.t('The day and the time are added to rehearsed at its top. Nothing else is changed, and Undo takes it back.'))),
      element('label', { for: 'text' }, escaped(vscode.l10n.t('A note for the next time'))),
      element('textarea', { id: 'text', rows: '2', maxlength: '500' }),
      element('p', {}, element('label', {}, element('input', { id: 'keep', type: 'checkbox' }), escaped(vscode.l10n.t('Keep the note in the story, too')))),
      button('note', vscode.l10n.t('Note It'), { class: 'first' }),
      button('notNow', vscode.l10n.t('Not Now')),
    ),
    element('p', { id: 'notedText', role: 'status' }),
    element('p', {}, button('once', vscode.l10n.t('Rehearse Again'))),
  ].join('\n');
}
