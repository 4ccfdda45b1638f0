import type { ContractModel } from "../contract/contract.js";
import type { Place } from "../evaluate/evaluation.js";
import { calendarOf, type Period, periodsOf } from "../time/period.js";
import type { Bounding } from "./bounding.js";
import { boundsOfNode } from "./node.js";
import { paymentBounds } from "./payment.js";

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
      return once(`node ${id} ${keyOf(at)}`, () => boundsOfNode(node, at, bounding));
    },
    payment(payment, place) {
      const at: Place = { period: place.period, of: only(payment.forEach ? [payment.forEach] : [], place.of) };
      return once(`payment ${payment.name} ${keyOf(at)}`, () => paymentBounds(payment, at, bounding));
    },
    open: (payment, place) => paymentBounds(payment, place, bounding),
    within: (kind, period) =>
      once(`within ${kind} ${keyOf({ period, of: {} })}`, () => periodsOf(kind, calendar, period.from, period.to)),
  };
  return bounding;
}

const keyOf = ({ period, of }: { period: Period; of: Place["of"] }): string =>
  `${period.kind} ${period.from} ${period.to} ${JSON.stringify(of)}`;

function only(axes: readonly string[], of: Place["of"]): Place["of"] {
  return Object.fromEntries(axes.flatMap((axis) => (of[axis] === undefined ? [] : [[axis, of[axis]]])));
}
