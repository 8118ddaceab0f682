/** `a`, `a or b`, `a, b or c`. */
export function listed(parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

/** At most so many of a list, and after them how many more there are. */
export function firstFew(parts: readonly string[], most: number): string[] {
  return parts.length <= most ? [...parts] : [...parts.slice(0, most), `${parts.length - most} more`];
}

/** A title inside a sentence. */
export function quoted(title: string): string {
  return `"${title}"`;
}
