import type { Steps } from '../story/steps.js';
import type { Broken } from './types.js';

/** What `find` finds; `otherwise`, and its name among `broken`, where it throws: everything else goes on. */
export function attempt<T>(broken: Broken[], part: Broken['part'], name: string, find: () => T, otherwise: T): T {
  try {
    return find();
  } catch (error) {
    return leftOut(broken, { part, name, error }, otherwise);
  }
}

/** The same for what is found in steps. */
export function* attemptInSteps<T>(broken: Broken[], part: Broken['part'], name: string, find: () => Steps<T>, otherwise: T): Steps<T> {
  try {
    return yield* find();
  } catch (error) {
    return leftOut(broken, { part, name, error }, otherwise);
  }
}

function leftOut<T>(broken: Broken[], one: Broken, otherwise: T): T {
  if (!broken.some(({ part, name }) => part === one.part && name === one.name)) broken.push(one);
  return otherwise;
}
