import { byId, saying, tell } from './dom.js';
import type { Words } from './messages.js';
import { clockText, fill } from './say.js';
import type { Outcome } from './timer.js';

/** Shows what a run came to: the whole in words, each part against its target in a table. */
export function showOutcome({ seconds, parts, divided }: Outcome, target: number, words: Words): void {
  const text = seconds > target ? words.over : seconds < target ? words.within : words.exact;
  tell('summary', fill(text, clockText(seconds), clockText(target), clockText(Math.abs(seconds - target))));
  byId('cutFirst').hidden = seconds <= target;
  const rows = divided ? parts.map((part) => row(part.title, part.seconds, part.target, words)) : [];
  byId('rows').replaceChildren(...rows, row(words.together, seconds, target, words));
  tell('undivided', divided || parts.length < 2 ? '' : words.undivided);
}

function row(title: string, seconds: number, target: number, words: Words): HTMLTableRowElement {
  const made = document.createElement('tr');
  const difference = seconds > target ? words.rowOver : seconds < target ? words.rowUnder : words.rowEven;
  const cells = [clockText(seconds), clockText(target), fill(difference, clockText(Math.abs(seconds - target)))];
  made.append(saying('th', title, { scope: 'row' }), ...cells.map((text) => saying('td', text)));
  return made;
}
