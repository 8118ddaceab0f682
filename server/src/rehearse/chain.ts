/** A sentence of a story and one of a transcript that may say it, by their numbers, and how much speaks for it. */
export interface Pair {
  readonly told: number;
  readonly said: number;
  readonly weight: number;
}

/** The pairs that weigh most together and go forward in both. Pairs come ordered by `told`, then `said`; time is linear but for a logarithm. */
export function heaviestChain(pairs: readonly Pair[], length: number): Pair[] {
  const best: number[] = [];
  const before: number[] = [];
  // A tree over the sentences of the transcript: the heaviest chain that ends at one of them or earlier.
  const upTo = new Int32Array(length + 1).fill(-1);
  let heaviest = -1;
  pairs.forEach(({ said, weight }, at) => {
    let previous = -1;
    for (let place = said + 1; place > 0; place -= place & -place) previous = heavier(best, previous, upTo[place]!);
    before[at] = previous;
    best[at] = weight + (previous < 0 ? 0 : best[previous]!);
    for (let place = said + 1; place <= length; place += place & -place) upTo[place] = heavier(best, upTo[place]!, at);
    heaviest = heavier(best, heaviest, at);
  });
  const chain: Pair[] = [];
  for (let at = heaviest; at >= 0; at = before[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}

function heavier(best: readonly number[], a: number, b: number): number {
  return a < 0 || (b >= 0 && best[b]! > best[a]!) ? b : a;
}
