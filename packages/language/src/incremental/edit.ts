/** One stretch of a text that was replaced: what stands before and after it is the same in the older and the newer text. */
export interface Edit {
  readonly from: number;
  /** Where it ended in the older text, and where it ends in the newer. */
  readonly olderEnd: number;
  readonly newerEnd: number;
}

/** The shortest stretch that makes the newer text out of the older. */
export function editBetween(older: string, newer: string): Edit {
  const most = Math.min(older.length, newer.length);
  let from = 0;
  while (from < most && older.charCodeAt(from) === newer.charCodeAt(from)) from++;
  let end = 0;
  while (end < most - from && older.charCodeAt(older.length - 1 - end) === newer.charCodeAt(newer.length - 1 - end))
    end++;
  return { from, olderEnd: older.length - end, newerEnd: newer.length - end };
}

/** How many line breaks a stretch of a text has. */
export function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
