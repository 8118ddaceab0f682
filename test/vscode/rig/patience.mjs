/**
 * Tries until an attempt works; `attempt` gets how many milliseconds it may wait for its effect, and `undo` clears up after one that
 * did not work. Each time is longer: on a busy machine a second press ends what the first has begun. The last failure is thrown.
 */
export async function again(attempt, { undo, tries = 5, wait = (nth) => 5000 * nth } = {}) {
  for (let nth = 1; ; nth++) {
    try {
      return await attempt(wait(nth));
    } catch (error) {
      if (nth === tries) throw error;
      await undo?.();
    }
  }
}

/** Acts until its effect is there, and not at all where it is already: until `effect` is seen, or until it is gone when `state` says so. */
export async function until(effect, act, { state = 'visible', ...patience } = {}) {
  const there = { visible: () => effect.isVisible(), attached: async () => await effect.count() > 0, hidden: () => effect.isHidden() };
  if (await there[state]()) return;
  await again(async (timeout) => {
    await act();
    await effect.waitFor({ state, timeout });
  }, patience);
}
