import { oneLine, suggestTitle } from './title.js';

/** Tonight's three lines, each as it was typed; any of them may be empty. */
export interface Lines {
  readonly happened: string;
  readonly did: string;
  readonly came: string;
  /** The day, as `2026-11-20`. */
  readonly date: string;
}

export interface Captured {
  readonly title: string;
  readonly text: string;
}

/**
 * A draft of three lines, with slots for what is missing; undefined when nothing was typed. Its title names the file and is
 * no heading in it: there the first line would stand twice.
 */
export function captured({ happened, did, came, date }: Lines): Captured | undefined {
  const title = [happened, did, came].map(suggestTitle).find((each) => each !== undefined);
  if (title === undefined) return undefined;
  const part = (name: string, line: string, slot: string): string => `## ${name}\n\n${line.trim() === '' ? `[${slot}]` : line}\n\n`;
  const text =
    '---\nstar: 1\nstatus: draft\n---\n\n' +
    part('Situation', happened, 'what happened, and who was hurt by it') +
    part('Task', '', 'what was yours to do') +
    part('Action', did, 'what you did, step by step') +
    part('Result', came, 'what came of it') +
    part('Learning', '', 'what you do differently since') +
    `## Notes\n\n- Captured on ${oneLine(date)}.\n`;
  return { title, text };
}
