/** Words that a question is not about. */
const PLAIN = new Set(
  ('a an the and or but of to in on at for from by with about into as than then so if when while what which who whom whose how why where did do does done was were is are be been had has have having ' +
    'would could can will should may might you your yours it its that this these those there they them their he she we our us i my me not no one any some all more most').split(' '),
);

/** So much of the shorter question has to be in the other for the two to be the same. */
const NEARLY = 0.7;

/** True when two questions are nearly the same words, or one is said inside the other. */
export function sameQuestion(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)].sort((x, y) => x.telling.size - y.telling.size || x.all.size - y.all.size) as [Words, Words];
  if (a.all.size === 0) return false;
  if (a.telling.size >= 2) return shared(a.telling, b.telling) >= NEARLY;
  // So little is no proof: the plain words have to agree as well.
  return [...a.telling].every((word) => b.telling.has(word)) && shared(a.all, b.all) >= NEARLY;
}

interface Words {
  readonly all: ReadonlySet<string>;
  /** Those that say what the question is about. */
  readonly telling: ReadonlySet<string>;
}

function wordsOf(text: string): Words {
  const words = text.toLowerCase().replace(/’/g, "'").match(/[\p{L}\p{N}%]+(?:'\p{L}+)?/gu) ?? [];
  return { all: new Set(words), telling: new Set(words.filter((word) => !PLAIN.has(word)).map(stem)) };
}

/** How much of one set is in another, 0–1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length / a.size;
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word;
}
