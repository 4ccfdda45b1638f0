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
  /** By the node or the payment, and by the place. */
  const known = new Map<string, Map<string, unknown>>();
  const once = <T>(name: string, key: string, work: () => T): T => {
    const places = known.get(name) ?? new Map<string, unknown>();
    if (places.size === 0) known.set(name, places);
    const before = places.get(key);
    if (before !== undefined) return before as T;
    const value = work();
    places.set(key, value);
    return value;
  };
  const bounding: Bounding = {
    contract,
    calendar,
    of(id, place) {
      const node = contract.nodes[id]!;
      const of = only(node.axes, place.of);
      return once(id, keyOf(place.period, of), () => {
        const at: Place = { period: place.period, of };
        return anyOf(partsOf(contract, node.axes, at).map((period) => boundsOfNode(node, { ...at, period }, bounding)));
      });
    },
    payment(payment, place) {
      const axes = payment.forEach ? [payment.forEach] : [];
      const at: Place = { period: place.period, of: only(axes, place.of) };
      return once(payment.name, keyOf(at.period, at.of), () => {
        const parts = partsOf(contract, axes, at).map((period) => paymentBounds(payment, { ...at, period }, bounding));
        const all = parts.reduce(eitherPayment);
        return contract.limits?.some(({ payments }) => payments.includes(payment.name)) ? mayBeCut(all) : all;
      });
    },
    open: (payment, place) => paymentBounds(payment, place, bounding),
    within: (kind, period) =>
      once(`within ${kind}`, keyOf(period, NOBODY), () => periodsOf(kind, calendar, period.from, period.to)),
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

const NOBODY: Place["of"] = {};
const stretches = new WeakMap<Period, string>();

function keyOf(period: Period, of: Place["of"]): string {
  const stretch = stretches.get(period) ?? `${period.kind} ${period.from} ${period.to}`;
  stretches.set(period, stretch);
  return of === NOBODY ? stretch : `${stretch} ${JSON.stringify(of)}`;
}

function only(axes: readonly string[], of: Place["of"]): Place["of"] {
  if (!axes.some((axis) => of[axis] !== undefined)) return NOBODY;
  return Object.fromEntries(axes.flatMap((axis) => (of[axis] === undefined ? [] : [[axis, of[axis]]])));
}
