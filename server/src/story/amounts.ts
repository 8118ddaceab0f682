import { table } from './table.js';

/** A written amount as a number: of seconds, of percent, of money, or of things. */
export interface Amount {
  readonly of: 'seconds' | 'percent' | 'money' | 'times' | 'things';
  readonly value: number;
  /** The number as it was written, without unit, magnitude and separators. */
  readonly digits: number;
  /** Written with a word such as "about" or "~". */
  readonly rough: boolean;
}

const SECONDS: Readonly<Record<string, number>> = table({
  ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 0.001, msec: 0.001, millisecond: 0.001, s: 1, sec: 1, second: 1, min: 60, minute: 60, h: 3600, hr: 3600, hour: 3600,
  d: 86_400, day: 86_400, night: 86_400, w: 604_800, wk: 604_800, week: 604_800, mo: 2_629_800, month: 2_629_800, quarter: 7_889_400, yr: 31_557_600, year: 31_557_600,
});
const MAGNITUDES: Readonly<Record<string, number>> = table({ k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, mio: 1e6, bn: 1e9, b: 1e9, billion: 1e9, hundred: 100, dozen: 12 });
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const ROUGH = /^(?:[~≈]|about|around|roughly|approximately|nearly|almost|some|over|under|up to|more than|less than|below|above|circa|ca\.?)\s*/i;
const AMOUNT = /^([$€£¥])?(\d[\d,_]*(?:\.\d+)?|[a-z]+)[\s-]?([%a-zµ]+)?(?:\s(\w+))?/i;

/** The amount that a text begins with; undefined where it begins with none. */
export function amountOf(written: string): Amount | undefined {
  const plain = written.trim().replace(/\s+/g, ' ');
  const found = AMOUNT.exec(plain.replace(ROUGH, ''));
  if (!found) return undefined;
  const [, currency, number, unit = ''] = found as unknown as [string, string | undefined, string, string | undefined];
  const digits = /^\d/.test(number) ? Number(number.replace(/[,_]/g, '')) : WORDS.indexOf(number.toLowerCase());
  if (Number.isNaN(digits) || digits < 0) return undefined;
  return { digits, rough: ROUGH.test(plain), ...measured(digits, unit.toLowerCase(), currency !== undefined, found[4]?.toLowerCase()) };
}

function measured(digits: number, unit: string, money: boolean, next: string | undefined): Pick<Amount, 'of' | 'value'> {
  const seconds = SECONDS[unit] ?? SECONDS[unit.replace(/s$/, '')];
  const value = digits * (MAGNITUDES[unit] ?? 1);
  if (money || unit === 'dollars' || unit === 'euros' || unit === 'usd' || unit === 'eur') return { of: 'money', value };
  if (/^(?:%|percent|pct)$/.test(unit)) return { of: 'percent', value: digits };
  if (/^(?:x|times|fold)$/.test(unit)) return { of: 'times', value: digits };
  // "5 m" is five minutes, "5m requests" are five million.
  if (unit === 'm' && next === undefined) return { of: 'seconds', value: digits * 60 };
  return seconds === undefined ? { of: 'things', value } : { of: 'seconds', value: digits * seconds };
}

const ROUGHLY = 1.25;
const NEARLY = 1.1;

/** True when two amounts may well be the same one, one of them rounded or said roughly. */
export function mayBeSame(a: Amount, b: Amount): boolean {
  if (a.of !== b.of) return false;
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  if (low === high) return true;
  return high <= low * (a.rough || b.rough ? ROUGHLY : NEARLY) || isRounded(a, b) || isRounded(b, a);
}

/** True when one is the other with fewer digits: 4.4 and 4, 187 and 190. */
function isRounded(a: Amount, b: Amount): boolean {
  const step = 10 ** (String(a.digits).includes('.') ? -String(a.digits).split('.')[1]!.length : /0*$/.exec(String(a.digits))![0].length);
  const scale = a.digits === 0 ? 1 : a.value / a.digits;
  return a.digits !== 0 && Math.abs(b.value - a.value) < (step * scale) / 2;
}
