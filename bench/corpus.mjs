/** Outcomes for the reference mechanism: the same ones every time, one row in eight on a boundary of its terms. */
export function corpus(count) {
  const random = randomFrom(20_260_401);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const oneOf = (list) => list[between(0, list.length - 1)];
  return Array.from({ length: count }, () => {
    const edge = random() < 0.125;
    return {
      rate: edge ? oneOf([0, 190_000, 196_350, 202_700, 205_875, 215_400, 300_000]) : between(170_000, 230_000),
      delays: edge ? oneOf([299, 300, 301, 349, 350, 351]) : between(0, 700),
      quality: edge ? oneOf([8_499, 8_500, 8_501]) : between(7_000, 10_000),
      cost: edge ? TARGET + oneOf([-1, 1]) * oneOf(COSTS) + between(0, 1) : between(4_200_000_000, 5_200_000_000),
    };
  });
}

const TARGET = 4_800_000_000;
/** Where the bands begin and end, in pence from the target. */
const COSTS = [0, 96_000_000, 240_000_000, 480_000_000];

/** A row as outcome data for the contract. */
export function inputsOf({ rate, delays, quality, cost }) {
  const input = (name, value) => ({ name, of: {}, from: "2026-04-01", to: "2027-04-01", value });
  return [
    input("rate", decimal(rate, 3)),
    input("delays", decimal(delays, 4)),
    input("quality", decimal(quality, 4)),
    input("actual-cost", decimal(cost, 2)),
  ];
}

/** The same row as exact numbers, above and below the line. */
export const fractionsOf = ({ rate, delays, quality, cost }) => ({
  rate: [BigInt(rate), 1_000n],
  delays: [BigInt(delays), 10_000n],
  quality: [BigInt(quality), 10_000n],
  "actual-cost": [BigInt(cost), 100n],
});

function decimal(whole, places) {
  const digits = String(whole).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
