export interface Label {
  readonly at: number;
  readonly text: string;
}
export interface PlacedLabel extends Label {
  /** Where it marks; `at` may stand beside it, to stay inside the chart. */
  readonly tick: number;
  /** The first row in which it touches no other, from 0. */
  readonly row: number;
}

const LETTER = 6.9;
const GAP = 8;

/** Puts labels in rows so that none overlaps another, and keeps each inside the chart. */
export function spread(labels: readonly Label[], left: number, right: number): PlacedLabel[] {
  const ends: number[] = [];
  return labels.map(({ at, text }) => {
    const half = (text.length * LETTER) / 2;
    const center = Math.round(Math.min(Math.max(at, left - 24 + half), right + 14 - half) * 10) / 10;
    const free = ends.findIndex((end) => end + GAP <= center - half);
    const row = free < 0 ? ends.length : free;
    ends[row] = center + half;
    return { at: center, text, tick: at, row };
  });
}
