/** The characters of a written number: plain ASCII, none of which a quoted text escapes. */
const DIGITS = [...Array(92).keys()].map((at) => String.fromCharCode(at + 35)).filter((digit) => !"'\\`".includes(digit));
/** So many of them end a number, the others go on: most numbers are small. */
const LAST = 75;
/** The same where most numbers are large. */
const LAST_OF_LARGE = 45;
/** A number that is so little above the one before it is written as what it is above it. */
const NEAR = 200;

/**
 * Whole numbers as a text, short for what a program has many of: numbers a little above the one `stride` before them, small
 * numbers, and negative ones that say `~place` of something not far from where they stand.
 */
export function writeNumbers(numbers: readonly number[], stride = 1): string {
  return numbers.map((number, at) => {
    const above = number - (numbers[at - stride] ?? 0);
    if (number < 0) return digitsOf(3 * fold(at - ~number) + 2, LAST_OF_LARGE);
    return digitsOf(above >= 0 && above < NEAR ? 3 * above + 1 : 3 * number, LAST_OF_LARGE);
  }).join('');
}

/** The numbers that {@link writeNumbers} wrote with the same stride. */
export function readNumbers(text: string, stride = 1): number[] {
  const numbers: number[] = [];
  for (const written of readDigits(text, LAST_OF_LARGE)) {
    const what = written % 3;
    const number = (written - what) / 3;
    const place = numbers.length;
    numbers.push(what === 0 ? number : what === 1 ? number + (numbers[place - stride] ?? 0) : ~(place - unfold(number)));
  }
  return numbers;
}

/** A whole number from 0 on as a text that ends where it ends. */
export function digitsOf(number: number, last = LAST): string {
  const more = DIGITS.length - last;
  let text = DIGITS[number % last]!;
  for (let left = Math.floor(number / last); left > 0; left = Math.floor((left - 1) / more)) text = DIGITS[last + ((left - 1) % more)]! + text;
  return text;
}

/** The numbers that {@link digitsOf} wrote, one after the other. */
export function readDigits(text: string, last = LAST): Int32Array {
  const more = DIGITS.length - last;
  const numbers = new Int32Array(text.length);
  let [count, value] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)]!;
    if (digit >= last) value = value * more + digit - last + 1;
    else {
      numbers[count++] = value * last + digit;
      value = 0;
    }
  }
  return numbers.subarray(0, count);
}

const VALUES = DIGITS.reduce((values, digit, value) => values.fill(value, digit.charCodeAt(0), digit.charCodeAt(0) + 1), new Uint8Array(128));

/** Any whole number as one from 0 on, small where it was near 0. */
export function fold(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

/** The number that {@link fold} got. */
export function unfold(number: number): number {
  return (number >>> 1) ^ -(number & 1);
}
