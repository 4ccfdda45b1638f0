import { dayOf } from "./calendar.mjs";
import { streamOf } from "./random.mjs";

const PEOPLE = 220_000;

/** Wards, how many in a thousand live there, and whether more of them are poor: it shows in how often people fall ill. */
const WARDS = [
  ["balderstone-and-kirkholt", 52, true],
  ["bamford", 46, false],
  ["castleton", 51, true],
  ["central-rochdale", 57, true],
  ["east-middleton", 49, true],
  ["healey", 49, false],
  ["hopwood-hall", 51, true],
  ["kingsway", 53, true],
  ["littleborough-lakeside", 47, false],
  ["milkstone-and-deeplish", 56, true],
  ["milnrow-and-newhey", 48, false],
  ["norden", 45, false],
  ["north-heywood", 49, true],
  ["north-middleton", 50, false],
  ["smallbridge-and-firgrove", 51, true],
  ["south-middleton", 49, false],
  ["spotland-and-falinge", 51, true],
  ["wardle-shore-and-west-littleborough", 47, false],
  ["west-heywood", 51, true],
  ["west-middleton", 48, true],
];

/** Ages on 1 April 2026: from, to, and how many in a thousand. */
const AGES = [
  [0, 4, 62],
  [5, 17, 170],
  [18, 39, 286],
  [40, 64, 320],
  [65, 74, 89],
  [75, 84, 54],
  [85, 97, 19],
];

/** 220,000 people who do not exist: when each was born, where each lives, and how frail each is (1 to 12). */
export function makePeople() {
  const random = streamOf("people");
  const wards = WARDS.flatMap((ward, index) => Array(ward[1]).fill(index));
  const ages = AGES.flatMap((band) => Array(band[2]).fill(band));
  const today = dayOf("2026-04-01");
  const birth = new Int32Array(PEOPLE);
  const ward = new Uint8Array(PEOPLE);
  const frailty = new Uint8Array(PEOPLE);
  for (let person = 0; person < PEOPLE; person++) {
    const [from, to] = random.pick(ages);
    const age = random.between(from, to);
    birth[person] = today - Math.trunc((age * 1461) / 4) - random.below(365);
    ward[person] = random.pick(wards);
    frailty[person] = frailtyAt(age, WARDS[ward[person]][2], random);
  }
  return {
    count: PEOPLE,
    birth,
    frailty,
    wardOf: (person) => WARDS[ward[person]][0],
    pseudonymOf: (person) => `P${mixed(person).toString(16).padStart(8, "0").toUpperCase()}`,
  };
}

/** Most people are well; one in seven is not, and poverty and age make it worse. */
function frailtyAt(age, poor, random) {
  const base = age >= 85 ? 4 : age >= 75 ? 3 : age >= 65 ? 2 : 1;
  return Math.min(
    12,
    base + (poor && random.chance(3_500) ? 1 : 0) + (random.chance(1_400) ? random.between(2, 7) : 0),
  );
}

/** Every number to another of 32 bits, no two to the same one: odd multipliers and shifts can be undone. */
function mixed(person) {
  let bits = Math.imul(person ^ 0x5bd1e995, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
