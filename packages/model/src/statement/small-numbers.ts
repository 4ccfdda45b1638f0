/** Whether a count could tell who is meant: below the limit, and not 0. Where there is no limit, none could. */
export const isSmall = (count: number, below: number | undefined): boolean =>
  below !== undefined && count > 0 && count < below;

/**
 * Which of several counts are not shown, where people can add them up: every small one; and where that is a single one, the
 * next smallest above 0 too, for a total less the others would tell it.
 */
export function hiddenAmong(counts: readonly number[], below: number | undefined): boolean[] {
  const hidden = counts.map((count) => isSmall(count, below));
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const others = counts.flatMap((count, index) => (count > 0 && !hidden[index] ? [{ count, index }] : []));
  const next = others.sort((a, b) => a.count - b.count)[0];
  return hidden.map((each, index) => each || index === next?.index);
}

/** What stands in the place of a count that is not shown. */
export const fewerThan = (below: number): string => `fewer than ${below}`;

/** What stands in the place of an amount that is not shown. */
export const NOT_SHOWN = "not shown";
