/** Past tenses and participles that do not end in -ed. */
const IRREGULAR_PAST = new Set(
  ('began begun brought built bought caught chose chosen came cut dealt did done drew drawn drove driven fell fallen felt found ' +
    'fought forgot forgotten gave given went gone got gotten grew grown had heard held hit kept knew known laid led learnt left lost ' +
    'made meant met overcame paid put ran rebuilt rewrote rewritten rose risen said sat saw seen sent set shed shook shown shut ' +
    'slept sold split spoke spoken spent spun stood stuck struck swept taught threw thrown told took taken thought understood undid undone ' +
    'was were went woke woken won wore wrote written withdrew undertook underwent oversaw became broke broken froze frozen hid hidden read').split(' '),
);

const NOT_PAST = new Set(
  'need speed feed seed exceed proceed succeed indeed embed bed red shed breed bleed hundred sacred naked feed-back unneeded newsfeed biweekly'.split(' '),
);

const NOT_ING = new Set(
  'thing things something anything nothing everything during king ring string spring bring morning evening ceiling sibling wing sing staging ping bing'.split(' '),
);

/** True for a word that reads as a verb in the past tense or a past participle. */
export function isPast(word: string): boolean {
  if (IRREGULAR_PAST.has(word)) return true;
  return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word);
}

/** True for a word that reads as a verb in -ing. */
export function isIng(word: string): boolean {
  return word.length > 4 && word.endsWith('ing') && !NOT_ING.has(word);
}

/** True for measured things named by letters and digits: p95, MTTR, RPS. */
export function isMetricName(word: string): boolean {
  return /^(p\d{2,3}|mttr|mttd|mtbf|rps|qps|tps|slo|sli|sla|slos|slis|slas|cpu|iops|apdex|lcp|ttfb|fcp)$/.test(word);
}
