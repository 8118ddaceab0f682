import { drawMarks, fillBar } from './bar.js';
import { byId, saying, tell } from './dom.js';
import type { FromPage, Rehearsal, Words } from './messages.js';
import { showOutcome } from './outcome.js';
import { clockText, fill } from './say.js';
import { Timer, type Clock, type Happening, type Snapshot } from './timer.js';

const CLOCK: Clock = { now: () => performance.now(), wall: () => Date.now() };

/** One rehearsal on the page, from its first second to what it came to. */
export class Run {
  readonly #rehearsal: Rehearsal;
  readonly #words: Words;
  readonly #post: (message: FromPage) => void;
  readonly #timer: Timer;
  #second = -1;
  #finished = false;

  constructor(rehearsal: Rehearsal, snapshot: Snapshot | undefined, words: Words, post: (message: FromPage) => void) {
    this.#rehearsal = rehearsal;
    this.#words = words;
    this.#post = post;
    this.#timer = new Timer(rehearsal.timeline, CLOCK, snapshot);
    this.#begin();
    if (snapshot) this.#say(fill(words.closedAt, this.#clock()));
  }

  get running(): boolean {
    return this.#timer.running;
  }

  get finished(): boolean {
    return this.#finished;
  }

  startOrPause(): void {
    if (this.#finished) return;
    if (this.#timer.running) {
      this.#tell(this.#timer.pause(document.hidden));
      this.#announce(fill(this.#words.paused, this.#clock()));
    } else {
      this.#ask('');
      const fresh = this.#timer.elapsed === 0;
      this.#timer.start();
      if (fresh) this.#tell([{ kind: 'part', part: 0 }]);
    }
    this.#draw(true);
  }

  next(): void {
    if (!this.#finished && this.#timer.running && this.#timer.next()) this.#draw(true);
  }

  finish(): void {
    if (this.#finished || this.#timer.elapsed === 0) return;
    this.#timer.pause(document.hidden);
    this.#finished = true;
    this.#ask('');
    this.#draw(true);
    byId('run').hidden = true;
    byId('end').hidden = false;
    const { target } = this.#rehearsal.timeline;
    showOutcome(this.#timer.outcome, target, this.#words);
    byId('endTitle').focus();
  }

  /** Asks for the rehearsal to be noted. */
  note(note: string): void {
    this.#post({ kind: 'note', seconds: this.#timer.outcome.seconds, note });
  }

  /** Looks at the clock. */
  tick(hidden: boolean): void {
    this.#tell(this.#timer.tick(hidden));
    this.#draw();
  }

  #begin(): void {
    const { title, cues, advice, timeline } = this.#rehearsal;
    tell('title', title);
    tell('advice', advice ?? '');
    tell('changed', '');
    this.#ask('');
    byId('run').hidden = false;
    byId('end').hidden = true;
    byId('cueList').hidden = cues.length === 0;
    byId('cues').replaceChildren(...cues.map(({ text, from }) => {
      const item = document.createElement('li');
      item.append(saying('span', clockText(from), { class: 'from' }), saying('span', text));
      return item;
    }));
    drawMarks(timeline);
    this.#draw(true);
  }

  #draw(now = false): void {
    const second = Math.floor(this.#timer.elapsed / 1000);
    if (second === this.#second && !now) return;
    this.#second = second;
    const { timeline, cues } = this.#rehearsal;
    const clock = fill(this.#words.clock, clockText(second), clockText(timeline.target));
    tell('clock', clock);
    fillBar(second, timeline, this.#words.clock);
    this.#drawParts();
    const due = this.#timer.elapsed > 0 ? cues.findLastIndex(({ from }) => from <= second) : -1;
    [...byId('cues').children].forEach((item, index) => (index === due ? item.setAttribute('aria-current', 'step') : item.removeAttribute('aria-current')));
    tell('start', this.#timer.running ? this.#words.pause : second > 0 ? this.#words.goOn : this.#words.start);
    if (this.#timer.elapsed > 0) this.#post({ kind: 'at', snapshot: this.#timer.snapshot });
  }

  #drawParts(): void {
    const { stretches } = this.#rehearsal.timeline;
    const [mine, due, following] = [stretches[this.#timer.part], stretches[this.#timer.due], stretches[this.#timer.part + 1]];
    tell('due', due ? fill(this.#words.due, due.title, clockText(due.to)) : '');
    tell('mine', mine ? fill(following ? this.#words.inPart : this.#words.inLastPart, mine.title, following?.title ?? '') : '');
    byId<HTMLButtonElement>('next').disabled = !following || !this.#timer.running;
    byId<HTMLButtonElement>('finish').disabled = this.#timer.elapsed === 0 && !this.#timer.running;
  }

  #tell(happened: readonly Happening[]): void {
    const { half, most, full, begins, jumped } = this.#words;
    const said = happened.map((event) => {
      if (event.kind === 'part') return fill(begins, this.#rehearsal.timeline.stretches[event.part]?.title ?? '');
      if (event.kind === 'milestone') return [half, most, full][event.nth] ?? '';
      this.#ask(fill(jumped, this.#clock()));
      this.#draw(true);
      return '';
    });
    if (this.#rehearsal.timeline.stretches.length === 0 && happened[0]?.kind === 'part') return;
    if (said.some((text) => text !== '')) this.#announce(said.join(' '));
  }

  /** Says what happened and leaves it to the person whether to go on. */
  #ask(question: string): void {
    this.#say(question);
    if (question !== '') byId('goOn').focus();
  }

  #say(question: string): void {
    tell('asking', question);
    byId('question').hidden = question === '';
  }

  #announce(text: string): void {
    byId('live').textContent = text;
  }

  #clock(): string {
    return clockText(this.#timer.elapsed / 1000);
  }
}
