/**
 * The same answer for the same declaration: after an edit elsewhere it is the same node. For what depends on its own words
 * alone, not on what its names lead to nor on where it stands.
 */
export function remembered<T extends object, R>(work: (thing: T) => R): (thing: T) => R {
  const known = new WeakMap<T, { readonly answer: R }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.answer;
    const answer = work(thing);
    known.set(thing, { answer });
    return answer;
  };
}
