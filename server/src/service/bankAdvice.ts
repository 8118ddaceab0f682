import type { Advice } from '../bank/index.js';
import type { Rubric } from '../rubric/index.js';

/** A piece of advice, said once however many stories it is about. */
export interface BankAdvice extends Pick<Advice, 'code' | 'severity' | 'message'> {
  /** What its criterion is called. */
  readonly title: string;
  /** The numbers of the stories it is about; absent when it is about all of them. */
  readonly stories?: readonly number[];
}

/** The advice with each sentence once; `numbers` are those of the stories by their addresses. */
export function bankAdvice(advice: readonly Advice[], numbers: ReadonlyMap<string, number>, { data }: Rubric): BankAdvice[] {
  const titles = new Map([...data.checks, ...data.wider].map(({ code, title }) => [code, title]));
  const said = new Map<string, Omit<BankAdvice, 'stories'> & { stories?: number[] }>();
  for (const { code, severity, message, story } of advice) {
    const key = `${code} ${severity} ${message}`;
    const known = said.get(key) ?? { code, title: titles.get(code) ?? code, severity, message, ...(story === undefined ? {} : { stories: [] }) };
    if (story !== undefined) known.stories?.push(numbers.get(story)!);
    said.set(key, known);
  }
  return [...said.values()];
}
