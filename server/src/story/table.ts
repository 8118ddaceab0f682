/** A table to look words of a text up in: it has these entries and nothing else, so that "constructor" is a word like any other. */
export function table<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, entries);
}
