/** So many letters of a name are looked at. */
const LONGEST = 64;

/**
 * The known name a person probably meant, or undefined when none is close.
 * Close is an edit distance of at most a third of the name's length, or a shared beginning.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase();
  const wanted = written.slice(0, LONGEST);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // Each letter that one of them has more is a step.
    if (Math.abs(wanted.length - other.length) >= bestDistance) continue;
    const distance = editDistance(wanted, other);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  if (best !== undefined && bestDistance <= Math.max(1, Math.floor(best.length / 3))) return best;
  if (written.length < 4) return undefined;
  return known.find((candidate) => candidate.startsWith(written) || candidate.endsWith(`-${written}`) || (candidate.length >= 4 && written.startsWith(candidate)));
}

/** ` Did you mean "x"?` when one of the known words is near, otherwise nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

/** Letters added, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change, swapped));
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}
