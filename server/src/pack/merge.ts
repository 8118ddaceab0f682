import type { Raw } from './kinds.js';
import type { KeyPath } from './sourceFile.js';

/** Lists that say a whole at once: a new one takes the place of the old. */
const WHOLES = new Set(['sections', 'themes']);

/**
 * What a file that `extends` another says, laid over it: lists are added to, maps are merged, single values replaced.
 * Keys named under `replace` begin anew.
 */
export function merged(base: Raw, own: Raw): Raw {
  const { extends: _, replace, ...rest } = own;
  const anew = new Set(Array.isArray(replace) ? replace.map(String) : []);
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(rest)) result[key] = anew.has(key) || WHOLES.has(key) ? value : together(base[key], value, key);
  return result;
}

function together(base: unknown, own: unknown, key: string): unknown {
  if (Array.isArray(base) && Array.isArray(own)) return key === 'gaps' ? byCode(base as Raw[], own as Raw[]) : [...base, ...own.filter((item) => typeof item !== 'string' || !base.includes(item))];
  if (isMap(base) && isMap(own)) return merged(base, own);
  return own;
}

/** Gaps with the same code are one. */
function byCode(base: readonly Raw[], own: readonly Raw[]): Raw[] {
  const changed = base.map((gap) => {
    const change = own.find(({ code }) => code === gap['code']);
    return change ? merged(gap, change) : gap;
  });
  return [...changed, ...own.filter(({ code }) => !base.some((gap) => gap['code'] === code))];
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where a file says what stands under some keys of the whole: what is added to a list comes after what was there.
 * As far as the file goes, when it does not say it at all.
 */
export function ownKeys(own: unknown, whole: unknown, keys: KeyPath): KeyPath {
  const [key, ...rest] = keys;
  if (key === undefined) return [];
  if (Array.isArray(own) && Array.isArray(whole) && typeof key === 'number') {
    const index = key - (whole.length - own.length);
    return index < 0 ? [] : [index, ...ownKeys(own[index], whole[key], rest)];
  }
  if (!isMap(own) || !(key in own)) return [];
  return [key, ...ownKeys(own[key], isMap(whole) ? whole[key] : undefined, rest)];
}
