import type { Branch, PaymentLine } from "../../contract/payments.js";
import type { Place } from "../../evaluate/evaluation.js";
import type { LineValueNode } from "../../nodes/line-value.js";
import type { Bounding } from "../bounding.js";
import { floored, hull, type Interval, lower, nothing, sumOf } from "../interval.js";
import { numbers, type Possible } from "../possible.js";

/** What a line comes to, or a step `less` takes off; nothing where the payment goes another way or a gate fails. */
export function lineValue(node: LineValueNode, place: Place, bounding: Bounding): Possible {
  const { party: _, ...of } = place.of;
  const payment = bounding.contract.payments.find(({ name }) => name === node.payment)!;
  const lines = payment.branches.flatMap((branch) =>
    branch.lines.filter(({ label }) => label === node.line).map((line) => ({ branch, line })),
  );
  const periods = bounding.within(node.each, place.period);
  return numbers(
    sumOf(
      periods.map((period) =>
        lines.reduce<Interval>((all, { branch, line }, index) => {
          const value = taken(line, { period, of }, bounding);
          if (!value) return hull(all, nothing);
          return index === 0 && lines.length === 1 && always(branch, line, bounding) ? value : hull(all, value);
        }, nothing),
      ),
    ),
  );
}

function taken(line: PaymentLine, place: Place, bounding: Bounding): Interval | undefined {
  const node = bounding.contract.nodes[line.node]!;
  if (node.kind !== "less") return bounding.of(line.node, place).numbers;
  const [from, take] = [bounding.of(node.from, place).numbers, bounding.of(node.take, place).numbers];
  if (!from || !take) return undefined;
  return node.floor ? lower(take, floored(from)) : take;
}

/** No gate stands above it and its branch is the only one. */
const always = (branch: Branch, line: PaymentLine, { contract }: Bounding): boolean =>
  branch.when === "always" &&
  branch.lines.slice(0, branch.lines.indexOf(line)).every(({ node }) => contract.nodes[node]!.kind !== "only-when");
