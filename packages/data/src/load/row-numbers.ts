/**
 * Turns the place of a row among those that the engine read (0 is the first) into its number in the file, where the
 * header is 1, and blank lines and rejected rows, which the engine leaves out, count too. `leftOut` is ascending.
 */
export function rowNumber(place: number, leftOut: readonly number[]): number {
  // Before the k-th row left out stand `leftOut[k] - 2 - k` rows that were read.
  let [low, high] = [0, leftOut.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (leftOut[middle]! - 2 - middle <= place) low = middle + 1;
    else high = middle;
  }
  return place + 2 + low;
}
