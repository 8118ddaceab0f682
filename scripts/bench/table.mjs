/** A Markdown table; all columns but the first are numbers. */
export function table(titles, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${titles.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join('\n');
}

/** A number with as many digits as say something. */
export function rounded(value) {
  if (value >= 20) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 1 ? 1 : 2);
}

/** A ratio with its quartiles. */
export const ratio = ({ median, low, high }) => `${rounded(median)} (${rounded(low)}–${rounded(high)})`;

/** Goals beside what was measured: `[goal, what is measured, the most it may be]`. */
export function goals(measured) {
  return table(['goal', 'measured', 'at most', ''], measured.map(([goal, value, most]) => [goal, value.toFixed(2), most, value <= most ? 'met' : '**not met**']));
}
