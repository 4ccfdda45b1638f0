/**
 * The reference mechanism as someone would write it who has only this one contract, in BigInt: exact, and nothing
 * explained. It shares no code with Concordat, so it is what the amounts are compared with as well.
 */

/** The rate in thousandths, percentages in hundredths of a point, the cost in pence. Answers pence: the pool's three, the share's three. */
export function byHand({ rate, delays, quality, cost }) {
  const earned = earnedOfPool(rate, delays, quality); // of 508,000
  const pool = split(rounded(POOL * earned, WHOLE));
  return [...pool, ...share(cost, earned)];
}

const POOL = 120_000_000n;
const WHOLE = 508_000n;
const TARGET = 4_800_000_000n;

function earnedOfPool(rate, delays, quality) {
  const gained = 215_400n - BigInt(rate);
  const line = gained < 0n ? 0n : gained > 25_400n ? 25_400n : gained;
  const tier = delays < 300 ? 2n : delays < 350 ? 1n : 0n;
  const gate = quality >= 8_500 ? 1n : 0n;
  return 8n * line + 25_400n * (3n * tier + 6n * gate);
}

function share(cost, earned) {
  const saving = TARGET - BigInt(cost);
  if (saving > 0n)
    return 10n * earned >= 6n * WHOLE ? split(rounded(slice(saving, 96_000_000n, 480_000_000n), 2n)) : NOTHING;
  const loss = rounded(2n * slice(-saving, 96_000_000n, 240_000_000n), 5n);
  const most = (3n * TARGET) / 100n;
  return split(loss > most ? most : loss).map((pence) => -pence);
}

const NOTHING = [0n, 0n, 0n];
const slice = (amount, from, to) => (amount > to ? to : amount < from ? from : amount) - from;
/** Halves away from zero; neither is negative. */
const rounded = (top, bottom) => (2n * top + bottom) / (2n * bottom);

/** 55 : 30 : 15 by largest remainder, ties in listed order. */
function split(pence) {
  const parts = [55n, 30n, 15n].map((weight) => (pence * weight) / 100n);
  const rests = [55n, 30n, 15n].map((weight) => (pence * weight) % 100n);
  for (let left = pence - parts[0] - parts[1] - parts[2]; left > 0n; left--) {
    const first = rests[0] >= rests[1] && rests[0] >= rests[2] ? 0 : rests[1] >= rests[2] ? 1 : 2;
    parts[first]++;
    rests[first] = -1n;
  }
  return parts;
}
