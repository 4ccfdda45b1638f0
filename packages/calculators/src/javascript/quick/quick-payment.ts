import { type Branch, type NodeOf, type Payment, Rational } from "@concordat/model";
import { NotQuick } from "./arithmetic.js";
import type { QuickWriter } from "./quick-writer.js";
import { PAID } from "./runtime.js";
import { limitsOf, writeSides } from "./sides.js";
import type { QuickNumber } from "./value.js";

/** Statements that set `target` to what a payment came to, or leave the function. */
export function quickPayment(payment: Payment, target: string, q: QuickWriter): void {
  if (payment.cumulative || payment.mayBeRecovered) throw new NotQuick(`${payment.name} looks back, or may flow back`);
  const row = payment.forEach === undefined ? "undefined" : q.row!.key;
  const [penny, { ties }] = [pennyOf(q), q.contract.rounding];
  const paid = q.w.use(PAID[q.arithmetic.kind]);
  const settled = (units: string, branch: string, sides: string): void => {
    const given = [q.w.text(payment.name), row, branch, units, sides, "period"];
    q.code.line(`${target} = ${paid}(${given.join(", ")});`);
  };
  const here = (branch: Branch, index: number): void => {
    const units = q.units(amountOf(branch, q), penny, ties);
    settled(units, q.w.text(branch.when), writeSides(payment, index, q));
  };
  const from = (index: number): void => {
    const branch = payment.branches[index];
    const applies = branch && compares(branch) ? isAbove(branch, q) : undefined;
    if (branch === undefined) settled(q.arithmetic.literal(0n), "null", "undefined");
    else if (applies === undefined || applies.known === true) here(branch, index);
    else if (applies.known === false) from(index + 1);
    else {
      const [yes, no] = [q.code.aside(() => here(branch, index)), q.code.aside(() => from(index + 1))];
      q.code.when(applies.code, yes.block, no.block);
    }
  };
  from(0);
  q.code.line(`if (${target} === undefined) return undefined;`);
}

/** What another rule may read of a payment in the same period. */
export function quickReading(payment: Payment, reads: NodeOf<"payment-value">["reads"], q: QuickWriter): QuickNumber {
  if (reads === "pool" && payment.pool !== undefined) return q.number(payment.pool);
  if (payment.cumulative || payment.mayBeRecovered) throw new NotQuick(`${payment.name} looks back, or may flow back`);
  const from = (index: number): QuickNumber => {
    const branch = payment.branches[index];
    if (branch === undefined) return q.constant(Rational.zero);
    if (!compares(branch)) return amountOf(branch, q);
    return q.choose(
      isAbove(branch, q),
      () => amountOf(branch, q),
      () => from(index + 1),
    );
  };
  const unlimited = payment.branches.every(({ limits }) => limits.length === 0);
  if (reads === "earned") return from(0);
  if (reads === "amount" && unlimited) return q.rounded(from(0), pennyOf(q), q.contract.rounding.ties);
  throw new NotQuick(`what is read of ${payment.name} needs its division`);
}

const compares = (branch: Branch): branch is Branch & { compares: string } =>
  branch.when !== "always" && branch.compares !== undefined;

const isAbove = (branch: Branch & { compares: string }, q: QuickWriter) =>
  q.compare(q.number(branch.compares), "above", q.constant(Rational.zero));

const pennyOf = (q: QuickWriter): Rational => Rational.parse(q.contract.rounding.unit);

/** The exact amount of a branch, which is a size; what its limits are is known for every party. */
function amountOf(branch: Branch, q: QuickWriter): QuickNumber {
  const zero = q.constant(Rational.zero);
  const amount = q.number(branch.amount);
  if (amount.known?.isNegative !== false) q.leaveIf(q.compare(amount, "below", zero));
  limitsOf(branch, "receives", q);
  limitsOf(branch, "pays", q);
  return amount;
}
