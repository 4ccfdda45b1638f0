import type { ContractModel } from "../contract/contract.js";
import type { Branch, LineConstruct, Payment } from "../contract/payments.js";
import type { PoolNode } from "../nodes/pool.js";
import { Rational } from "../numbers/rational.js";
import { type Period, periodsOf } from "../time/period.js";
import type { Bounding } from "./bounding.js";
import { boundingOf } from "./bounding-of.js";
import { hull, hullOf, type Interval, nothing, times } from "./interval.js";
import type { PaymentBounds } from "./payment.js";

/** What a line comes to: the amount so far after it. Undefined where no outcome makes it known. */
export interface LineRange {
  readonly construct: LineConstruct;
  readonly label?: string;
  readonly node: string;
  readonly amount: Interval | undefined;
  /** What each weight of a pool can earn, in the order written. */
  readonly weights: readonly { readonly on: string; readonly amount: Interval | undefined }[];
}

export interface BranchRange {
  readonly when: Branch["when"];
  readonly amount: Interval | undefined;
  readonly lines: readonly LineRange[];
}

/** The lowest and highest of one payment in any of its periods; an end that is null has no bound. Sizes, to the penny. */
export interface PaymentRange {
  readonly payment: string;
  readonly amount: Interval | undefined;
  readonly periods: readonly { readonly period: string; readonly amount: Interval | undefined }[];
  readonly branches: readonly BranchRange[];
  /** Parties and groups of rows by name. */
  readonly parties: readonly { readonly party: string; readonly receives: Interval; readonly pays: Interval }[];
}

/**
 * The lowest and highest that each payment of a contract can come to, over every outcome that can be: metrics within their
 * ranges, figures within their types. Exact, and never too narrow; where one input is read twice they may be too wide.
 * Of a payment for each of a set, over all of its rows.
 */
export function boundsOf(contract: ContractModel): PaymentRange[] {
  const bounding = boundingOf(contract);
  return contract.payments.map((payment) => rangeOf(payment, bounding));
}

function rangeOf(payment: Payment, bounding: Bounding): PaymentRange {
  const periods = periodsOf(payment.each, bounding.calendar);
  const found = periods.map((period) => bounding.payment(payment, { period, of: {} }));
  return {
    payment: payment.name,
    amount: hullOfKnown(found.map(({ amount }) => amount)),
    periods: periods.map(({ label }, index) => ({ period: label, amount: found[index]!.amount })),
    branches: payment.branches.map((branch) => branchRange(branch, periods, found, bounding)),
    parties: partiesOf(found),
  };
}

function branchRange(
  branch: Branch,
  periods: readonly Period[],
  found: readonly PaymentBounds[],
  bounding: Bounding,
): BranchRange {
  const { nodes } = bounding.contract;
  const over = (id: string): Interval | undefined =>
    hullOfKnown(periods.map((period) => bounding.of(id, { period, of: {} }).numbers));
  const earned = ({ pool, weights }: PoolNode): LineRange["weights"] =>
    weights.map(({ weight, on, achievement }) => {
      const [whole, part] = [over(pool), over(achievement)];
      const share = Rational.parse(weight);
      return { on, amount: whole && part && times(times(whole, part), { low: share, high: share }) };
    });
  return {
    when: branch.when,
    amount: hullOfKnown(found.map(({ branches }) => branches.find((one) => one.branch === branch)?.amount)),
    lines: branch.lines.map(({ construct, label, node }) => {
      const line = nodes[node]!;
      return {
        construct,
        ...(label === undefined ? {} : { label }),
        node,
        amount: over(node),
        weights: line.kind === "pool" ? earned(line) : [],
      };
    }),
  };
}

function partiesOf(found: readonly PaymentBounds[]): PaymentRange["parties"] {
  const names = new Set(
    found.flatMap(({ branches }) => branches.flatMap(({ receives, pays }) => [...receives.keys(), ...pays.keys()])),
  );
  return [...names].map((party) => ({
    party,
    receives: found.map(({ receives }) => receives(party)).reduce(hull, found[0]?.receives(party) ?? nothing),
    pays: found.map(({ pays }) => pays(party)).reduce(hull, found[0]?.pays(party) ?? nothing),
  }));
}

const hullOfKnown = (all: readonly (Interval | undefined)[]): Interval | undefined =>
  hullOf(all.filter((each) => each !== undefined));
