import { byId, saying } from './dom.js';
import { clockText, fill } from './say.js';
import type { Course } from './timer.js';

/** Draws the marks of a course along the bar: where parts begin, half, 80 % and the full time. */
export function drawMarks({ target, stretches, milestones }: Course): void {
  const whole = wholeOf({ target, stretches });
  const mark = (kind: string, at: number, text: string): HTMLElement => {
    const made = saying('span', text, { class: kind });
    made.style.left = `${(at / whole) * 100}%`;
    return made;
  };
  byId('parts').replaceChildren(...stretches.map(({ title, from, to }) => {
    const part = mark('part', from, title);
    part.style.width = `${((to - from) / whole) * 100}%`;
    return part;
  }));
  byId('milestones').replaceChildren(...milestones.map((at, nth) => mark('milestone', at, ['50 %', '80 %', '100 %'][nth] ?? '')));
}

/** Fills the bar up to where a run is. */
export function fillBar(seconds: number, course: Course, clock: string): void {
  const bar = byId('bar');
  byId('fill').style.width = `${Math.min(100, (seconds / wholeOf(course)) * 100)}%`;
  bar.setAttribute('aria-valuemax', String(course.target));
  bar.setAttribute('aria-valuenow', String(Math.min(course.target, Math.floor(seconds))));
  bar.setAttribute('aria-valuetext', fill(clock, clockText(seconds), clockText(course.target)));
}

function wholeOf({ target, stretches }: Pick<Course, 'target' | 'stretches'>): number {
  return Math.max(1, target, stretches.at(-1)?.to ?? 0);
}
