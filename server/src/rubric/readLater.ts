/** An object whose members are read from their JSON when they are first asked for. */
export function readLater<Whole extends object>(parts: Readonly<Record<keyof Whole, string>>): Whole {
  const whole = {};
  for (const [name, json] of Object.entries<string>(parts)) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value: unknown = JSON.parse(json);
        Object.defineProperty(whole, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return whole as Whole;
}
