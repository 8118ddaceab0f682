const PREFIXED = [
  /^(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}$/,
  /^gh[pousr]_[A-Za-z0-9]{20,}$/,
  /^github_pat_\w{20,}$/,
  /^glpat-[\w-]{16,}$/,
  /^xox[abeprs]-[\w-]{10,}$/,
  /^(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,}$/,
  /^sk-[\w-]{20,}$/,
  /^AIza[\w-]{30,}$/,
  /^ya29\.[\w.-]{20,}$/,
  /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?$/,
  /^SG\.[\w-]{16,}\.[\w-]{16,}$/,
  /^npm_[A-Za-z0-9]{30,}$/,
  /^pypi-[\w-]{30,}$/,
  /^hvs\.[\w-]{20,}$/,
];

const ASSIGNED = /^(.*(?:passwo?r?d|passwd|secret|token|api_?-?key|access_?-?key|account_?-?key))[=:](.{6,})$/i;

/** Where a key or a token stands in a run of characters; undefined where none does. */
export function secretIn(run: string): { readonly start: number; readonly end: number } | undefined {
  const whole = { start: 0, end: run.length };
  const assigned = ASSIGNED.exec(run);
  if (assigned && /\d/.test(assigned[2]!) && /[a-z]/i.test(assigned[2]!) && !/[$%]/.test(assigned[2]!)) return { start: run.length - assigned[2]!.length, end: run.length };
  if (PREFIXED.some((pattern) => pattern.test(run)) || isRandom(run)) return whole;
  return undefined;
}

const LEAST_DIFFERENT = 14;

/** Letters of both cases and digits, as no word and no path mixes them. A checksum in hexadecimal digits is nobody's secret. */
function isRandom(run: string): boolean {
  if (run.length < 28 || !/^[A-Za-z0-9+/_=-]+$/.test(run) || /^[0-9a-f-]+$/i.test(run)) return false;
  if (!/\d.*\d.*\d/.test(run) || !/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false;
  const turns = run.match(/\d[A-Za-z]|[a-z][A-Z]|[A-Za-z]\d/g)?.length ?? 0;
  return new Set(run).size >= LEAST_DIFFERENT && turns * 5 >= run.length && !/[a-z]{7}/.test(run);
}
