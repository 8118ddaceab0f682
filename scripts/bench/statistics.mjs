/** The value below which a share of the numbers lies, 0.5 the median; between two numbers it is as far as the share is. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below] + (sorted[Math.ceil(at)] - sorted[below]) * (at - below);
}

export const median = (numbers) => quantile(numbers, 0.5);

/**
 * How many times as long one contestant took as another in the same rounds: the median of the ratios and the quartiles. A machine
 * that is busy in one round is so for both. Rounds are Maps from their name to a time; those that only one of them has count nothing.
 */
export function pairedRatio(times, others) {
  const ratios = [...times].flatMap(([round, time]) => (others.has(round) ? [time / others.get(round)] : []));
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

/** The power with which times grow with sizes, from pairs `[size, time]`: the slope of the line through their logarithms, 1 where twice the size takes twice the time. */
export function exponent(pairs) {
  const points = pairs.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const [meanX, meanY] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
