/** The contestants of a round, begun with another one each time, so that nobody always comes after the same one. */
export function turned(contestants, round) {
  const at = round % contestants.length;
  return [...contestants.slice(at), ...contestants.slice(0, at)];
}
