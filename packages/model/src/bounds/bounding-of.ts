import type { ContractModel } from "../contract/contract.js";
import type { Place } from "../evaluate/evaluation.js";
import { partOf } from "../evaluate/taking-part.js";
import { calendarOf, type Period, periodsOf } from "../time/period.js";
import type { Bounding } from "./bounding.js";
import { boundsOfNode } from "./node.js";
import { eitherPayment, mayBeCut, paymentBounds } from "./payment.js";
import { anyOf } from "./possible.js";

/** Bounds of any node and any payment of a contract, each worked out once. */
export function boundingOf(contract: ContractModel): Bounding {
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const known = new Map<string, unknown>();
  const once = <T>(key: string, work: () => T): T => {
    if (!known.has(key)) known.set(key, work());
    return known.get(key) as T;
  };
  const bounding: Bounding = {
    contract,
    calendar,
    of(id, place) {
      const node = contract.nodes[id]!;
      const at: Place = { period: place.period, of: only(node.axes, place.of) };
      return once(`node ${id} ${keyOf(at)}`, () =>
        anyOf(partsOf(contract, node.axes, at).map((period) => boundsOfNode(node, { ...at, period }, bounding))),
      );
    },
    payment(payment, place) {
      const axes = payment.forEach ? [payment.forEach] : [];
      const at: Place = { period: place.period, of: only(axes, place.of) };
      return once(`payment ${payment.name} ${keyOf(at)}`, () => {
        const parts = partsOf(contract, axes, at).map((period) => paymentBounds(payment, { ...at, period }, bounding));
        const all = parts.reduce(eitherPayment);
        return contract.limits?.some(({ payments }) => payments.includes(payment.name)) ? mayBeCut(all) : all;
      });
    },
    open: (payment, place) => paymentBounds(payment, place, bounding),
    within: (kind, period) =>
      once(`within ${kind} ${keyOf({ period, of: NOBODY })}`, () => periodsOf(kind, calendar, period.from, period.to)),
  };
  return bounding;
}

/** The parts of a period in which those take part whom a place stands for: they may join in it, or leave. */
function partsOf(contract: ContractModel, axes: readonly string[], { period, of }: Place): Period[] {
  const sets = contract.participants.filter(
    ({ name, joining, leaving }) => axes.includes(name) && (joining ?? leaving) !== undefined,
  );
  const parts = new Map<string, Period>();
  for (const { name, rows } of sets) {
    for (const { key } of rows) {
      if (of[name] !== undefined && of[name] !== key) continue;
      const part = partOf(contract, { period, of: { [name]: key } });
      if (part) parts.set(`${part.from} ${part.to}`, part);
    }
  }
  return parts.size === 0 ? [period] : [...parts.values()];
}

const keyOf = ({ period, of }: { period: Period; of: Place["of"] }): string => {
  const stretch = `${period.kind} ${period.from} ${period.to}`;
  return of === NOBODY ? stretch : `${stretch} ${JSON.stringify(of)}`;
};
const NOBODY: Place["of"] = {};

function only(axes: readonly string[], of: Place["of"]): Place["of"] {
  if (!axes.some((axis) => of[axis] !== undefined)) return NOBODY;
  return Object.fromEntries(axes.flatMap((axis) => (of[axis] === undefined ? [] : [[axis, of[axis]]])));
}
