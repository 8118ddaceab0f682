// From which probability a sentence counts: one that is strong is enough, two that are weak count together.

const STEPS = Array.from({ length: 36 }, (_, i) => 0.1 + i * 0.025);

/** Whether a story says a beat, by the rule the engine goes by. */
export function says({ sentences }, strong, weak) {
  if (sentences.some((sentence) => sentence.strong || sentence.likely >= strong)) return true;
  return sentences.filter((sentence) => sentence.weak || sentence.likely >= weak).length >= 2;
}

export function f1(rows, strong, weak) {
  let [hits, wrong, missed] = [0, 0, 0];
  for (const row of rows) {
    if (says(row, strong, weak)) row.truth ? hits++ : wrong++;
    else if (row.truth) missed++;
  }
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed);
}

/** The thresholds that do best on stories of authors not read and, as much again, on strangers' stories. */
export function choose(own, strangers) {
  let best = { strong: 0.5, weak: 0.9, score: -1 };
  for (const strong of STEPS) {
    for (const weak of [strong * 0.5, strong * 0.7, strong]) {
      const score = f1(own, strong, weak) + (strangers.length ? f1(strangers, strong, weak) : 0);
      if (score > best.score + 1e-9) best = { strong, weak, score };
    }
  }
  return { strong: round(best.strong), weak: round(best.weak) };
}

const round = (value) => Math.round(value * 1000) / 1000;
