import { TokenClass } from './types.js';

const { number, percent, duration, money, clock, date, times, figure } = TokenClass;

/** Source of the expression that finds one written quantity, units that touch it included. */
export const QUANTITY =
  '[~≈]?[$€£¥]?\\d(?:[\\d,_]*\\d)?(?:[.:/]\\d+)*(?:(?:st|nd|rd|th)\\b)?(?:\\s?%|[a-zA-Zµ]{1,4}\\b|\\+)?';

const TOUCHING_DURATION = /^(ms|us|µs|ns|s|sec|secs|m|min|mins|h|hr|hrs|d|w|wk|mo|yr|yrs)$/;
const DURATION_WORD =
  /^(milliseconds?|msecs?|ms|seconds?|secs?|minutes?|mins?|min|hours?|hrs?|hr|days?|weeks?|months?|quarters?|years?|sprints?|nights?|weekends?)$/;
const MAGNITUDE = /^(k|m|bn?|million|billion|thousand|hundred|mio|crores?|lakhs?)$/i;

/** Classes of a written quantity such as `45%`, `$2,000`, `3x`, `450ms`, `3:25`, `2021-03-02`. */
export function classesOfQuantity(source: string): number {
  const text = source.replace(/^[~≈]/, '');
  if (/^\d{1,4}[/.]\d{1,2}[/.]\d{2,4}$/.test(text) || /^(19|20)\d\d$/.test(text)) return number | date;
  if (/^\d{1,2}:\d{2}(:\d{2})?\s?[ap]?m?$/i.test(text) || /^\d{1,2}\s?[ap]m$/i.test(text)) return number | clock;
  if (/^\d+(st|nd|rd|th)$/.test(text)) return 0;
  if (/^\d+\.\d+\.\d+/.test(text)) return 0;
  if (/%$/.test(text)) return number | percent | figure;
  if (/^[$€£¥]/.test(text)) return number | money | figure;
  const unit = /([a-zA-Zµ]+)$/.exec(text)?.[1];
  if (!unit) return number | figure;
  if (/^x$/i.test(unit)) return number | times | figure;
  if (TOUCHING_DURATION.test(unit)) return number | duration | figure;
  return number | figure;
}

/** What a word after a number makes of the two together; 0 when they stay apart. */
export function classesOfUnit(word: string): number {
  if (DURATION_WORD.test(word)) return number | duration | figure;
  if (word === 'percent' || word === 'percentage' || word === 'pct') return number | percent | figure;
  if (word === 'times' || word === 'fold') return number | times | figure;
  if (word === 'am' || word === 'pm' || word === 'a.m' || word === 'p.m' || word === "o'clock") return number | clock;
  if (word === 'dollars' || word === 'euros' || word === 'usd' || word === 'eur' || word === 'pounds' || word === 'rupees') return number | money | figure;
  if (MAGNITUDE.test(word)) return number | figure;
  return 0;
}

const NUMBER_WORDS = new Set(
  ('zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens').split(' '),
);

/** Classes of a number written as a word; `one` counts only before a unit, as it is mostly a pronoun. */
export function classesOfNumberWord(word: string): number {
  if (word === 'twice' || word === 'thrice') return number | times | figure;
  return NUMBER_WORDS.has(word) ? number | figure : 0;
}

const BEFORE_IDENTIFIER =
  /^(sev|severity|version|v|phase|tier|step|level|priority|no|number|http|https|status|error|code|port|layer|python|java|node|windows|debian|ubuntu|rhel|centos|php|angular|vue|react|rails|django|spring|iso|rfc|ticket|room|day|week|q|quarter|chapter|option|stage|grade|ipv)$/;

/** True when the word before a bare number makes it a name ("SEV 2", "Python 3", "HTTP 503"), not an amount. */
export function namesAnIdentifier(before: string): boolean {
  return BEFORE_IDENTIFIER.test(before);
}

/** True for 4xx and 5xx before the words that make them status codes. */
export function isStatusCode(source: string, next: string | undefined): boolean {
  return /^[45]\d\d(s|x)?$/i.test(source) && (next === undefined || /^(error|errors|status|response|responses|code|codes|s|gateway|internal|bad|not|and|or)$/.test(next));
}
