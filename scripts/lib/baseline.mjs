/** A plain keyword search, one expression a label: what the engine has to beat. */
const KEYWORDS = {
  ownership_stated: /\b(i owned|i was responsible|my (task|goal|role|responsibility)|i was (asked|tasked|assigned)|i led)\b/i,
  failure_mode_named: /\b(timeouts?|timed out|outage|crash(ed|es|ing)?|failed|failures?|errors?|down|deadlocks?|latency|slow)\b/i,
  root_cause_named: /\b(root cause|caused by|because|due to|turned out|the issue was)\b/i,
  tradeoff_named: /\b(trade-?offs?|instead of|rather than|at the cost of|versus|considered)\b/i,
  prevention_layer: /\b(alerts?|monitoring|runbooks?|tests?|checklists?|guardrails?|postmortem|prevent(ed|ion)?)\b/i,
  measurable_result: /\d+ ?(%|percent|ms|minutes|hours|x\b)/i,
  directional_result: /\b(improved|reduced|faster|fewer|decreased|increased|eliminated|stable|successful(ly)?)\b/i,
  business_impact: /\b(customers?|users?|revenue|business|clients?|sales)\b/i,
  how_known: /\b(verified|validated|measured|monitored|confirmed|load test|since then)\b/i,
  learning_stated: /\b(learned|learnt|lesson|takeaway|next time|since then|i now)\b/i,
};

export function baselineHears(label, text) {
  return KEYWORDS[label].test(text);
}

/** F1 of "present" of one careful reader against the majority of two others, on stories of this kind. */
export const ONE_READER = {
  ownership_stated: 0.98, failure_mode_named: 0.98, root_cause_named: 0.97, tradeoff_named: 0.94, prevention_layer: 0.99, measurable_result: 0.99,
  business_impact: 0.97, how_known: 0.97, learning_stated: 0.98, any_vague: 0.92, any_buzz: 0.87,
};
