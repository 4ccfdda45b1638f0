import { nameOf, Rational, type Sharing } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import type { Helper } from "./helper.js";
import { list } from "./layout.js";
import { leastCommon } from "./quick/value.js";
import { RUNNING_REMAINDER } from "./running-remainder.js";
import { MISSING, ONCE, WHOLE_UNITS } from "./runtime.js";
import type { Writer } from "./writer.js";

const LARGEST_REMAINDER: Helper = {
  name: "byLargestRemainder",
  text: `\
// Amounts here are whole pence. Each part is rounded down; the pence left over go to the largest remainders, in order.
function byLargestRemainder(amount, weights) {
  const whole = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (amount * weight) / whole);
  let left = amount - parts.reduce((a, b) => a + b, 0n);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * weight) % whole }));
  remainders.sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.index - b.index));
  for (const { index } of remainders) {
    if (left <= 0n) break;
    parts[index] += 1n;
    left -= 1n;
  }
  return parts;
}`,
};

const WITH_RESIDUAL: Helper = {
  name: "lastPennyTo",
  text: `\
// Each part is rounded down; what is left over goes to one of them.
function withResidual(amount, weights, residual) {
  const whole = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (amount * weight) / whole);
  parts[residual] += amount - parts.reduce((a, b) => a + b, 0n);
  return parts;
}
const lastPennyTo = (party) => (amount, weights, parties) => {
  const residual = parties.indexOf(party);
  return residual < 0 ? byLargestRemainder(amount, weights) : withResidual(amount, weights, residual);
};`,
};

const TAKES_PART: Helper = {
  name: "takesPart",
  needs: [CALENDAR],
  text: `\
// Whether one of those who share takes part in a period; a party that is no participant always does.
const takesPart = (key, period) =>
  Object.values(MEMBERS).every((set) => !set[key] || cut(period, set[key][0], set[key][1]) !== undefined);`,
};

const BY_SHARES: Helper = {
  name: "byShares",
  needs: [TAKES_PART, MISSING],
  text: `\
// Divides an amount among parties; \`divide\` is the contract's rule for the last penny.
const byShares = (all, shares, divide) => (amount, at) => {
  const taking = all.map((party) => takesPart(party, at.period));
  const [parties, weights] = [all, shares].map((list) => list.filter((_, index) => taking[index]));
  if (parties.length === 0) return missing("division", "none of those who share takes part");
  const parts = divide(amount, weights, parties, at);
  return parties.map((party, index) => ({ party, amount: parts[index] }));
};`,
};

const OF_ROW: Helper = {
  name: "ofRow",
  text: `\
// All of it is the participant's whose row it is.
const ofRow = (axis) => (amount, at) => [{ party: at.of[axis], amount }];`,
};

const BY_VALUES: Helper = {
  name: "byValues",
  needs: [TAKES_PART, MISSING],
  text: `\
// Divides an amount in proportion to a value of each who shares.
const byValues = (axis, all, valueOf, name, divide) => (amount, at) => {
  const keys = all.filter((key) => takesPart(key, at.period));
  if (amount === 0n) return keys.map((party) => ({ party, amount }));
  const values = keys.map((key) => {
    const of = { ...at.of, [axis]: key };
    return valueOf({ ...at, period: partOf({ of }, at.period) ?? at.period, of });
  });
  const lack = lacking(values);
  if (lack) return lack;
  if (values.includes(null)) return missing(name, "one of those who share has none");
  if (values.some(({ n }) => n < 0n)) return missing(name, "a part is never below nothing");
  const common = values.reduce((product, { d }) => (product % d === 0n ? product : product * d), 1n);
  const weights = values.map(({ n, d }) => n * (common / d));
  if (weights.every((weight) => weight === 0n)) {
    return missing(name, "it is nothing for all who share, so it does not say how to divide");
  }
  const parts = divide(amount, weights, keys, at);
  return keys.map((party, index) => ({ party, amount: parts[index] }));
};`,
};

export const DIVISION: Helper = {
  name: "divideAmount",
  needs: [MISSING, ONCE, WHOLE_UNITS, LARGEST_REMAINDER, WITH_RESIDUAL, BY_SHARES, OF_ROW],
  text: `\
// Divides whole pence among the side that the text names first, applies its limits, then divides each part among the other
// side and applies that side's limits. The result is who pays whom, or what is missing of a limit.
function divideAmount(amount, { named, first, second, limits }, at) {
  const other = named === "receives" ? "pays" : "receives";
  const firstly = first(amount, at);
  if (isMissing(firstly)) return firstly;
  const parts = heldTo(limits, named, firstly, at);
  if (isMissing(parts)) return parts;
  const cells = [];
  for (const part of parts.amounts) {
    const secondly = second(part.amount, at);
    if (isMissing(secondly)) return secondly;
    for (const { party, amount } of secondly) cells.push({ first: part.party, second: party, amount });
  }
  const totals = [...new Set(cells.map((cell) => cell.second))].map((party) => ({
    party,
    amount: total(cells.filter((cell) => cell.second === party)),
  }));
  const otherSide = heldTo(limits, other, totals, at);
  if (isMissing(otherSide)) return otherSide;
  for (const excess of otherSide.excesses) move(excess, cells);
  const flows = cells
    .filter((cell) => cell.amount !== 0n)
    .map(({ first, second, amount }) =>
      named === "receives" ? { from: second, to: first, amount } : { from: first, to: second, amount },
    );
  const unpaid = total([...parts.excesses, ...otherSide.excesses].filter(({ goesTo }) => goesTo === null));
  if (total(flows) + unpaid !== amount) throw new Error("the parts do not add up to the amount");
  return flows;
}
const total = (parts) => parts.reduce((sum, { amount }) => sum + amount, 0n);

// Holds each party to the limits of a side. The party that takes the excess is not limited itself.
function heldTo(limits, side, parts, at) {
  const amounts = parts.map((part) => ({ ...part }));
  const excesses = [];
  for (const { most: limitOf, excess: goesTo } of limits.filter(({ on }) => on === side)) {
    const looked = amounts
      .filter(({ party }) => party !== goesTo)
      .map(({ party, amount }) => ({ party, amount, limit: limitOf({ ...at, of: { ...at.of, party } }) }));
    const lack = lacking(looked.map(({ limit }) => limit));
    if (lack) return lack;
    for (const { party, amount, limit } of looked) {
      const most = limit === null ? amount : wholeUnits(limit, PENNY, "towards-zero");
      const excess = amount - (most < 0n ? 0n : most);
      if (excess <= 0n) continue;
      amounts.find((part) => part.party === party).amount -= excess;
      if (goesTo !== null) addTo(amounts, (part) => part.party === goesTo, { party: goesTo, amount: excess });
      excesses.push({ party, amount: excess, goesTo });
    }
  }
  return { amounts, excesses };
}
function addTo(parts, which, added) {
  const part = parts.find(which);
  if (part) part.amount += added.amount;
  else parts.push(added);
}

// What a party of the side divided last has too much of moves, in proportion to its cells.
function move({ party, amount, goesTo }, cells) {
  const own = cells.filter((cell) => cell.second === party);
  const parts = byLargestRemainder(amount, own.map((cell) => cell.amount));
  own.forEach((cell, index) => {
    cell.amount -= parts[index];
  });
  if (goesTo === null) return;
  own.forEach(({ first }, index) => {
    const added = { first, second: goesTo, amount: parts[index] };
    addTo(cells, (cell) => cell.first === first && cell.second === goesTo, added);
  });
}`,
};

/** A function that divides whole pence among one side of a payment. */
export function writeSharing(sharing: Sharing, way: string, w: Writer): string {
  if (sharing.kind === "row") return w.call(OF_ROW, w.text(sharing.of));
  if (sharing.kind === "by") {
    const { axis, members, weight } = sharing;
    const keys = list(members.map((key) => w.text(key)));
    const name = nameOf(w.contract.nodes[weight]!, w.contract);
    return w.call(BY_VALUES, w.text(axis), keys, w.later(weight), w.text(name), writeRule(way, w));
  }
  const parties = sharing.parts.map(({ party }) => w.text(party));
  const weights = wholeWeights(sharing.parts.map(({ share }) => share)).map((weight) => `${weight}n`);
  return w.call(BY_SHARES, `[${parties.join(", ")}]`, `[${weights.join(", ")}]`, writeRule(way, w));
}

/** The contract's rule for the last penny; `way` tells apart what a payment divides. */
function writeRule(way: string, w: Writer): string {
  const { division } = w.contract;
  if (division.rule === "residual") return w.call(WITH_RESIDUAL, w.text(division.to));
  if (division.rule === "running-remainder") return w.call(RUNNING_REMAINDER, w.text(way));
  return w.use(LARGEST_REMAINDER);
}

/** Whole numbers in the proportions of the shares: what is divided by them is divided the same. */
export function wholeWeights(shares: readonly string[]): bigint[] {
  const exact = shares.map((share) => Rational.parse(share));
  const common = exact.reduce((product, { bottom }) => leastCommon(product, bottom), 1n);
  return exact.map(({ top, bottom }) => (top * common) / bottom);
}
