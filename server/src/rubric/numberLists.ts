/** The place of a number among sorted ones from one place up to another, the end exclusive; -1 where it is not. */
export function placeIn(sorted: ArrayLike<number>, from: number, to: number, number: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A list with room for so many numbers: the list itself where it has that, else one twice as long that begins with what is in it. */
export function withRoom(numbers: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  if (numbers.length >= needed) return numbers;
  const longer = new Int32Array(needed * 2);
  longer.set(numbers);
  return longer;
}
