import { table } from './table.js';

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = table({ thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 });

/** The numbers in some words, whether said or written: "zero point two percent" and "0.2%" are both 0.2. */
export function numbersIn(words: readonly string[]): number[] {
  const reader = new NumberReader();
  for (const word of words.flatMap((each) => each.split(/[\s:–-]+/))) reader.read(word);
  return reader.finish();
}

class NumberReader {
  readonly #found: number[] = [];
  /** Thousands and millions that are complete. */
  #whole = 0;
  #part: number | undefined;
  #decimals: string | undefined;

  read(word: string): void {
    const digits = /^[~≈$€£¥]?(\d[\d,_]*(?:\.\d+)?)([a-zµ]*)/i.exec(word);
    if (digits) return this.#digits(Number(digits[1]!.replace(/[,_]/g, '')), SCALES[digits[2]!.toLowerCase()]);
    const unit = UNITS.indexOf(word);
    const ten = (TENS.indexOf(word) + 2) * 10;
    if (this.#decimals !== undefined && unit >= 0 && unit < 10) this.#decimals += unit;
    else if (unit >= 0) this.#add(unit, unit < 10 && unit > 0 ? 10 : 100);
    else if (TENS.includes(word)) this.#add(ten, 100);
    else if (word === 'twice') this.#add(2, 100);
    else if (word === 'hundred') this.#part = (this.#part ?? 1) * 100;
    else if (word.length > 2 && SCALES[word]) this.#scale(SCALES[word]);
    else if (word === 'point' && this.#part !== undefined) this.#decimals = '';
    else this.#close();
  }

  finish(): number[] {
    this.#close();
    return this.#found;
  }

  #digits(value: number, scale = 1): void {
    this.#close();
    this.#part = value * scale;
    if (scale !== 1) this.#close();
  }

  /** A number goes on the one before it where that leaves room: "twenty" and "six", but not "five" and "fifty". */
  #add(value: number, room: number): void {
    const fits = this.#part === undefined || (this.#part > 0 && this.#part % room === 0 && this.#decimals === undefined);
    if (!fits) this.#close();
    this.#part = (this.#part ?? 0) + value;
  }

  #scale(scale: number): void {
    this.#whole += ((this.#part ?? 1) + this.#fraction()) * scale;
    [this.#part, this.#decimals] = [undefined, undefined];
  }

  #fraction(): number {
    return this.#decimals ? Number(`0.${this.#decimals}`) : 0;
  }

  #close(): void {
    if (this.#part !== undefined || this.#whole > 0) this.#found.push(this.#whole + (this.#part ?? 0) + this.#fraction());
    [this.#whole, this.#part, this.#decimals] = [0, undefined, undefined];
  }
}
