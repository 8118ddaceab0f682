import type { Story, Telling } from '../story/types.js';

/** What a telling can be found by: its words and how often each occurs, what it inherits included. */
export function termsOf(_story: Story, telling: Telling): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const section of [...telling.inherited, ...telling.sections]) {
    for (const { tokens } of section.sentences) for (const { word } of tokens) terms.set(word, (terms.get(word) ?? 0) + 1);
  }
  return terms;
}
