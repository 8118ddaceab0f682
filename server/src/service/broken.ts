import type { Broken } from '../review/types.js';

const CALLED: Readonly<Record<Broken['part'], string>> = {
  check: 'check',
  hearing: 'hearing of',
  fix: 'fix for',
  refactoring: 'refactoring',
  hover: 'hover on',
  completion: 'completion of',
  lens: 'lens over',
  offer: 'offer of',
  bank: 'line of the bank on',
};

/** What broke off, in words: "The check no-tradeoff". */
export function nameOfBroken({ part, name }: Pick<Broken, 'part' | 'name'>): string {
  return `The ${CALLED[part]} ${name}`;
}

/** The same as a sentence for a log, a report or an agent. */
export function saidOfBroken(broken: Pick<Broken, 'part' | 'name'>): string {
  return `${nameOfBroken(broken)} broke off and was left out; this is a fault in Starwright.`;
}
