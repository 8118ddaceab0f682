import { byId, tell } from './dom.js';
import type { FromPage, PageState, ToPage, Words } from './messages.js';
import { Run } from './run.js';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

/** Milliseconds between two looks at the clock. */
const LOOK = 200;

const host = acquireVsCodeApi();
const post = (message: FromPage): void => {
  if (message.kind === 'at') keep(message.snapshot);
  host.postMessage(message);
};
const words = JSON.parse(byId('words').dataset.words ?? '{}') as Words;
let run: Run | undefined;
let about: PageState | undefined;
let hidden = false;

const acts: Readonly<Record<string, () => void>> = {
  start: () => run?.startOrPause(),
  next: () => run?.next(),
  again: () => post({ kind: 'again' }),
  finish: () => run?.finish(),
  goOn: () => run?.startOrPause(),
  fromTheStart: () => post({ kind: 'again' }),
  once: () => post({ kind: 'again' }),
  cut: () => post({ kind: 'cut' }),
  note: () => {
    byId<HTMLButtonElement>('note').disabled = true;
    run?.note(byId<HTMLInputElement>('keep').checked ? byId<HTMLTextAreaElement>('text').value : '');
  },
  notNow: () => {
    byId('noting').hidden = true;
    tell('notedText', words.notNow);
  },
};
const keys: Readonly<Record<string, string>> = { ' ': 'start', n: 'next', r: 'again', escape: 'finish', enter: 'finish' };

document.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) acts[target.id]?.();
});
document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase();
  const act = keys[key];
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const on = event.target;
  if (on instanceof HTMLTextAreaElement || on instanceof HTMLInputElement) return;
  // A button that has the keyboard is pressed by these two.
  if (on instanceof HTMLButtonElement && (key === ' ' || key === 'enter')) return;
  event.preventDefault();
  acts[act]?.();
});
document.addEventListener('visibilitychange', () => (hidden ||= document.hidden));

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'plan') begin(data);
  if (data.kind === 'changed') tell('changed', words.changed);
  if (data.kind === 'noted') {
    byId('noting').hidden = data.done;
    byId<HTMLButtonElement>('note').disabled = false;
    tell('notedText', data.done ? words.noted : words.notNoted);
    if (data.done) keep(undefined);
  }
});

/** Leaves for a window that reloads what is needed to go on. */
function keep(snapshot: PageState['snapshot']): void {
  if (about) host.setState({ story: about.story, telling: about.telling, ...(snapshot && { snapshot }) });
}

function begin({ rehearsal, state, asked }: Extract<ToPage, { kind: 'plan' }>): void {
  const { snapshot } = state;
  about = state;
  keep(snapshot);
  run = new Run(rehearsal, snapshot, words, post);
  byId('noting').hidden = false;
  byId<HTMLButtonElement>('note').disabled = false;
  tell('notedText', '');
  byId<HTMLTextAreaElement>('text').value = '';
  if (asked) byId(snapshot ? 'goOn' : 'start').focus();
}

setInterval(() => {
  run?.tick(hidden || document.hidden);
  hidden = document.hidden;
}, LOOK);
post({ kind: 'ready' });
