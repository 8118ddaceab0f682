/** An object whose members are read from their JSON when they are first asked for. */
export function readLater<Whole extends object>(names: readonly string[], textOf: (name: string) => string): Whole {
  const whole = {};
  for (const name of names) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value: unknown = JSON.parse(textOf(name));
        Object.defineProperty(whole, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return whole as Whole;
}
