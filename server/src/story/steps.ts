/** Work that can be left for a while wherever it yields, so that somebody can be answered meanwhile. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
