// Logistic regression with few weights (FTRL-proximal): small enough to ship and to read.

/**
 * Learns weights for one question from examples `{ features: number[], truth: 0|1, weight }`, features being indexes.
 * Deterministic: the order of the examples is shuffled with a fixed seed.
 */
export function learn(examples, size, { l1 = 1, l2 = 1, rate = 0.15, epochs = 12, seed = 7 } = {}) {
  const z = new Float64Array(size);
  const n = new Float64Array(size);
  const weight = (i) => (Math.abs(z[i]) <= l1 ? 0 : -(z[i] - Math.sign(z[i]) * l1) / ((1 + Math.sqrt(n[i])) / rate + l2));
  const random = generator(seed);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, truth, weight: cost } = examples[index];
      let sum = 0;
      const weights = features.map((i) => {
        const w = weight(i);
        sum += w;
        return w;
      });
      const gradient = (sigmoid(sum) - truth) * cost;
      features.forEach((i, at) => {
        const g2 = gradient * gradient;
        const sigma = (Math.sqrt(n[i] + g2) - Math.sqrt(n[i])) / rate;
        z[i] += gradient - sigma * weights[at];
        n[i] += g2;
      });
    }
  }
  return Float64Array.from({ length: size }, (_, i) => weight(i));
}

export const sigmoid = (x) => 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, x))));

function generator(seed) {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}
