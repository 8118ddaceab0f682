import type { PositionEncoding } from '../../server/src/story/index.js';

interface Place {
  readonly line: number;
  readonly character: number;
}

const LINE_ENDS = /\r\n|\r|\n/;

/** Every range of offsets in a value, however deep, that does not lie in a text; as `start–end`. */
export function offsetsOutside(value: unknown, text: string): string[] {
  const wrong: string[] = [];
  walk(value, (part) => {
    const { start, end } = part as { start?: unknown; end?: unknown };
    if (typeof start !== 'number' || typeof end !== 'number') return;
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length)) wrong.push(`${start}–${end} of ${text.length}`);
  });
  return wrong;
}

/** Every line and character in a value, however deep, at which no text of these has a place; as `line:character`. */
export function positionsOutside(value: unknown, texts: readonly string[], encoding: PositionEncoding = 'utf-16'): string[] {
  const lines = texts.map((text) => text.split(LINE_ENDS));
  const lengths = lines.map((each) => each.map((line) => lengthIn(line, encoding)));
  const wrong: string[] = [];
  walk(value, (part) => {
    const { line, character } = part as Partial<Place>;
    if (typeof line !== 'number' || typeof character !== 'number') return;
    const inside = lengths.some((each) => Number.isInteger(line) && line >= 0 && line < each.length && Number.isInteger(character) && character >= 0 && character <= each[line]!);
    if (!inside) wrong.push(`${line}:${character}`);
  });
  return wrong;
}

function lengthIn(line: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return line.length;
  return encoding === 'utf-8' ? Buffer.byteLength(line) : [...line].length;
}

/** True where a cut would part a character's two halves, or a line's two-part ending. */
export function parts(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return offset > 0 && (pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair));
}

/** Calls for every object in a value once, maps and lists seen through. */
function walk(value: unknown, visit: (part: object) => void, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  visit(value);
  const within: Iterable<unknown> = value instanceof Map || value instanceof Set ? value.values() : Object.values(value);
  for (const part of within) walk(part, visit, seen);
}
