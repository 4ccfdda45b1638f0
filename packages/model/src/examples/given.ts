import type { ContractModel } from "../contract/contract.js";
import type { InputValue } from "../contract/data.js";
import type { Example } from "../contract/examples.js";
import { type Calendar, compareKinds, type Period, type PeriodKind, periodAt } from "../time/period.js";

/** A period of an example in the contract's calendar, whichever way its last day was written. */
export const periodOf = ({ kind, from, to }: Example["period"], calendar: Calendar): Period =>
  // A period wholly before the term, from which a figure is reported.
  to <= calendar.from
    ? periodAt(kind, from, { ...calendar, from })
    : periodAt(kind, from < calendar.from ? calendar.from : from, calendar);

/**
 * What an example gives, as input values. Each stands for the whole of its period of the example, or, for what is only known for a
 * longer one, for the period that holds it.
 */
export function inputsOf(contract: ContractModel, example: Example, calendar: Calendar): InputValue[] {
  return example.given.map((given) => {
    const period = periodOf(given.period ?? example.period, calendar);
    const { fullFrom, fullTo } = longer(kindOf(contract, given.input), period, calendar);
    const origin = `example ${example.name}, line ${given.source.line}`;
    const why = given.value === null ? { why: "the example says that it is not reported" } : {};
    return { name: given.input, of: given.of, from: fullFrom, to: fullTo, value: given.value, origin, ...why };
  });
}

function kindOf(contract: ContractModel, input: string): PeriodKind | undefined {
  const figure = contract.figures.find(({ name }) => name === input);
  if (figure) return figure.timing === "once" ? "term" : figure.each;
  const balance = Object.values(contract.nodes).find((node) => node.kind === "balance" && node.balance === input);
  if (balance?.kind === "balance") return balance.each;
  const metric = contract.tallies.find(({ name }) => name === input)?.metric ?? input;
  return contract.metrics.find(({ name }) => name === metric)?.each;
}

const longer = (kind: PeriodKind | undefined, period: Period, calendar: Calendar): Period =>
  kind && compareKinds(kind, period.kind) > 0 ? periodAt(kind, period.from, calendar) : period;
