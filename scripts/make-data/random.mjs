/**
 * A stream of whole numbers that is the same on every machine: 32-bit integer arithmetic only (sfc32, a public-domain
 * generator by Chris Doty-Humphrey). Each subject has a stream of its own, so that a change to one leaves the others.
 */
export function streamOf(name) {
  let a = 0x9e3779b9;
  let b = hashOf(name);
  let c = 0x243f6a88;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) next();

  /** From 0 up to but not including `n`. */
  const below = (n) => next() % n;
  return {
    below,
    /** From `low` to `high`, both inside. */
    between: (low, high) => low + below(high - low + 1),
    /** True so many times in ten thousand. */
    chance: (inTenThousand) => below(10_000) < inTenThousand,
    pick: (list) => list[below(list.length)],
  };
}

/** FNV-1a. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
