/** Chance that can be had again: numbers from 0 to below 1 by a seed, ATTACK_SEED or the time. */
export function seeded(seed = Number(process.env.ATTACK_SEED ?? Date.now() % 1_000_000)) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return { seed, next, below, pick: (list) => list[below(list.length)] };
}
