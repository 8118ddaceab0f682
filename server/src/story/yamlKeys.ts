import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Range } from './types.js';

/** Where a key of YAML stands that its map has already: the library compares each key with every other, and takes minutes where somebody wrote thousands. */
export function repeatedKey({ contents }: Document): Range | undefined {
  const left: unknown[] = [contents];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (isSeq(node)) for (const item of node.items) left.push(item ?? null);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key) && seen.has(key.value) && key.range) return { start: key.range[0], end: key.range[1] };
      if (isScalar(key)) seen.add(key.value);
      left.push(value ?? null);
    }
  }
  return undefined;
}
