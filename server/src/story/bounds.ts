/** In UTF-16 units: four hours of talking. */
export const MOST_CHARACTERS = 200_000;

export const MOST_LINES = 5000;

/** True for a text that is longer than a story can be, and would only make the editor slow. */
export function isTooLarge(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return true;
  if (text.length < MOST_LINES) return false;
  let lines = 1;
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    return lines > MOST_LINES;
  }
  for (const _ of text.matchAll(/\r\n|\n|\r/g)) if (++lines > MOST_LINES) return true;
  return false;
}
