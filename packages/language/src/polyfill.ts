/**
 * Node 20 lacks Object.groupBy, which the parser library calls when a parser is built. Imported before anything else:
 * without it a server on Node 20 would not answer at all.
 */
const target = Object as { groupBy?: unknown };
target.groupBy ??= <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
  const groups: Record<PropertyKey, T[]> = Object.create(null);
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
};

export {};
