const DAY = 24 * 60 * 60 * 1000;

/** The days from one date to another, both as `2026-11-20`; undefined where one is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [dayOf(from), dayOf(to)];
  return start === undefined || end === undefined ? undefined : (end - start) / DAY;
}

/** A day as milliseconds; undefined for what no calendar has, such as 30 February. */
function dayOf(date: string): number | undefined {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.trim())?.slice(1).map(Number);
  if (!written) return undefined;
  const time = Date.UTC(written[0]!, written[1]! - 1, written[2]!);
  return new Date(time).toISOString().startsWith(date.trim()) ? time : undefined;
}
