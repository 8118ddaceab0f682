/**
 * Counts and F1 of answers `{ truth, said }` for one side: `positive` true scores "present", false scores "missing".
 */
export function scoreOf(answers, positive) {
  const is = (value) => value === positive;
  const hits = answers.filter(({ truth, said }) => is(truth) && is(said)).length;
  const said = answers.filter((answer) => is(answer.said)).length;
  const positives = answers.filter(({ truth }) => is(truth)).length;
  return { hits, said, positives, f1: hits === 0 ? (said === 0 && positives === 0 ? 1 : 0) : (2 * hits) / (said + positives) };
}

/** The 95 % Wilson interval of a share. */
export function interval(hits, of) {
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
