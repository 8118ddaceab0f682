/** The characters of a written number: plain ASCII, none of which a quoted text escapes. */
const DIGITS = [...Array(92).keys()].map((at) => String.fromCharCode(at + 35)).filter((digit) => !"'\\`".includes(digit));
/** So many of them end a number, the others go on. */
const LAST = 45;
const MORE = DIGITS.length - LAST;
/** A number that is so little above the one before it is written as what it is above it. */
const NEAR = 200;

/**
 * Whole numbers as a text, short for what a program has many of: numbers a little above the one `stride` before them, small
 * numbers, and negative ones that say `~place` of something not far from where they stand.
 */
export function writeNumbers(numbers: readonly number[], stride = 1): string {
  return numbers.map((number, at) => {
    const above = number - (numbers[at - stride] ?? 0);
    if (number < 0) return digitsOf(3 * unsigned(at - ~number) + 2);
    return digitsOf(above >= 0 && above < NEAR ? 3 * above + 1 : 3 * number);
  }).join('');
}

/** The numbers that {@link writeNumbers} wrote with the same stride. */
export function readNumbers(text: string, stride = 1): number[] {
  const numbers: number[] = [];
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)]!;
    if (digit >= LAST) {
      value = value * MORE + digit - LAST + 1;
      continue;
    }
    const written = value * LAST + digit;
    const what = written % 3;
    const number = (written - what) / 3;
    const place = numbers.length;
    numbers.push(what === 0 ? number : what === 1 ? number + (numbers[place - stride] ?? 0) : ~(place - signed(number)));
    value = 0;
  }
  return numbers;
}

const VALUES = DIGITS.reduce((values, digit, value) => values.fill(value, digit.charCodeAt(0), digit.charCodeAt(0) + 1), new Uint8Array(128));

function digitsOf(written: number): string {
  let text = DIGITS[written % LAST]!;
  for (let left = Math.floor(written / LAST); left > 0; left = Math.floor((left - 1) / MORE)) text = DIGITS[LAST + ((left - 1) % MORE)]! + text;
  return text;
}

function unsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function signed(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
