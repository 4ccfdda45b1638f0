import type { Helper } from "./helper.js";

export const RUNNING_REMAINDER: Helper = {
  name: "byRunningRemainder",
  text: `\
// Whole pence, each part with what is carried to it from the payment's periods before. A part is never below nothing.
// What is carried is by party, over one denominator: \`at.running\` holds it, one for each way of dividing.
const byRunningRemainder = (way) => (amount, weights, parties, at) => {
  // What is paid on account carries nothing.
  if (!at.running) return byLargestRemainder(amount, weights);
  if (amount === 0n) return parties.map(() => 0n);
  const key = at.back ? way + " back" : way;
  const before = at.running.get(key);
  const same = before && before.of.size === parties.length && parties.every((party) => before.of.has(party));
  const whole = weights.reduce((a, b) => a + b, 0n);
  const d = same ? before.d * whole : whole;
  const due = parties.map((party, index) =>
    same ? amount * weights[index] * before.d + before.of.get(party) * whole : amount * weights[index]);
  const parts = due.map((part) => (part < 0n ? 0n : part / d));
  let left = amount - parts.reduce((a, b) => a + b, 0n);
  const order = due.map((part, index) => ({ index, rest: part - parts[index] * d }));
  order.sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.index - b.index));
  for (const { index } of order) {
    if (left <= 0n) break;
    parts[index] += 1n;
    left -= 1n;
  }
  order.reverse();
  while (left < 0n) {
    for (const { index } of order) {
      if (left === 0n) break;
      if (parts[index] === 0n) continue;
      parts[index] -= 1n;
      left += 1n;
    }
  }
  const rests = due.map((part, index) => part - parts[index] * d);
  let common = d;
  for (let rest of rests) {
    if (rest < 0n) rest = -rest;
    while (rest !== 0n) [common, rest] = [rest, common % rest];
  }
  const of = new Map(parties.map((party, index) => [party, rests[index] / common]));
  at.running.set(key, { of, d: d / common });
  return parts;
};`,
};
