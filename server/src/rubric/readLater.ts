/** An object whose members are read when they are first asked for. */
export function readLater<Whole extends object>(names: readonly string[], read: (name: string) => unknown): Whole {
  const whole = {};
  for (const name of names) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = read(name);
        Object.defineProperty(whole, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return whole as Whole;
}
