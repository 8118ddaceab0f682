// From which probability a sentence counts: one that is strong is enough, two that are weak count together.

/**
 * A sentence is shown as evidence, so it has to be likely by itself. Lower thresholds would do better on stories
 * where nearly everyone says the beat somewhere, by guessing.
 */
const STEPS = Array.from({ length: 23 }, (_, i) => 0.3 + i * 0.025);
/** Two such sentences together. */
const FAINTEST = 0.2;
/** Strangers' stories are fewer, and are what it is for. */
const STRANGERS = 2;

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

/** The thresholds that do best on stories of authors not read, and on strangers' stories if there are any. */
export function choose(own, strangers) {
  let best = { strong: 0.5, weak: 0.9, score: -1 };
  for (const strong of STEPS) {
    for (const weak of [0.6, 0.8, 1].map((part) => Math.max(FAINTEST, strong * part))) {
      const score = f1(own, strong, weak) + (strangers.length ? STRANGERS * f1(strangers, strong, weak) : 0);
      if (score > best.score + 1e-9) best = { strong, weak, score };
    }
  }
  return { strong: round(best.strong), weak: round(best.weak) };
}

/** How often a beat that is reported as missing has to be missing, for the gap to be reported as loudly as it is asked for. */
const RIGHT = 0.95;

/** A beat that nearly everybody says is missed by few: then hardly anything is sure enough. */
const LEAST = 0.002;

/**
 * The highest probability below which a beat that is not heard is missing nineteen times in twenty. Where no sentence comes
 * as near as that, its gap is reported as loudly as shape and profile ask; else a step more gently.
 */
export function sure(rows, { strong, weak }) {
  const unheard = rows
    .filter((row) => !says(row, strong, weak))
    .map((row) => ({ truth: row.truth, near: Math.max(0, ...row.sentences.map((sentence) => (sentence.weak ? strong : sentence.likely))) }));
  for (let bound = strong; bound > LEAST; bound *= 0.93) {
    const below = unheard.filter(({ near }) => near < bound);
    if (below.length > 0 && below.filter(({ truth }) => !truth).length >= RIGHT * below.length) return round(bound);
  }
  return LEAST;
}

const round = (value) => Math.round(value * 1000) / 1000;
