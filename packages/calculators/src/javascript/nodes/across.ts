import { type ContractModel, memberAt, type NodeOf, pathTo, Rational } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, COMPARE, DIVIDE, MISSING, ONCE } from "../runtime.js";
import type { Writer } from "../writer.js";

const ACROSS: Helper = {
  name: "across",
  needs: [CALENDAR, MISSING, ONCE, ADD, DIVIDE, COMPARE],
  text: `\
// Every row of a participant set that counts, combined into one value.
function across(at, axis, keys, name, how, of, where) {
  const places = keys.flatMap((key) => {
    const period = partOf({ of: { [axis]: key } }, at.period);
    return period ? [{ ...at, period, of: { ...at.of, [axis]: key } }] : [];
  });
  const tests = where && traced(at.run, () => places.map(where));
  const undecided = tests && lacking(tests.value);
  if (undecided) {
    wait(at.run, tests.waits);
    return undecided;
  }
  const counted = tests ? places.filter((_, index) => tests.value[index]) : places;
  if (how === "count") return frac(BigInt(counted.length), 1n);
  const values = counted.map(of);
  const lack = lacking(values);
  if (lack) return lack;
  if (how === "total") return sum(values);
  if (values.length === 0) return missing(name, "no " + axis + " is counted");
  if (how === "average") return divide(sum(values), frac(BigInt(values.length), 1n));
  return values.reduce((best, value) => (compare(value, best) > 0 === (how === "highest") ? value : best));
}`,
};

export const across: Emitter<NodeOf<"across">> = {
  helpers: [ACROSS],
  emit: (node, w) =>
    w.call(
      ACROSS,
      "at",
      w.text(node.axis),
      keysOf(node, w),
      w.text(node.name ?? node.axis),
      w.text(node.how),
      node.of === undefined ? "undefined" : w.later(node.of),
      ...(node.where === undefined ? [] : [w.later(node.where)]),
    ),
  quick(node, q) {
    const { of } = node;
    if (
      of === undefined ||
      node.where !== undefined ||
      mayLeave(node, q.contract) ||
      node.within !== undefined ||
      (node.how !== "total" && node.how !== "average")
    ) {
      throw new NotQuick(`${node.id} looks at rows one by one`);
    }
    const sum = q.sumOfRows(node.axis, () => q.number(of), of);
    if (node.how === "total") return sum;
    const rows = q.contract.participants.find(({ name }) => name === node.axis)?.rows.length ?? 0;
    return q.dividedBy(sum, q.constant(Rational.of(rows)));
  },
};

const mayLeave = ({ axis }: NodeOf<"across">, { participants }: ContractModel): boolean => {
  const set = participants.find(({ name }) => name === axis);
  return (set?.joining ?? set?.leaving) !== undefined;
};

/** All keys of the axis, or those that belong to the member in hand of a larger one. */
function keysOf({ axis, within }: NodeOf<"across">, w: Writer): string {
  if (within === undefined) return w.keys(axis);
  const { participants } = w.contract;
  const table = w.table(`keys ${axis} within ${within}`, `${axis} of ${within}`, () => {
    const path = pathTo(participants, axis, within) ?? [];
    const keys = participants.find(({ name }) => name === axis)?.rows.map(({ key }) => key) ?? [];
    const places = participants.find(({ name }) => name === within)?.rows.map(({ key }) => key) ?? [];
    const rows = places.map((place) => {
      const own = keys.filter((key) => memberAt(participants, axis, key, path) === place);
      return `[${w.text(place)}, ${list(own.map((key) => w.text(key)))}]`;
    });
    return `new Map(${list(rows)})`;
  });
  return `${table}.get(at.of[${w.text(within)}])`;
}
