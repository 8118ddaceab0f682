import type { BrokenCheck } from './types.js';

/** What a check finds; `otherwise`, and its name among `broken`, where it throws: the other checks go on. */
export function attempt<T>(broken: BrokenCheck[], check: string, find: () => T, otherwise: T): T {
  try {
    return find();
  } catch (error) {
    if (!broken.some((known) => known.check === check)) broken.push({ check, error });
    return otherwise;
  }
}
