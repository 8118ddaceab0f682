import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { spaceAtEnd } from './ending.js';
import type { ListPlace, Metric } from './types.js';

/** The figures that front matter records; what is no mapping is passed over. `offset` is where its text starts in the document. */
export function metricsOf(node: Node | null | undefined, offset: number): Metric[] {
  if (!isSeq(node)) return [];
  return node.items.filter((item) => isMap(item)).map((item) => {
    const text = (key: string): string | undefined => {
      const value: unknown = item.get(key);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
    const [start, end] = item.range ?? [0, 0];
    return { start: offset + start, end: offset + end, name: text('name'), before: text('before'), after: text('after'), window: text('window'), confidence: text('confidence'), source: text('source') };
  });
}

/**
 * Where the next entry of a list in the front matter goes.
 * @param root the front matter's content, null when it is empty
 * @param source its text between the fences
 * @param offset where that text starts in the document
 * @param name the key of the list
 */
export function placeOfNext(root: Node | null, source: string, offset: number, name: string): ListPlace | undefined {
  const end = offset + source.length;
  const none = { indent: '  ', spread: false } as const;
  if (root && (!isMap(root) || root.flow)) return undefined;
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!pair) return { at: end, style: 'no-key', ...none };
  const list = pair.value as Node | null;
  if (isSeq(list)) return list.flow ? inFlow(list, source, offset) : inBlock(list, source, offset);
  const key = (pair.key as Node).range;
  if (!key || (list && !(isScalar(list) && list.value === null && list.source === ''))) return undefined;
  return { at: offset + lineEnd(source, key[1]), style: 'no-list', ...none };
}

function inFlow(list: YAMLSeq, source: string, offset: number): ListPlace | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const range = last ? last.range : list.range;
  if (!range) return undefined;
  const at = last ? range[1] : range[0] + 1;
  // After a comma at the end of the list nothing can be added that keeps its style.
  if (last && source.slice(at).trimStart().startsWith(',')) return undefined;
  return { at: offset + at, style: last ? 'flow' : 'empty-flow', indent: '', spread: false };
}

function inBlock(list: YAMLSeq, source: string, offset: number): ListPlace | undefined {
  const [first, last] = [list.items[0] as Node | undefined, list.items.at(-1) as Node | undefined];
  if (!list.range || !first?.range || !last?.range) return undefined;
  const dash = list.range[0];
  const indent = spaceAtEnd(source.slice(0, dash));
  const spread = isMap(last) && last.flow !== true;
  return { at: offset + lineEnd(source, lastCharacter(source, last.range[1])), style: 'block', indent, spread };
}

/** A block's range can take in the line breaks after it. */
function lastCharacter(source: string, end: number): number {
  return source.slice(0, end).trimEnd().length;
}

function lineEnd(source: string, from: number): number {
  const found = source.slice(from).search(/[\r\n]/);
  return found < 0 ? source.length : from + found;
}
