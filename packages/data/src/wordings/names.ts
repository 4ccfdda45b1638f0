/** The first of many names. */
export const list = (names: readonly string[]): string =>
  names.slice(0, 20).join(", ") + (names.length > 20 ? ", …" : "");

/** The names of a first row; none of them where it may be a row of data, which nobody is shown. */
export const named = (has: readonly string[]): string =>
  has.length === 0
    ? "the first row names no column that is read here, and may be a row of data"
    : `there are ${list(has)}`;
