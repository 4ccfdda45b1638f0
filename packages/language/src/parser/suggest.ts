/** The word nearest to a misspelt one: at most two letters off, one for short words, none for a word of two letters. */
export const nearest = (written: string, words: Iterable<string>): string | undefined =>
  nearestWithDistance(written, words)?.word;

export function nearestWithDistance(
  written: string,
  words: Iterable<string>,
): { word: string; distance: number } | undefined {
  const typed = written.toLowerCase();
  if (typed.length < 3) return undefined;
  const allowed = typed.length > 4 ? 2 : 1;
  let best: { word: string; distance: number } | undefined;
  for (const word of words) {
    if (word === written || Math.abs(word.length - typed.length) > allowed) continue;
    const off = distance(typed, word.toLowerCase());
    if (off <= allowed && off < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { word, distance: off };
  }
  return best;
}

/** How many letters must be put in, left out, changed or exchanged with the next to make one word of the other. */
export function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, change);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[to.length]!;
}
