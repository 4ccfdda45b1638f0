import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, MISSING, MULTIPLY, PARSE, SUBTRACT } from "../runtime.js";

const BEFORE_TAKES: Helper = {
  name: "beforeTakes",
  needs: [CALENDAR, INPUTS, MISSING, PARSE, ADD, MULTIPLY],
  text: `\
// A balance before the takes of a period: what the period before left (the opening, in the first), what is added, and what
// the opening earned, by days of the contract's years.
function beforeTakes(at, name, left, opening, adds, rate) {
  const given = find(name, at);
  const earlier = periodBefore(at);
  const stood = (given?.value ?? null) !== null ? exact(given.value) : earlier ? left({ ...at, period: earlier }) : opening ? opening(at) : ZERO;
  const values = [stood, ...adds.map((add) => add(at)), ...(rate ? [rate(at)] : [])];
  const lack = lacking(values);
  if (lack) return lack;
  const days = ({ from, to }) => BigInt(day(to) - day(from));
  const whole = ({ fullFrom, fullTo }) => BigInt(day(fullTo) - day(fullFrom));
  if (!rate) return sum(values);
  const years = within("year", at.period);
  const part = years.length === 1 ? frac(days(at.period), whole(years[0])) : sum(years.map((year) => frac(days(year), whole(year))));
  return add(sum(values.slice(0, -1)), multiply(multiply(stood, values.at(-1)), part));
}`,
};

const AFTER_TAKES: Helper = {
  name: "afterTakes",
  needs: [MISSING, ADD, SUBTRACT],
  text: `\
// The same after them: never below nothing, unless the contract says that it may fall below.
function afterTakes(stood, takes, mayFallBelow) {
  const lack = lacking([stood, ...takes]);
  if (lack) return lack;
  const left = subtract(stood, sum(takes));
  return left.n < 0n && !mayFallBelow ? ZERO : left;
}`,
};

export const balance: Emitter<NodeOf<"balance">> = {
  helpers: [BEFORE_TAKES, AFTER_TAKES],
  emit(node, w) {
    if (node.reads === "after")
      return w.call(
        AFTER_TAKES,
        w.value(node.before),
        list(node.takes.map((id) => w.value(id))),
        `${node.mayFallBelow}`,
      );
    const opening = node.opening === undefined ? "undefined" : w.later(node.opening);
    const adds = list(node.adds.map((id) => w.later(id)));
    const rate = node.earns === undefined ? [] : [w.later(node.earns)];
    return w.call(BEFORE_TAKES, "at", w.text(node.balance), `(at) => ${w.own(node.after)}(at)`, opening, adds, ...rate);
  },
  quick: (node) => {
    throw new NotQuick(`${node.id} remembers other periods`);
  },
};
