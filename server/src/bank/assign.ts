/**
 * Gives each row at most one column and each column to at most one row, so that the gains add up to the most there is.
 * `gains[row][column]` is 0 where the two do not go together. Answers the column of each row, -1 for none.
 *
 * The Hungarian method: rows come in one after the other, and those before them move over where that gains more.
 * Its cost grows with rows² × columns.
 */
export function assign(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length;
  // A column of its own for each row stands for "none", so that no row has to take what does not fit.
  const columns = (gains[0]?.length ?? 0) + rows;
  const costOf = (row: number, column: number): number => -(gains[row]?.[column] ?? 0);
  const rowPrice = new Array<number>(rows).fill(0);
  const columnPrice = new Array<number>(columns).fill(0);
  const rowOf = new Array<number>(columns).fill(-1);
  for (let row = 0; row < rows; row++) {
    const least = new Array<number>(columns).fill(Infinity);
    const from = new Array<number>(columns).fill(-1);
    const seen: number[] = [];
    let [at, column] = [row, -1];
    do {
      let [step, nearest] = [Infinity, -1];
      for (let other = 0; other < columns; other++) {
        if (seen.includes(other)) continue;
        const slack = costOf(at, other) - rowPrice[at]! - columnPrice[other]!;
        if (slack < least[other]!) [least[other], from[other]] = [slack, column];
        if (least[other]! < step) [step, nearest] = [least[other]!, other];
      }
      rowPrice[row]! += step;
      for (let other = 0; other < columns; other++) {
        if (!seen.includes(other)) least[other]! -= step;
        else {
          rowPrice[rowOf[other]!]! += step;
          columnPrice[other]! -= step;
        }
      }
      seen.push(nearest);
      column = nearest;
      at = rowOf[column]!;
    } while (at >= 0);
    for (; column >= 0; column = from[column]!) rowOf[column] = from[column]! < 0 ? row : rowOf[from[column]!]!;
  }
  const columnOf = new Array<number>(rows).fill(-1);
  rowOf.forEach((row, column) => {
    if (row >= 0 && (gains[row]?.[column] ?? 0) > 0) columnOf[row] = column;
  });
  return columnOf;
}
